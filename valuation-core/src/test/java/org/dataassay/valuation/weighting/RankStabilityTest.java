package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Simulation;
import org.junit.jupiter.api.Test;

class RankStabilityTest {

    private static final List<String> ABC = List.of("a", "b", "c");

    private static RankOrder order(String by, Double... ranks) {
        return new RankOrder(by, ABC, List.of(ranks));
    }

    @Test
    void orders_by_hand() {
        var order = RankOrder.ofScores("x", List.of("a", "b", "c", "d"), List.of(3.0, 7.0, 3.0, 1.0));
        assertThat(order.ranks()).containsExactly(2.5, 1.0, 2.5, 4.0);
        assertThat(order.first()).containsExactly("b");
        var other = RankOrder.ofScores("y", List.of("d", "c", "b", "a"), List.of(1.0, 2.0, 3.0, 4.0));
        // a before b in y: of six pairs five differ in x, four of them agree, one is reversed
        assertThat(order.kendallTau(other).orElseThrow()).isCloseTo(3 / Math.sqrt(5.0 * 6), within(1e-15));
        assertThat(order.reversedPairs(other)).isCloseTo(1 / 6.0, within(1e-16));
        // ranks less 2.5: x 0, −1.5, 0, 1.5 and y −1.5, −0.5, 0.5, 1.5
        assertThat(order.spearman(other).orElseThrow()).isCloseTo(3 / Math.sqrt(4.5 * 5), within(1e-15));
        assertThat(order("x", 2.0, 2.0, 2.0).kendallTau(order("y", 1.0, 2.0, 3.0)))
                .isEqualTo(OptionalDouble.empty());
    }

    @Test
    void agreement_of_three_orders_by_hand() {
        var agreement = RankAgreement.of(
                List.of(order("x", 1.0, 2.0, 3.0), order("y", 1.0, 2.0, 3.0), order("z", 3.0, 1.0, 2.0)));
        // rank sums 5, 5, 8 about 6: S = 1 + 1 + 4, W = 12·6/(9·24)
        assertThat(agreement.concordance().orElseThrow()).isCloseTo(72 / 216.0, within(1e-16));
        assertThat(agreement.common().first()).containsExactly("a", "b");
        assertThat(agreement.first()).containsExactly("a", "b");
        assertThat(agreement.sameFirst()).isEqualTo(1);
        assertThat(agreement.leastKendallTau().orElseThrow()).isCloseTo(-1 / 3.0, within(1e-15));
        assertThat(agreement.opinions().get(2).reversedPairs()).isCloseTo(1 / 3.0, within(1e-16)); // a and c
        assertThat(agreement.opinions().get(2).order().by()).isEqualTo("z");
    }

    @Test
    void concordance_is_corrected_for_ties() {
        var agreement = RankAgreement.of(List.of(order("x", 1.5, 1.5, 3.0), order("y", 1.5, 1.5, 3.0)));
        assertThat(agreement.concordance().orElseThrow()).isCloseTo(1, within(1e-15));
        assertThat(RankAgreement.of(List.of(order("x", 2.0, 2.0, 2.0), order("y", 2.0, 2.0, 2.0)))
                        .concordance())
                .isEqualTo(OptionalDouble.empty());
    }

    @Test
    void orders_of_other_names_are_refused() {
        assertThatThrownBy(() -> order("x", 1.0, 2.0, 3.0)
                        .kendallTau(RankOrder.of("y", Weights.of(Map.entry("a", 0.4), Map.entry("b", 0.6)))))
                .hasMessage("order does not fit: x ranks a, b, c but y ranks a, b. Compare orders of the same names.");
        assertThatThrownBy(() -> RankAgreement.of(List.of(order("x", 1.0, 2.0, 3.0))))
                .hasMessage("orders must be 2 to 200, but was 1. Compare at least two.");
    }

    private static final Ahp METHOD = Ahp.of(Ahp.Options.of(Ahp.Prioritization.GEOMETRIC_MEAN, RandomIndex.SAATY_1980));

    private static AhpFacts twoElements(double median, double sigma) {
        var judged = Input.of(median).distributed(new Distribution.LogNormal(median, sigma));
        return AhpFacts.of(
                "goal",
                AhpFacts.Comparison.of(
                        "goal", List.of("a", "b"), Judgements.by("expert", 2).of(0, 1, judged)));
    }

