package org.dataassay.quality.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dataassay.quality.indicator.Iso25012Assessment.MeasureResult;
import org.dataassay.quality.indicator.Iso25012Characteristic.Viewpoint;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Iso25012Test {

    private static final RuleSet RULES = new RuleSet(
            MissingValues.standard(),
            List.of(
                    Rule.of(
                            "dates",
                            Indicator.FORMAT_COMPLIANCE,
                            Severity.ERROR,
                            new Constraint.OfType("day", Constraint.OfType.Type.DATE)),
                    Rule.of(
                            "speeds",
                            Indicator.FORMAT_COMPLIANCE,
                            Severity.WARNING,
                            new Constraint.InRange("speed", Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.TEN))),
                    Rule.of(
                            "recent",
                            Indicator.POINT_TIMELINESS,
                            Severity.ERROR,
                            new Constraint.WithinDays("day", 60))));

    private static IndicatorAssessment assessment(List<StatedMeasure> stated) {
        var table = TableSource.of(
                "t",
                List.of("day", "speed"),
                List.of(
                        List.of("2024-06-01", "5"),
                        List.of("2024-13-01", "11"),
                        List.of("2024-06-02", ""),
                        List.of("2024-06-01", "5")));
        var facts = Gbt36344Facts.of(table).withKey(List.of("day")).withStated(stated);
        return Gbt36344.of(RULES).evaluate(facts, Gbt36344Test.CONTEXT);
    }

    private static Iso25012Assessment found() {
        return Iso25012.standard()
                .evaluate(new Iso25012Facts("data file t", assessment(List.of())), Gbt36344Test.CONTEXT);
    }

    private static List<String> lines(Iso25012Characteristic characteristic) {
        return found().of(characteristic).measures().stream()
                .map(m -> m.id() + " " + m.subject() + " " + m.count() + "/" + m.evaluated())
                .toList();
    }

    @Test
    void fifteen_characteristics_and_their_viewpoints() {
        assertThat(found().characteristics())
                .extracting(Iso25012Assessment.CharacteristicResult::characteristic)
                .containsExactly(Iso25012Characteristic.values());
        assertThat(Arrays.stream(Iso25012Characteristic.values()).filter(c -> c.viewpoint() == Viewpoint.INHERENT))
                .hasSize(5);
        assertThat(Arrays.stream(Iso25012Characteristic.values()).filter(c -> c.viewpoint() == Viewpoint.SYSTEM))
                .containsExactly(
                        Iso25012Characteristic.AVAILABILITY,
                        Iso25012Characteristic.PORTABILITY,
                        Iso25012Characteristic.RECOVERABILITY);
        assertThat(Iso25012Characteristic.CURRENTNESS.label(Locale.CHINESE)).isEqualTo("现时性");
    }

    @Test
    void identifiers_are_those_of_the_standard() {
        assertThat(Iso25024Measure.values()).hasSize(63);
        for (var measure : Iso25024Measure.values()) {
            assertThat(measure.id()).matches("[A-Z][a-z]{2}-[ID]-[1-8]");
            if (measure.characteristic().viewpoint() == Viewpoint.INHERENT)
                assertThat(measure.isInherent()).isTrue();
            if (measure.characteristic().viewpoint() == Viewpoint.SYSTEM)
                assertThat(measure.isInherent()).isFalse();
        }
        assertThat(Iso25024Measure.ACC_I_1.id()).isEqualTo("Acc-I-1");
        assertThat(Iso25024Measure.REC_D_3.title()).isEqualTo("Architecture recoverability");
    }

    @Test
    void counts_go_to_the_measures_they_mean() {
        assertThat(lines(Iso25012Characteristic.COMPLETENESS))
                .containsExactly("Com-I-2 day 4/4", "Com-I-2 speed 3/4", "Com-I-4 table 7/8");
        // a range is no format: both stand under 0302, and apart here
        assertThat(lines(Iso25012Characteristic.ACCURACY)).containsExactly("Acc-I-4 table 0/3", "Acc-I-7 table 2/3");
        assertThat(lines(Iso25012Characteristic.CONSISTENCY))
                .containsExactly("Con-I-2 table 3/4", "Con-I-3 table 1/4", "additional table 3/4");
        assertThat(lines(Iso25012Characteristic.CURRENTNESS)).containsExactly("Cur-I-2 table 3/4");
    }

    @Test
    void what_differs_from_the_standard_has_its_rationale() {
        var measures = found().of(Iso25012Characteristic.CONSISTENCY).measures();
        assertThat(measures.get(0).rationale()).isEmpty();
        assertThat(measures.get(1).rationale()).contains("counts rows that repeat an earlier one");
        assertThat(measures.get(1).lowerIsBetter()).isTrue();
        assertThat(measures.get(2).rationale()).contains("the standard lists no measure of unique keys");
        assertThat(found().notes())
                .anySatisfy(note -> assertThat(note.text()).isEqualTo("Acc-I-4, Con-I-3, additional"));
    }

    @ParameterizedTest
    @EnumSource(Iso25012Characteristic.class)
    void what_a_table_does_not_show_says_why(Iso25012Characteristic characteristic) {
        var result = found().of(characteristic);
        assertThat(result.reason().isPresent()).isEqualTo(result.measures().isEmpty());
        assertThat(result.measures()).allSatisfy(m -> {
            assertThat(m.ratio()).isPresent();
            m.measure()
                    .ifPresent(measure -> assertThat(measure.characteristic()).isEqualTo(characteristic));
        });
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void every_indicator_has_a_place(Indicator indicator) {
        var crossing = Iso25012.crosswalk(indicator);
        crossing.measure().ifPresent(m -> assertThat(m.characteristic()).isEqualTo(crossing.characteristic()));
        assertThat(crossing.measure().isPresent() || crossing.rationale().isPresent())
                .isTrue();
        boolean service = indicator.dimension() == org.dataassay.quality.rule.Dimension.ACCESSIBILITY;
        assertThat(OpenDataDimension.odcs(indicator).isPresent()).isNotEqualTo(service);
        assertThat(OpenDataDimension.odps(indicator).isPresent()).isNotEqualTo(service);
    }

    @Test
    void what_the_service_counted_is_availability() {
        var source = Source.given("operations", "log", "June", LocalDate.of(2024, 6, 30));
        var stated = List.of(new StatedMeasure(Indicator.ACCESSIBLE, 99, 100, source));
        var found = Iso25012.standard().evaluate(new Iso25012Facts("t", assessment(stated)), Gbt36344Test.CONTEXT);
        assertThat(found.of(Iso25012Characteristic.AVAILABILITY).measures())
                .extracting(MeasureResult::id)
                .containsExactly("Ava-D-2");
    }

    @Test
    void the_target_entity_is_named() {
        assertThatThrownBy(() -> new Iso25012Facts(" ", assessment(List.of())))
                .hasMessage(
                        "targetEntity must be named in at most 200 characters, but was blank. Name the data file, table or record type.");
    }

    @Test
    void is_written_as_json() {
        assertThat(QualityJson.write(found()))
                .contains("\"targetEntity\": \"data file t\"", "\"id\": \"Acc-I-7\"", "\"viewpoint\": \"inherent\"")
                .contains("\"reason\": \"no requirement on digits or units was given\"");
        assertThat(QualityJson.write(assessment(List.of())))
                .contains("\"code\": \"0303\"", "\"better\": \"lower\"", "\"status\": \"not-measurable\"");
    }

    @Test
    void a_contract_gets_checks_and_no_thresholds() {
        var text = QualityJson.dataContractQuality(assessment(List.of()).profile());
        assertThat(text)
                .contains("\"dimension\": \"conformity\"", "\"type\": \"custom\"", "\"engine\": \"data-assay\"")
                .contains("\"property\": \"evaluated\"")
                .doesNotContain("mustBe");
    }

    @Test
    void a_product_gets_only_the_objectives_of_its_owner() {
        var profile = assessment(List.of()).profile();
        var text = QualityJson.dataProductQuality(profile, Map.of(OpenDataDimension.TIMELINESS, 90));
        assertThat(text.lines().filter(line -> line.contains("objective"))).hasSize(1);
        assertThat(text).contains("\"dimension\": \"timeliness\"", "\"objective\": 90", "\"x-measured\": 75");
        assertThatThrownBy(() -> QualityJson.dataProductQuality(profile, Map.of(OpenDataDimension.ACCURACY, 101)))
                .hasMessage(
                        "objectives.accuracy must be in [0, 100] percent, but was 101. Give the target as a percentage.");
    }
}
