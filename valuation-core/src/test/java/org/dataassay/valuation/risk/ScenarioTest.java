package org.dataassay.valuation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Correlation;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sampling;
import org.dataassay.valuation.sheet.Setting;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.TwoWay;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios and two-way tables of price · units · (1 − share). */
class ScenarioTest {

    private static Worksheet sheet() {
        var sheet = Sheet.open(CNY);
        var price = sheet.given("price", Unit.MONEY, cny(200));
        var units = sheet.given("units", Unit.FACTOR, number(10));
        var share = sheet.given("share", Unit.SHARE, number(0.25));
        sheet.require("shareBelowOne", share, Relation.LESS, Cell.ONE, "Lower it.");
        var revenue = sheet.let("revenue", price.times(units));
        return sheet.close(sheet.let("value", revenue.times(Cell.ONE.minus(share))));
    }

    private static ScenarioFacts facts(ScenarioFacts.Scenario... scenarios) {
        return new ScenarioFacts(new StoredSheet(sheet().graph(), List.of("revenue")), List.of(scenarios));
    }

    private static final ScenarioFacts.Scenario GOOD =
            ScenarioFacts.Scenario.of("good", Setting.of("price", 240), Setting.of("units", 12));
    private static final ScenarioFacts.Scenario BAD =
            ScenarioFacts.Scenario.of("bad", Setting.of("units", 5), Setting.of("share", 0.5));

    @Test
    void a_matrix_worked_by_hand() {
        var found =
                RiskScenario.standard().evaluate(facts(GOOD.weighted(number(0.6)), BAD.weighted(number(0.4))), CONTEXT);
        assertThat(found.figures()).containsExactly("value", "revenue");
        assertThat(found.base()).containsExactly(1500.0, 2000.0);
        assertThat(found.scenarios().get(0).values()).containsExactly(2160.0, 2880.0);
        assertThat(found.scenarios().get(1).values()).containsExactly(500.0, 1000.0);
        var value = found.summaries().get(0);
        assertThat(value.mean().orElseThrow()).isCloseTo(0.6 * 2160 + 0.4 * 500, within(1e-9));
        // two points: √(w₁w₂) · |difference|
        assertThat(value.deviation().orElseThrow()).isCloseTo(StrictMath.sqrt(0.24) * 1660, within(1e-9));
        assertThat(value.low()).isEqualTo(500);
        assertThat(value.lowScenario()).isEqualTo("bad");
        assertThat(value.highScenario()).isEqualTo("good");
        assertThat(found.notes()).extracting(Note::code).contains("probability-weighted", "weight-without-source");
        var sourced = number(1).from(Source.judged("committee", "minutes"));
        assertThat(RiskScenario.standard()
                        .evaluate(facts(GOOD.weighted(sourced)), CONTEXT)
                        .notes())
                .extracting(Note::code)
                .doesNotContain("weight-without-source");
    }

