package org.dataassay.valuation.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dataassay.valuation.asset.AssetCases.DAY;
import static org.dataassay.valuation.asset.AssetCases.document;
import static org.dataassay.valuation.asset.AssetCases.sound;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.error.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightsGateTest {

    @Test
    void a_sound_asset_passes() {
        assertThat(RightsGate.problems(sound(), DAY)).isEmpty();
        RightsGate.check(sound(), DAY);
    }

    @Test
    void no_rights_at_all() {
        assertThat(rules(sound().toBuilder().rights(List.of()).build())).containsExactly("gate.rights-evidence");
    }

    @Test
    void a_right_without_a_document() {
        var asset = sound().toBuilder()
                .rights(List.of(Right.builder(RightType.HOLD).build()))
                .build();
        assertThatThrownBy(() -> RightsGate.check(asset, DAY))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("gate.rights-evidence: rights[0] HOLD is not shown by a registration")
                .hasMessageContaining("valid on 2025-12-31");
    }

    @ParameterizedTest
    @EnumSource(EvidenceKind.class)
    void only_some_documents_prove_a_right(EvidenceKind kind) {
        var asset = sound().toBuilder()
                .evidence(List.of(
                        document("registration", kind).build(),
                        document("review", EvidenceKind.COMPLIANCE_REPORT).build()))
                .build();
        assertThat(RightsGate.problems(asset, DAY).isEmpty()).isEqualTo(kind.provesRights());
    }

    @Test
    void an_expired_document_is_no_evidence() {
        var asset = sound().toBuilder()
                .evidence(List.of(
                        document("registration", EvidenceKind.REGISTRATION)
                                .validUntil(DAY.minusDays(1))
                                .build(),
                        document("review", EvidenceKind.COMPLIANCE_REPORT)
                                .validUntil(DAY.minusDays(1))
                                .build()))
                .build();
        assertThat(rules(asset)).containsExactly("gate.rights-evidence", "gate.compliance-evidence");
        var lastDay = sound().toBuilder()
                .evidence(List.of(
                        document("registration", EvidenceKind.REGISTRATION)
                                .validUntil(DAY)
                                .build(),
                        document("review", EvidenceKind.COMPLIANCE_REPORT)
                                .validUntil(DAY)
                                .build()))
                .build();
        assertThat(rules(lastDay)).isEmpty();
    }

    @Test
    void a_right_counts_from_its_first_to_its_last_day() {
        assertThat(RightsGate.problems(sound(), LocalDate.of(2024, 1, 1))).isEmpty();
        assertThat(RightsGate.problems(sound(), LocalDate.of(2023, 12, 31)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("gate.right-in-force");
                    assertThat(problem.message())
                            .contains("rights[0] OPERATE_PRODUCT runs from 2024-01-01 to 2028-12-31");
                });
        var unlimited = sound().toBuilder()
                .rights(List.of(Right.builder(RightType.HOLD)
                        .until(DAY.minusDays(1))
                        .evidence("registration")
                        .build()))
                .build();
        assertThat(RightsGate.problems(unlimited, DAY))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("runs from … to 2025-12-30"));
    }

    @Test
    void every_right_that_is_valued_must_hold() {
        var good = sound().rights().get(0);
        var asset = sound().toBuilder()
                .rights(List.of(good, Right.builder(RightType.HOLD).build()))
                .build();
        assertThat(rules(asset)).containsExactly("gate.rights-evidence");
    }

    @ParameterizedTest
    @EnumSource(Origin.Kind.class)
    void an_unlawful_or_unknown_source(Origin.Kind kind) {
        var asset = sound().toBuilder()
                .origins(List.of(Origin.of(Origin.Kind.OWN_OPERATION, "flight records"), Origin.of(kind, "somewhere")))
                .build();
        assertThat(RightsGate.problems(asset, DAY).isEmpty())
                .isEqualTo(kind != Origin.Kind.UNKNOWN && kind != Origin.Kind.UNLAWFUL);
    }

    @Test
    void no_source_stated() {
        assertThat(rules(sound().toBuilder().origins(List.of()).build())).containsExactly("gate.lawful-source");
    }

    @Test
    void a_failed_check_cannot_be_made_up_for() {
        var checks = List.of(
                ComplianceCheck.failed("cross-border transfer", "Data Security Law, art. 31", "review"),
                ComplianceCheck.passed("no personal data", "", "review"));
        var asset = sound().toBuilder().complianceChecks(checks).build();
        assertThatThrownBy(() -> RightsGate.check(asset, DAY))
                .hasMessage(
                        "gate.compliance-check: the compliance check cross-border transfer failed (Data Security Law, art. 31). Cure the breach and check again; no score makes up for it.");
    }

    @Test
    void a_check_nobody_made_or_nobody_documents_is_not_passed() {
        assertThat(rules(sound().toBuilder().complianceChecks(List.of()).build()))
                .containsExactly("gate.compliance-evidence");
        assertThat(rules(sound().toBuilder()
                        .complianceChecks(List.of(ComplianceCheck.passed("no personal data", "")))
                        .build()))
                .containsExactly("gate.compliance-evidence");
    }

    @Test
    void no_scenario_no_value() {
        assertThat(rules(sound().toBuilder().noScenario().build())).containsExactly("gate.scenario");
    }

    @Test
    void an_empty_asset_hears_of_everything_at_once_and_in_chinese() {
        var problems = RightsGate.problems(DataAsset.builder("x", "x").build(), DAY);
        assertThat(problems)
                .extracting("field")
                .containsExactly(
                        "gate.lawful-source", "gate.rights-evidence", "gate.compliance-evidence", "gate.scenario");
        assertThat(problems.get(3).message(Locale.CHINESE)).isEqualTo("gate.scenario：没有说明买方如何使用数据。请说明应用场景：买方和用途。");
    }

    private static List<String> rules(DataAsset asset) {
        return RightsGate.problems(asset, DAY).stream()
                .map(problem -> problem.field())
                .toList();
    }
}
