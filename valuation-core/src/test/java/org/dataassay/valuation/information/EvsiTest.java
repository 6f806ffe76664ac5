package org.dataassay.valuation.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvsiTest {

    private static final DecisionTable PLANT = DecisionCases.table(
            List.of(0.4, 0.6), List.of(List.of(200.0, -180.0), List.of(100.0, -20.0), List.of(0.0, 0.0)));

    private static StudyFacts survey(double[][] likelihoods) {
        var rows = new ArrayList<List<Input<Double>>>();
        for (var row : likelihoods) rows.add(List.of(number(row[0]), number(row[1])));
        return StudyFacts.of(PLANT, List.of("favorable", "unfavorable"), rows);
    }

    private static double evsi(StudyFacts facts) {
        return Evsi.standard().evaluate(facts, CONTEXT).worksheet().value();
    }

    @Test
    void bayes_by_hand() {
        var found = Evsi.standard()
                .evaluate(survey(new double[][] {{0.8, 0.2}, {0.1, 0.9}}).withCost(cny(5)), CONTEXT);
        // without: small plant 0.4 · 100 − 0.6 · 20 = 28, large 80 − 108 = −28; EVPI 0.4 · 200 + 0 − 28 = 52
        assertThat(found.withoutInformation()).isEqualTo(money(28));
        assertThat(found.actionWithoutInformation()).isEqualTo("a2");
        // P(favorable) = 0.32 + 0.06 = 0.38; joint payoffs: large 0.32 · 200 − 0.06 · 180 = 53.2, small 32 − 1.2 = 30.8
        // unfavorable: 0.08 and 0.54: large 16 − 97.2, small 8 − 10.8 = −2.8, none 0
        assertThat(found.worksheet().value()).isCloseTo(53.2 - 28, within(1e-12));
        assertThat(found.value()).isEqualTo(money(25.2));
        assertThat(found.netBenefit()).contains(money(20.2));
        assertThat(found.efficiency().orElseThrow()).isCloseTo(25.2 / 52, within(1e-14));
        assertThat(found.advice())
                .satisfiesExactly(
                        favorable -> {
                            assertThat(favorable.action()).isEqualTo("a1");
                            assertThat(favorable.probability()).isCloseTo(0.38, within(1e-15));
                            assertThat(favorable.posterior().get("s1")).isCloseTo(0.32 / 0.38, within(1e-15));
                            assertThat(favorable.posterior().get("s2")).isCloseTo(0.06 / 0.38, within(1e-15));
                            assertThat(favorable.expectedPayoff()).contains(money(140));
                        },
                        unfavorable -> {
                            assertThat(unfavorable.action()).isEqualTo("a3");
                            assertThat(unfavorable.expectedPayoff()).contains(money(0));
                        });
    }

    @Test
    void posteriors_rounded_to_two_decimals_as_in_a_textbook_give_another_number() {
        double exact = evsi(survey(new double[][] {{0.8, 0.2}, {0.1, 0.9}}));
        double printed = 0.38 * (0.84 * 200 - 0.16 * 180) - 28;
        assertThat(printed / exact).isCloseTo(0.988, within(1e-3));
    }

    @Test
    void a_signal_that_tells_all_is_worth_perfect_information_and_one_that_tells_nothing_is_worth_nothing() {
        assertThat(evsi(survey(new double[][] {{1, 0}, {0, 1}}))).isCloseTo(52, within(1e-12));
        assertThat(evsi(survey(new double[][] {{0.3, 0.7}, {0.3, 0.7}}))).isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_study_is_worth_at_most_what_it_is_about(long seed) {
        var random = new SplittableRandom(seed);
        var table = DecisionCases.any(random);
        double perfect = Evpi.standard().evaluate(table, CONTEXT).worksheet().value();
        for (var about : List.of(List.<String>of(), List.of("x"), List.of("y"), List.of("x", "y"))) {
            var facts = DecisionCases.study(random, table, about);
            var found = Evsi.standard().evaluate(facts, CONTEXT).worksheet();
            double partial = about.isEmpty()
                    ? perfect
                    : Evppi.standard()
                            .evaluate(new PartialFacts(table, about), CONTEXT)
                            .worksheet()
                            .value();
            assertThat(found.value()).isBetween(0.0, partial + 1e-9);
            assertThat(partial).isLessThanOrEqualTo(perfect + 1e-9);
            assertThat(found.value()).isCloseTo(byHand(facts), within(1e-9));
            for (var signal : facts.signals()) {
                double sum = 0;
                for (double p : found.values("study/" + signal + "/posterior")) sum += p;
                assertThat(sum).isCloseTo(1, within(1e-14));
            }
            assertThat(evsi(garbled(facts))).as("a garbled signal").isLessThanOrEqualTo(found.value() + 1e-9);
        }
    }

    /** The first two signals taken for one. */
    private static StudyFacts garbled(StudyFacts facts) {
        if (facts.signals().size() == 2) return facts;
        var rows = facts.likelihoods().stream()
                .map(row -> {
                    var p = new ArrayList<>(row.probabilities());
                    double both = p.remove(0).value() + p.get(0).value();
                    p.set(0, number(both));
                    return new StudyFacts.Likelihood(row.where(), p);
                })
                .toList();
        return new StudyFacts(
                facts.table(),
                facts.about(),
                facts.signals().subList(1, facts.signals().size()),
                rows,
                Optional.empty());
    }

    private static double byHand(StudyFacts facts) {
        var table = facts.table();
        double with = 0;
        for (int z = 0; z < facts.signals().size(); z++) {
            double best = Double.NEGATIVE_INFINITY;
            for (var action : table.actions()) {
                double sum = 0;
                for (int i = 0; i < table.states().size(); i++) {
                    var state = table.states().get(i);
                    var where = facts.about().isEmpty()
                            ? List.of(state.name())
                            : facts.about().stream()
                                    .map(p -> state.parameters().get(p))
                                    .toList();
                    double likelihood = facts.likelihoods().stream()
                            .filter(row -> row.where().equals(where))
                            .findFirst()
                            .orElseThrow()
                            .probabilities()
                            .get(z)
                            .value();
                    sum += state.probability().value()
                            * likelihood
                            * action.payoffs().get(i).value().toDouble();
                }
                best = Math.max(best, sum);
            }
            with += best;
        }
        double without = Double.NEGATIVE_INFINITY;
        for (var action : table.actions()) {
            double mean = 0;
            for (int i = 0; i < table.states().size(); i++)
                mean += table.states().get(i).probability().value()
                        * action.payoffs().get(i).value().toDouble();
            without = Math.max(without, mean);
        }
        return Math.max(0, with - without);
    }

    @Test
    void a_study_that_costs_more_than_it_is_worth_says_so() {
        var found = Evsi.standard()
                .evaluate(survey(new double[][] {{0.6, 0.4}, {0.5, 0.5}}).withCost(cny(40)), CONTEXT);
        assertThat(found.netBenefit().orElseThrow()).isLessThan(money(0));
        assertThat(found.notes()).extracting(Note::code).contains("study-costs-more");
    }

    @Test
    void bad_likelihoods_say_so() {
        assertThatThrownBy(() -> survey(new double[][] {{0.8, 0.3}, {0.1, 0.9}}))
                .hasMessageContaining("probabilities must be a row that sums to 1, but was 1.1")
                .hasMessageContaining("Where s1 holds");
        assertThatThrownBy(() -> survey(new double[][] {{1.5, -0.5}, {0.1, 0.9}}))
                .hasMessageContaining("probabilities[0] must be in [0, 1]")
                .hasMessageContaining("probabilities[1] must be in [0, 1]");
        assertThatThrownBy(() -> survey(new double[][] {{0.8, 0.2}}))
                .hasMessageContaining("likelihoods is missing. No row says how likely the signals are where s2 holds.");
        assertThatThrownBy(() -> StudyFacts.of(PLANT, List.of("one"), List.of()))
                .hasMessageContaining("signals must be 2 to 50, but was 1");
        assertThatThrownBy(() -> evsi(survey(new double[][] {{1, 0}, {1, 0}})))
                .hasMessageContaining("Leave out a signal that never comes");
        var row = new StudyFacts.Likelihood(List.of("s3"), List.of(number(0.5), number(0.5)));
        var again = new StudyFacts.Likelihood(List.of("s1"), List.of(number(1)));
        assertThatThrownBy(() -> new StudyFacts(
                        PLANT, List.of(), List.of("f", "u"), List.of(row, again, again), Optional.empty()))
                .hasMessageContaining("likelihoods[0].where names s3, which is not known. Name one of [s1, s2].")
                .hasMessageContaining("likelihoods[1].probabilities must be one for each of the 2 signals, but was 1")
                .hasMessageContaining("likelihoods[2].where is used twice: s1");
        assertThatThrownBy(
                        () -> new StudyFacts(PLANT, List.of("demand"), List.of("f", "u"), List.of(), Optional.empty()))
                .hasMessageContaining("about[0] names 'demand', which is not known");
    }
}