    @Test
    void scenarios_without_weights_have_a_range_and_no_mean() {
        var found = RiskScenario.standard().evaluate(facts(GOOD, BAD), CONTEXT);
        assertThat(found.summaries().get(0).mean()).isEmpty();
        assertThat(found.summaries().get(0).deviation()).isEmpty();
        assertThat(found.summaries().get(0).high()).isEqualTo(2160);
        assertThat(found.notes()).extracting(Note::code).contains("scenarios-not-weighted");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_mean_lies_among_the_scenarios_and_their_order_is_all_the_same(long seed) {
        var random = new SplittableRandom(seed);
        var scenarios = new ArrayList<ScenarioFacts.Scenario>();
        int n = 1 + random.nextInt(5);
        for (int k = 0; k < n; k++)
            scenarios.add(ScenarioFacts.Scenario.of(
                            "s" + k,
                            Setting.of("price", 1 + random.nextInt(500)),
                            Setting.of("share", random.nextDouble()))
                    .weighted(number(k == n - 1 ? 1 - (n - 1) / 8.0 : 0.125)));
        var stored = StoredSheet.of(sheet());
        var found = RiskScenario.standard().evaluate(new ScenarioFacts(stored, scenarios), CONTEXT);
        var summary = found.summaries().get(0);
        double mean = summary.mean().orElseThrow();
        assertThat(mean).isBetween(summary.low() - 1e-9, summary.high() + 1e-9);
        double square = 0;
        for (int k = 0; k < n; k++) {
            var settings = scenarios.get(k).settings();
            double value = settings.get(0).value() * 10 * (1 - settings.get(1).value());
            assertThat(found.scenarios().get(k).values().get(0)).isCloseTo(value, within(1e-9));
            square += scenarios.get(k).weight().orElseThrow().value() * value * value;
        }
        assertThat(summary.deviation().orElseThrow() * summary.deviation().orElseThrow())
                .isCloseTo(square - mean * mean, within(1e-6));
        java.util.Collections.reverse(scenarios);
        assertThat(RiskScenario.standard()
                        .evaluate(new ScenarioFacts(stored, scenarios), CONTEXT)
                        .summaries()
                        .get(0)
                        .mean()
                        .orElseThrow())
                .isCloseTo(mean, within(1e-9));
    }

    @Test
    void what_no_scenario_can_be_says_so() {
        assertThatThrownBy(() -> facts(GOOD.weighted(number(0.6)), BAD))
                .hasMessageContaining("scenarios[1].weight is missing. Weigh all scenarios or none");
        assertThatThrownBy(() -> facts(GOOD.weighted(number(0.6)), BAD.weighted(number(0.6))))
                .hasMessageContaining("scenarios must be of weights that sum to 1, but was 1.2");
        assertThatThrownBy(() -> facts()).hasMessageContaining("scenarios must be 1 to 100, but was 0");
        assertThatThrownBy(() -> facts(GOOD, GOOD)).hasMessageContaining("scenarios[1].name is used twice: good");
        assertThatThrownBy(() -> GOOD.weighted(number(1.5))).hasMessageContaining("weight must be in [0, 1]");
        assertThatThrownBy(() -> GOOD.weighted(number(0.5).distributed(new Distribution.Uniform(0, 1))))
                .hasMessageContaining("drawn alone it would no longer sum to 1");
        assertThatThrownBy(() -> RiskScenario.standard()
                        .evaluate(facts(GOOD, ScenarioFacts.Scenario.of("typo", Setting.of("unit", 5))), CONTEXT))
                .hasMessageContaining(
                        "scenarios[1].settings[0].input names 'unit', which is not known. Did you mean units?");
        assertThatThrownBy(() -> RiskScenario.standard()
                        .evaluate(facts(ScenarioFacts.Scenario.of("computed", Setting.of("revenue", 5))), CONTEXT))
                .hasMessageContaining("it is computed, not given");
        assertThatThrownBy(() -> RiskScenario.standard()
                        .evaluate(facts(ScenarioFacts.Scenario.of("gone", Setting.of("share", 1))), CONTEXT))
                .hasMessageContaining("scenarios[0].shareBelowOne");
    }

    @Test
    void a_two_way_table_and_the_line_of_break_even() {
        var facts = new TwoWayFacts(
                StoredSheet.of(sheet()),
                TwoWay.Scale.of("price", 100, 300, 5),
                TwoWay.Scale.of("units", 4, 12, 5),
                OptionalDouble.of(1200));
        var found = RiskTwoWay.standard().evaluate(facts, CONTEXT);
        assertThat(found.base()).isEqualTo(1500);
        assertThat(found.table().values().get(2).get(3)).hasValue(200 * 10 * 0.75);
        assertThat(found.table().line().orElseThrow().pieces())
                .isNotEmpty()
                .allSatisfy(
                        piece -> assertThat(piece.from().row() * piece.from().column() * 0.75)
                                .isCloseTo(1200, within(1e-8)));
        assertThat(found.notes()).extracting(Note::code).doesNotContain("target-not-crossed", "cells-without-value");
        var share = new TwoWayFacts(
                StoredSheet.of(sheet()),
                TwoWay.Scale.of("price", 100, 300, 3),
                TwoWay.Scale.of("share", List.of(0.0, 0.5, 1.0)),
                OptionalDouble.of(1e9));
        assertThat(RiskTwoWay.standard().evaluate(share, CONTEXT).notes())
                .filteredOn(note -> note.code().equals("cells-without-value"))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("3 cells have no value: shareBelowOne"));
        assertThat(RiskTwoWay.standard().evaluate(share, CONTEXT).notes())
                .extracting(Note::code)
                .contains("target-not-crossed");
    }