    /** One judgement of two elements: the order turns where the draw falls below 1. */
    @Test
    void probability_of_reversal_in_closed_form() {
        double stays = Elementary.normalCdf(Elementary.log(1.5) / 0.5);
        var stability = RankStability.of(
                METHOD, twoElements(1.5, 0.5), CONTEXT, Simulation.of(7).withDraws(100_000));
        double error = 4 * stability.standardError();
        assertThat(stability.probabilityFirstStays()).isCloseTo(stays, within(error));
        assertThat(stability.probabilityOfReversal()).isCloseTo(1 - stays, within(error));
        assertThat(stability.place("a").probabilities().get(0)).isCloseTo(stays, within(error));
        assertThat(stability.place("b").probabilities().get(1)).isCloseTo(stays, within(error));
        assertThat(stability.place("b").meanRank()).isCloseTo(1 + stays, within(error));
        assertThat(stability.kendallTau()).isCloseTo(2 * stays - 1, within(2 * error));
        assertThat(stability.reversedPairs()).isCloseTo(1 - stays, within(error));
        assertThat(stability.base().first()).containsExactly("a");
    }

    @Test
    void probabilities_of_ranks_add_up_and_threads_change_nothing() {
        var judged = Judgements.by("expert", 4);
        double[] medians = {1.1, 1.3, 2, 1.2, 1.8, 1.4};
        int next = 0;
        for (int i = 0; i < 4; i++)
            for (int j = i + 1; j < 4; j++) {
                double median = medians[next++];
                judged = judged.of(i, j, Input.of(median).distributed(new Distribution.LogNormal(median, 0.3)));
            }
        var facts = AhpFacts.of("goal", AhpFacts.Comparison.of("goal", List.of("a", "b", "c", "d"), judged));
        var one = RankStability.of(METHOD, facts, CONTEXT, Simulation.of(3).withDraws(20_480));
        var eight = RankStability.of(
                METHOD, facts, CONTEXT, Simulation.of(3).withDraws(20_480).onThreads(8));
        assertThat(eight).isEqualTo(one);
        double ranks = 0;
        for (var place : one.places()) {
            assertThat(place.probabilities().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
            double mean = 0;
            for (int r = 0; r < 4; r++) mean += (r + 1) * place.probabilities().get(r);
            assertThat(place.meanRank()).isCloseTo(mean, within(1e-9));
            ranks += place.meanRank();
        }
        assertThat(ranks).isCloseTo(10, within(1e-9)); // 1 + 2 + 3 + 4, nothing ties
        for (int r = 0; r < 4; r++) {
            double taken = 0;
            for (var place : one.places()) taken += place.probabilities().get(r);
            assertThat(taken).isCloseTo(1, within(1e-12));
        }
        assertThat(one.probabilityFirstStays())
                .isCloseTo(one.place("a").probabilities().get(0), within(1e-12));
        assertThat(one.kendallTau()).isCloseTo(1 - 2 * one.reversedPairs(), within(1e-12));
        assertThat(one.leastLikelyTau()).isLessThan(one.kendallTau());
        assertThat(one.spearman()).isBetween(one.kendallTau(), 1.0);
    }

    @Test
    void nothing_to_rank_is_refused() {
        assertThatThrownBy(() -> RankStability.of(METHOD, twoElements(1, 0.5), CONTEXT, Simulation.of(1)))
                .hasMessage(
                        "ranked is not valid: all tie at the base values. There is no order whose stability could be told.");
    }

    @Test
    void weights_are_never_rescaled() {
        assertThatThrownBy(() -> Weights.of(Map.entry("a", 0.5), Map.entry("a", 0.4)))
                .hasMessage(
                        "names[1] is used twice: a. Weight each name once.\n"
                                + "values must be weights that sum to 1, but was 0.9. Correct the weights; they are not rescaled.");
        var weights = Weights.of(Map.entry("a", 0.75), Map.entry("b", 0.25));
        assertThat(weights.inOrder(List.of("b", "a")).values()).containsExactly(0.25, 0.75);
        assertThatThrownBy(() -> weights.inOrder(List.of("b"))).hasMessage("order is missing. It leaves out a.");
        assertThatThrownBy(() -> weights.of("c"))
                .hasMessage("weight names 'c', which is not known. Weighted are a, b.");
        assertThat(Weights.equal(List.of("x", "y", "z")).size()).isEqualTo(3);
    }
}
