package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.asset.Scenario;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncomeScenariosTest {

    private static final Scenario SCORING = Scenario.of("scoring", "Bank A", "prices loans");
    private static final Scenario LIMITS = Scenario.of("limits", "Bank A", "sets limits");
    private static final Scenario CLAIMS = Scenario.of("claims", "Insurer B", "screens claims");

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0), rate(0.1));
    private static final WithAndWithout END_OF_YEAR =
            new WithAndWithout(new WithAndWithout.Options(IncomeConventions.STANDARD.withTiming(Timing.END)));

    /** A year's increment. */
    private static Comparison gain(double amount) {
        return Comparison.of(business(1000 + amount), business(1000));
    }

    private static BusinessCase business(double revenue) {
        return BusinessCase.of(
                new OperatingIncome.Amounts(row(List.of(revenue)), row(List.of(500.0)), Optional.empty()));
    }

    private static Worksheet worksheet(IncomeScenarios<Comparison> scenarios) {
        return END_OF_YEAR
                .evaluate(WithAndWithoutFacts.of(scenarios, TERMS), CONTEXT)
                .worksheet();
    }

    @Test
    void one_of_several_happens() {
        var worksheet = worksheet(IncomeScenarios.exclusive(List.of(
                IncomeScenarios.Part.exclusive(SCORING, number(0.3), gain(110)),
                IncomeScenarios.Part.exclusive(CLAIMS, number(0.7), gain(220)))));
        assertThat(worksheet.value("scenarios/scoring/presentValue")).isCloseTo(100, within(1e-12));
        assertThat(worksheet.value("scenarios/claims/presentValue")).isCloseTo(200, within(1e-12));
        assertThat(worksheet.value()).isCloseTo(0.3 * 100 + 0.7 * 200, within(1e-12));
    }

    @Test
    void buyers_beside_each_other_count_a_shared_benefit_once() {
        var worksheet = worksheet(IncomeScenarios.additive(List.of(
                IncomeScenarios.Part.additive(SCORING, gain(110)),
                IncomeScenarios.Part.additive(LIMITS, number(0.4), gain(220)),
                IncomeScenarios.Part.additive(CLAIMS, gain(55)))));
        assertThat(worksheet.values("scenarioWeight")).containsExactly(1.0, 0.6, 1.0);
        assertThat(worksheet.value()).isCloseTo(100 + 0.6 * 200 + 50, within(1e-12));
    }

    /** A stated overlap, a probability, a terminal value and the cap act on all scenarios together. */
    @Test
    void terminal_value_and_cap_act_once() {
        var scenarios = IncomeScenarios.additive(List.of(
                IncomeScenarios.Part.additive(SCORING, gain(100)),
                new IncomeScenarios.Part<>(CLAIMS, Optional.of(number(0.5)), Optional.of(number(0.2)), gain(50))));
        var growing = TERMS.withTerminalValue(new TerminalValue.ConstantGrowth(rate(0.02)));
        assertThat(END_OF_YEAR
                        .evaluate(WithAndWithoutFacts.of(scenarios, growing), CONTEXT)
                        .worksheet()
                        .value())
                .isCloseTo((100 + 0.4 * 50) / 0.08, within(1e-9));
        var capped = TERMS.withReplicationCap(new ReplicationCap(org.dataassay.valuation.Terms.cny(10), number(0.5)));
        assertThat(END_OF_YEAR
                        .evaluate(WithAndWithoutFacts.of(scenarios, capped), CONTEXT)
                        .worksheet()
                        .value())
                .isCloseTo(10 + 0.5 * 120, within(1e-12));
    }

    @Test
    void any_income_method_is_valued_by_scenarios() {
        var royalty = new Royalty(number(0.1), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE);
        var scenarios = IncomeScenarios.exclusive(List.of(
                IncomeScenarios.Part.exclusive(
                        SCORING, number(0.25), RoyaltyFacts.of(row(List.of(1000.0)), royalty, TERMS)),
                IncomeScenarios.Part.exclusive(
                        CLAIMS, number(0.75), RoyaltyFacts.of(row(List.of(2000.0)), royalty, TERMS))));
        var method = ReliefFromRoyalty.standard();
        var sheet = Sheet.open(CNY);
        var worksheet = sheet.close(scenarios.write(sheet, (section, facts) -> method.write(section, facts, CONTEXT)));
        assertThat(worksheet.value()).isCloseTo((0.25 * 100 + 0.75 * 200) / StrictMath.sqrt(1.1), within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Whatever the overlaps, the whole is worth at least its first part and at most the sum of its parts. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_whole_never_exceeds_the_sum_of_its_parts(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(2, 8);
        var parts = IntStream.range(0, n)
                .mapToObj(k -> {
                    var scenario = Scenario.of("use " + k, "buyer " + random.nextInt(3), "purpose " + k);
                    var gain = gain(random.nextDouble(0, 1e6));
                    return k == 0
                            ? IncomeScenarios.Part.additive(scenario, gain)
                            : IncomeScenarios.Part.additive(scenario, number(random.nextDouble(0, 1)), gain);
                })
                .toList();
        var worksheet = worksheet(IncomeScenarios.additive(parts));
        double sum = worksheet.values("scenarioValue").stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(worksheet.value())
                .isBetween(worksheet.values("scenarioValue").get(0) * (1 - 1e-15), sum * (1 + 1e-15));
    }

    @Test
    void probabilities_that_do_not_sum_to_one_are_refused() {
        assertThatThrownBy(() -> IncomeScenarios.exclusive(List.of(
                        IncomeScenarios.Part.exclusive(SCORING, number(0.3), gain(1)),
                        IncomeScenarios.Part.exclusive(CLAIMS, number(0.45), gain(1)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("parts must be of probabilities that sum to 1, but was 0.75")
                .hasMessageContaining("not rescaled silently");
        var almost = IncomeScenarios.exclusive(List.of(
                IncomeScenarios.Part.exclusive(SCORING, number(0.3), gain(1)),
                IncomeScenarios.Part.exclusive(CLAIMS, number(0.7 + 9e-10), gain(1))));
        assertThat(almost.parts()).hasSize(2);
        assertThatThrownBy(() -> IncomeScenarios.exclusive(List.of(
                        IncomeScenarios.Part.exclusive(SCORING, number(0.3), gain(1)),
                        IncomeScenarios.Part.exclusive(CLAIMS, number(0.7 + 1.1e-9), gain(1)))))
                .hasMessageContaining("sum to 1");
    }

    @Test
    void a_drawn_probability_among_exclusive_scenarios_is_refused() {
        assertThatThrownBy(() -> IncomeScenarios.exclusive(List.of(
                        IncomeScenarios.Part.exclusive(
                                SCORING, number(0.3).distributed(new Distribution.Uniform(0.2, 0.4)), gain(1)),
                        IncomeScenarios.Part.exclusive(CLAIMS, number(0.7), gain(1)))))
                .hasMessageContaining("parts[0].probability")
                .hasMessageContaining("no longer sum to 1");
    }

    @Test
    void overlapping_scenarios_are_refused() {
        assertThatThrownBy(() -> IncomeScenarios.additive(List.of(
                        IncomeScenarios.Part.additive(SCORING, gain(1)),
                        IncomeScenarios.Part.additive(Scenario.of("again", "Bank A", "prices loans"), gain(1)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "parts[1].scenario is used twice: prices loans by Bank A. The same use by the same buyer is one benefit: count it once, or let the scenarios exclude each other.");
        assertThatThrownBy(() -> IncomeScenarios.additive(List.of(
                        IncomeScenarios.Part.additive(SCORING, gain(1)),
                        IncomeScenarios.Part.additive(LIMITS, gain(1)))))
                .hasMessage(
                        "parts[1].overlap is missing. Bank A has a scenario already; state what share of this benefit that one counts, 0 where none.");
        assertThatThrownBy(() ->
                        IncomeScenarios.additive(List.of(IncomeScenarios.Part.additive(SCORING, number(0.2), gain(1)))))
                .hasMessageContaining("no scenario stands before the first");
        assertThatThrownBy(() -> IncomeScenarios.Part.additive(SCORING, number(20), gain(1)))
                .hasMessageContaining("overlap must be in [0, 1] as a decimal, but was 20. Did you mean 0.2 (20%)?");
    }

    @Test
    void exclusive_scenarios_that_overlap_and_names_twice_are_told_together() {
        assertThatThrownBy(() -> IncomeScenarios.exclusive(List.of(
                        IncomeScenarios.Part.additive(SCORING, gain(1)),
                        IncomeScenarios.Part.additive(SCORING, number(0.5), gain(1)))))
                .hasMessageContaining("parts[1].scenario.name is used twice: scoring.")
                .hasMessageContaining("parts[0].probability is missing.")
                .hasMessageContaining("parts[1].overlap does not fit");
    }

    @Test
    void an_additive_scenario_that_destroys_value_is_refused() {
        assertThatThrownBy(() -> worksheet(IncomeScenarios.additive(List.of(
                        IncomeScenarios.Part.additive(SCORING, gain(110)),
                        IncomeScenarios.Part.additive(CLAIMS, gain(-11))))))
                .hasMessageContaining("leave it out");
    }

    @Test
    void what_is_taken_for_granted_is_told() {
        var additive = IncomeScenarios.additive(List.of(
                IncomeScenarios.Part.additive(SCORING, gain(1)), IncomeScenarios.Part.additive(CLAIMS, gain(1))));
        assertThat(END_OF_YEAR
                        .evaluate(WithAndWithoutFacts.of(additive, TERMS), CONTEXT)
                        .notes())
                .anySatisfy(note -> {
                    assertThat(note.code()).isEqualTo("scenarios-do-not-overlap");
                    assertThat(note.text()).endsWith("claims");
                });
        var exclusive = IncomeScenarios.exclusive(List.of(IncomeScenarios.Part.exclusive(SCORING, number(1), gain(1))));
        assertThat(END_OF_YEAR
                        .evaluate(WithAndWithoutFacts.of(exclusive, TERMS), CONTEXT)
                        .notes())
                .extracting(Note::code)
                .contains("probability-weighted");
    }

    @Test
    void scenarios_of_different_length_are_refused() {
        var longer = Comparison.of(
                BusinessCase.of(
                        new OperatingIncome.Amounts(row(List.of(1.0, 2.0)), row(List.of(1.0, 2.0)), Optional.empty())),
                BusinessCase.of(
                        new OperatingIncome.Amounts(row(List.of(1.0, 2.0)), row(List.of(1.0, 2.0)), Optional.empty())));
        var scenarios = IncomeScenarios.additive(List.of(
                IncomeScenarios.Part.additive(SCORING, gain(1)), IncomeScenarios.Part.additive(CLAIMS, longer)));
        assertThatThrownBy(() -> WithAndWithoutFacts.of(scenarios, TERMS))
                .hasMessageContaining("scenarios.parts[1].benefit must be 1 periods long, as the first, but was 2.");
    }
}