    @Test
    void a_table_of_a_million_cells_is_refused() {
        var many = IntStream.range(0, 1000).mapToObj(i -> (double) i).toList();
        assertThatThrownBy(() -> new TwoWayFacts(
                        StoredSheet.of(sheet()),
                        TwoWay.Scale.of("price", many),
                        TwoWay.Scale.of("units", many),
                        OptionalDouble.of(Double.NaN)))
                .hasMessageContaining("columns.values is larger than 10000 cells of the table allowed: 1000000")
                .hasMessageContaining("target must be a finite number");
        assertThatThrownBy(() -> new TwoWayFacts(
                        new StoredSheet(sheet().graph(), List.of("value", "revenue")),
                        TwoWay.Scale.of("price", 1, 2, 2),
                        TwoWay.Scale.of("units", 1, 2, 2),
                        OptionalDouble.empty()))
                .hasMessageContaining("sheet.figures must be at most one, but was 2");
    }

    private static Worksheet uncertain(double least) {
        var sheet = Sheet.open(CNY);
        var a = sheet.given("a", Unit.FACTOR, number(0.5).distributed(new Distribution.Uniform(0, 1)));
        var b = sheet.given("b", Unit.FACTOR, number(0.5).distributed(new Distribution.Uniform(0, 1)));
        var c = sheet.given("c", Unit.FACTOR, number(0.5).distributed(new Distribution.Uniform(0, 1)));
        sheet.require("enough", a, Relation.GREATER, Cell.number(least), "Raise it.");
        return sheet.close(sheet.let("value", a.plus(b).plus(c)));
    }

    private static List<String> codes(Worksheet worksheet, RiskSimulation.Options options) {
        return new RiskSimulation(options)
                .evaluate(StoredSheet.of(worksheet), CONTEXT).notes().stream()
                        .map(Note::code)
                        .toList();
    }

    @Test
    void a_simulation_tells_how_inputs_move_together_and_what_was_left_out() {
        var standard = RiskSimulation.Options.STANDARD;
        assertThat(codes(uncertain(-1), standard))
                .contains("inputs-independent")
                .doesNotContain("few-draws-rejected", "too-few-draws");
        assertThat(codes(uncertain(0.002), standard)).contains("few-draws-rejected");
        var together = List.of(
                new Correlation("a", "b", 0.9), new Correlation("b", "c", 0.9), new Correlation("a", "c", -0.9));
        var repaired = new RiskSimulation.Options(
                4096, Sampling.PLAIN, together, true, standard.percentiles(), Optional.empty());
        assertThat(codes(uncertain(-1), repaired))
                .contains("inputs-correlated", "correlations-repaired")
                .doesNotContain("inputs-independent");
        var refused = new RiskSimulation.Options(
                4096, Sampling.PLAIN, together, false, standard.percentiles(), Optional.empty());
        assertThatThrownBy(() -> codes(uncertain(-1), refused))
                .hasMessageContaining("the least eigenvalue of the matrix is -");
        var strict = new RiskSimulation.Options(
                1024,
                Sampling.PLAIN,
                List.of(),
                false,
                List.of(0.4, 0.6),
                Optional.of(new Simulation.StoppingRule(1e-9)));
        assertThat(codes(uncertain(-1), strict)).contains("stopping-rule-not-met", "too-few-draws");
    }
}
