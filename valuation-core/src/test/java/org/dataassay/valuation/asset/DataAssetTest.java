package org.dataassay.valuation.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dataassay.valuation.asset.AssetCases.document;
import static org.dataassay.valuation.asset.AssetCases.sound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataAssetTest {

    @Test
    void builders_round_trip() {
        var substitute = FreelyAvailableSubstitute.builder()
                .who("the authority")
                .where("its web site")
                .costToReplicate(Input.of(Money.of("800000", "CNY")))
                .delayYears(Input.of(0.5))
                .build();
        var asset = sound().toBuilder().freelyAvailableSubstitute(substitute).build();
        assertThat(asset.toBuilder().build()).isEqualTo(asset).isNotEqualTo(sound());
        assertThat(substitute.toBuilder().build()).isEqualTo(substitute);
        var right = asset.rights().get(0);
        assertThat(right.toBuilder().build()).isEqualTo(right);
        assertThat(right.toBuilder().exclusive(true).build()).isNotEqualTo(right);
        var evidence = asset.evidence().get(1);
        assertThat(evidence.toBuilder().build()).isEqualTo(evidence);
        assertThat(asset.rightTypes()).containsExactly(RightType.OPERATE_PRODUCT);
    }

    @Test
    void names_in_any_script() {
        assertThat(DataAsset.builder("鸟击/1", "鸟击事件 🐦 صدمات الطيور").build().name())
                .contains("鸟击", "🐦");
    }

    @Test
    void lists_are_copied() {
        var rights = new ArrayList<>(sound().rights());
        var asset = sound().toBuilder().rights(rights).build();
        rights.clear();
        assertThat(asset.rights()).hasSize(1);
        assertThatThrownBy(() -> asset.rights().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void reports_all_broken_fields_together() {
        var twice = document("review", EvidenceKind.OTHER).build();
        assertThatThrownBy(() -> sound().toBuilder()
                        .name(" ")
                        .records(-1)
                        .evidence(List.of(twice, twice))
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rights[0].evidence names \"registration\", which is not known")
                .satisfies(e -> assertThat(((InvalidInputException) e).problems())
                        .extracting("field")
                        .containsExactly("name", "records", "evidence[1].id", "rights[0].evidence"));
    }

    @Test
    void refuses_parts_that_make_no_sense() {
        var day = LocalDate.of(2025, 1, 1);
        assertThatThrownBy(() -> Right.builder(RightType.HOLD)
                        .from(day)
                        .until(day.minusDays(1))
                        .build())
                .hasMessageContaining("until must be on or after 2025-01-01");
        assertThatThrownBy(() -> document("x", EvidenceKind.OTHER)
                        .validUntil(LocalDate.of(2023, 1, 1))
                        .build())
                .hasMessageContaining("validUntil must be on or after its date 2024-01-01");
        assertThatThrownBy(() -> Evidence.builder().id("x").title("x").build())
                .hasMessage("date is missing. Give the day of issue.");
        assertThatThrownBy(() -> Scenario.of("x", "", " "))
                .satisfies(e -> assertThat(((InvalidInputException) e).problems())
                        .extracting("field")
                        .containsExactly("buyer", "use"));
        assertThatThrownBy(() -> FreelyAvailableSubstitute.builder()
                        .who("x")
                        .where("y")
                        .costToReplicate(Input.of(Money.of("-1", "CNY")))
                        .delayYears(Input.of(Double.NaN))
                        .build())
                .satisfies(e -> assertThat(((InvalidInputException) e).problems())
                        .extracting("field")
                        .containsExactly("costToReplicate", "delayYears"));
        assertThatThrownBy(() -> DataAsset.builder("x", "x".repeat(5000)).build())
                .hasMessageContaining("at most 4000 characters");
        assertThatThrownBy(() -> DataAsset.builder("a b", "x").build()).hasMessageContaining("id must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret", "a/../../b", "a\\b", "C:/x", "", "file:x", "a\0b", ".."})
    void a_file_lies_inside_the_case(String path) {
        assertThatThrownBy(() -> new Evidence.File(path, "0".repeat(64))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_file_has_a_digest() {
        assertThat(new Evidence.File("evidence/证书.pdf", "0123456789abcdef".repeat(4)).path())
                .isEqualTo("evidence/证书.pdf");
        assertThat(new Evidence.File("a..b/c", "0".repeat(64)).path()).isEqualTo("a..b/c");
        assertThatThrownBy(() -> new Evidence.File("a", "ABC"))
                .hasMessageContaining("sha256 must be 64 hexadecimal digits");
    }
}
