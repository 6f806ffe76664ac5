package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopsisTest {

    private static Ranking rank(DecisionMatrix matrix, double... weights) {
        return Topsis.standard().evaluate(new WeightedMatrix(matrix, Matrices.named(matrix, weights)), CONTEXT);
    }

    @Test
    void published_case() {
        var published = PublishedCase.of("weighting.topsis", "T1");
        var matrix = Matrices.of(published);
        var weights = published.inputs("weights").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        var ranking = rank(matrix, weights);
        var exact = PublishedCase.numbers(published.expected().get("exact").get("closeness"));
        var printed =
                PublishedCase.numbers(published.expected().get("published").get("closeness"));
        var ranks = PublishedCase.numbers(published.expected().get("exact").get("ranking"));
        for (int i = 0; i < exact.size(); i++) {
            var place = ranking.place("A" + (i + 1));
            assertThat(place.score()).isCloseTo(exact.get(i), within(published.exactTolerance(exact.get(i))));
            assertThat(place.score())
                    .isCloseTo(
                            printed.get(i),
                            within(published.tolerance().get("published").asDouble()));
            assertThat(place.rank()).isEqualTo(ranks.get(i).intValue());
        }
        assertThat(ranking.best()).containsExactly("A3");
        assertThat(ranking.worksheet().value())
                .isEqualTo(
                        ranking.worksheet().value("best") - ranking.worksheet().value("next"));
    }

    @Test
    void by_hand_with_a_cost() {
        // benefit 3, 4 of length 5; cost 8, 6 of length 10; weights 0.6, 0.4
        var matrix = Matrices.of("+-", new double[] {3, 8}, new double[] {4, 6}, new double[] {0, 0});
        var ranking = rank(matrix, 0.6, 0.4);
        double[] v1 = {0.6 * 0.6, 0.4 * 0.8};
        double[] v2 = {0.6 * 0.8, 0.4 * 0.6};
        double[] v3 = {0, 0};
        double[] best = {0.48, 0};
        double[] worst = {0, 0.32};
        int i = 1;
        for (var v : List.of(v1, v2, v3)) {
            double plus = Math.sqrt((v[0] - best[0]) * (v[0] - best[0]) + (v[1] - best[1]) * (v[1] - best[1]));
            double minus = Math.sqrt((v[0] - worst[0]) * (v[0] - worst[0]) + (v[1] - worst[1]) * (v[1] - worst[1]));
            assertThat(ranking.place("A" + i++).score()).isCloseTo(minus / (plus + minus), within(1e-15));
        }
    }

    @Test
    void distances_by_hand() {
        // min-max: A1 0, 1; A2 1, 0; A3 0.5, 0.75; equal weights
        var matrix = Matrices.of("++", new double[] {0, 4}, new double[] {10, 0}, new double[] {5, 3});
        var facts = new WeightedMatrix(matrix, Matrices.named(matrix, 0.5, 0.5));
        var options = Topsis.Options.STANDARD.withNormalization(Topsis.Normalization.MIN_MAX);
        var manhattan = new Topsis(options.withDistance(Topsis.Distance.MANHATTAN)).evaluate(facts, CONTEXT);
        assertThat(manhattan.place("A3").score()).isCloseTo(0.625 / (0.375 + 0.625), within(1e-15));
        var chebyshev = new Topsis(options.withDistance(Topsis.Distance.CHEBYSHEV)).evaluate(facts, CONTEXT);
        assertThat(chebyshev.place("A3").score()).isCloseTo(0.375 / (0.25 + 0.375), within(1e-15));
        var euclidean = new Topsis(options).evaluate(facts, CONTEXT);
        double plus = Math.sqrt(0.25 * 0.25 + 0.125 * 0.125);
        double minus = Math.sqrt(0.25 * 0.25 + 0.375 * 0.375);
        assertThat(euclidean.place("A3").score()).isCloseTo(minus / (plus + minus), within(1e-15));
        assertThat(euclidean.place("A1").tied()).isTrue();
        assertThat(euclidean.place("A1").rank())
                .isEqualTo(euclidean.place("A2").rank())
                .isEqualTo(2);
        assertThat(euclidean.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("ranks-tied");
            assertThat(note.text()).isEqualTo("A1, A2");
        });
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scores_are_shares_whatever_the_order_and_the_unit(long seed) {
        var random = new SplittableRandom(seed);
        var matrix = Matrices.any(random);
        var weights = Matrices.anyWeights(matrix, random);
        var options = new Topsis.Options(
                Topsis.Normalization.values()[random.nextInt(4)], Topsis.Distance.values()[random.nextInt(3)]);
        var topsis = new Topsis(options);
        var ranking = topsis.evaluate(Matrices.weighted(matrix, weights), CONTEXT);
        assertThat(ranking.places())
                .allSatisfy(place -> assertThat(place.score()).isBetween(0.0, 1.0));
        for (var other : List.of(
                Matrices.rotated(matrix),
                Matrices.turned(matrix),
                Matrices.changed(matrix, 0, random.nextDouble(0.01, 1000), 0))) {
            var again = topsis.evaluate(Matrices.weighted(other, weights), CONTEXT);
            for (var place : ranking.places())
                assertThat(again.place(place.alternative()).score()).isCloseTo(place.score(), within(1e-10));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_better_by_every_criterion_never_ranks_lower(long seed) {
        var random = new SplittableRandom(seed);
        var matrix = Matrices.any(random);
        var options = new Topsis.Options(
                Topsis.Normalization.values()[random.nextInt(4)], Topsis.Distance.values()[random.nextInt(3)]);
        // The first alternative becomes a little better than the second by every criterion.
        for (int j = 0; j < matrix.criteria().size(); j++) {
            boolean isBenefit = matrix.criteria().get(j).direction() == DecisionMatrix.Direction.BENEFIT;
            double second = matrix.alternatives().get(1).values().get(j).value();
            matrix = matrix.with(0, j, number(isBenefit ? second * 1.01 : second / 1.01));
        }
        var ranking =
                new Topsis(options).evaluate(Matrices.weighted(matrix, Matrices.anyWeights(matrix, random)), CONTEXT);
        assertThat(ranking.place("A1").score())
                .isGreaterThanOrEqualTo(ranking.place("A2").score());
    }

    @ParameterizedTest
    @EnumSource(Topsis.Distance.class)
    void the_best_by_every_criterion_scores_one_and_the_worst_nothing(Topsis.Distance distance) {
        var matrix = Matrices.of("+-", new double[] {9, 1}, new double[] {5, 2}, new double[] {3, 4});
        var facts = new WeightedMatrix(matrix, Matrices.named(matrix, 0.5, 0.5));
        var ranking = new Topsis(Topsis.Options.STANDARD.withDistance(distance)).evaluate(facts, CONTEXT);
        assertThat(ranking.place("A1").score()).isEqualTo(1);
        assertThat(ranking.place("A3").score()).isZero();
        assertThat(ranking.worksheet().derivatives().partials()).isNotEmpty();
        assertThat(ranking.worksheet().derivatives().atKink()).isEqualTo(distance != Topsis.Distance.MANHATTAN);
    }

    @Test
    void a_dominated_alternative_may_change_the_order_of_the_others() {
        var matrix = Matrices.of(
                "++", new double[] {10, 6}, new double[] {7, 9}, new double[] {6, 5.9}, new double[] {0.1, 5.8});
        var options = Topsis.Options.STANDARD.withNormalization(Topsis.Normalization.MIN_MAX);
        var all = new Topsis(options).evaluate(new WeightedMatrix(matrix, Matrices.named(matrix, 0.5, 0.5)), CONTEXT);
        var fewer = matrix.without(3);
        var rest = new Topsis(options).evaluate(new WeightedMatrix(fewer, Matrices.named(fewer, 0.5, 0.5)), CONTEXT);
        assertThat(all.place("A2").rank()).isOne();
        assertThat(rest.places()).hasSize(3);
        assertThat(all.notes()).anyMatch(note -> note.code().equals("relative-to-alternatives"));
    }

    @Test
    void a_draw_tells_how_far_the_order_stands() {
        var matrix = Matrices.of("++", new double[] {10, 6}, new double[] {8, 7.4}, new double[] {5, 5});
        var uncertain = matrix.with(0, 0, number(10).distributed(new Distribution.Uniform(8, 12)));
        var worksheet = rank(uncertain, 0.5, 0.5).worksheet();
        var drawn = worksheet.simulate(
                Simulation.of(3).withDraws(4096),
                List.of("comesFirst/A1", "comesFirst/A2", "comesFirst/A3", "rank/A3"));
        assertThat(drawn.of("comesFirst/A1").mean() + drawn.of("comesFirst/A2").mean())
                .isCloseTo(1, within(1e-12));
        assertThat(drawn.of("comesFirst/A1").mean()).isStrictlyBetween(0.3, 0.9);
        assertThat(drawn.of("comesFirst/A3").mean()).isZero();
        assertThat(drawn.of("rank/A3").mean()).isEqualTo(3);
    }

    @Test
    void drawn_weights_keep_their_sum() {
        var matrix = Matrices.of("++", new double[] {10, 6}, new double[] {8, 7.4});
        var weights = Map.of("C1", number(0.5).distributed(new Distribution.Uniform(0, 1)), "C2", number(0.5));
        var worksheet = Topsis.standard()
                .evaluate(new WeightedMatrix(matrix, weights), CONTEXT)
                .worksheet();
        var moved = worksheet.with("judgedWeight", java.util.Optional.of("C1"), 1.5);
        assertThat(moved.values("weight")).containsExactly(0.75, 0.25);
        assertThat(worksheet.simulate(Simulation.of(1).withDraws(1024)).rejected())
                .isZero();
    }

    @Test
    void takes_weights_that_were_found_with_their_source() {
        var matrix = Matrices.of("++", new double[] {10, 6}, new double[] {8, 7}, new double[] {5, 5});
        var found = Entropy.standard().evaluate(matrix, CONTEXT);
        var ranking = Topsis.standard().evaluate(WeightedMatrix.of(matrix, found), CONTEXT);
        assertThat(ranking.explanation().text()).contains("weighting.entropy");
        assertThat(ranking.worksheet().values("weight").get(0))
                .isCloseTo(found.weights().of("C1"), within(1e-15));
    }

    @Test
    void refuses_weights_of_other_criteria() {
        var matrix = Matrices.of("++", new double[] {10, 6}, new double[] {8, 7});
        assertThatThrownBy(() -> WeightedMatrix.of(
                        matrix, Weights.of(Map.entry("C1", 0.5), Map.entry("price", 0.4)), Source.NOT_STATED))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new WeightedMatrix(matrix, Map.of("C1", number(0.5), "price", number(0.4))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("weights is missing. Weigh C2; 0 leaves a criterion out of account.")
                .hasMessageContaining("weights names the criterion 'price', which is not known. Criteria are C1, C2.")
                .hasMessageContaining(
                        "weights must be in sum 1, but was 0.9. Correct the weights; they are not rescaled.");
        assertThatThrownBy(() -> new WeightedMatrix(matrix, Map.of("C1", number(30), "C2", number(70))))
                .hasMessageContaining("weights.C1 must be in [0, 1] as a decimal, but was 30. Did you mean 0.3 (30%)?");
    }

    @Test
    void refuses_what_cannot_be_normalized_or_ranked() {
        var zeros = Matrices.of("++", new double[] {0, 6}, new double[] {0, 7});
        assertThatThrownBy(() -> rank(zeros, 0.5, 0.5))
                .hasMessage("criteria/C1/sizeAboveZero: it must hold that size > 0, but 0 is not > 0. "
                        + "Leave the criterion out, or normalize by min-max.");
        var constant = Matrices.of("++", new double[] {5, 6}, new double[] {5, 7});
        var placed = new Topsis(Topsis.Options.STANDARD.withNormalization(Topsis.Normalization.MIN_MAX));
        assertThatThrownBy(() ->
                        placed.evaluate(new WeightedMatrix(constant, Matrices.named(constant, 0.5, 0.5)), CONTEXT))
                .hasMessage("criteria/C1/spread: it must hold that greatest > least, but 5 is not > 5. "
                        + "Leave the criterion out, or normalize by vector.");
        assertThat(rank(constant, 0.5, 0.5).best()).containsExactly("A2");
        assertThatThrownBy(() -> rank(constant, 1, 0))
                .hasMessageContaining("alternativesDiffer")
                .hasMessageContaining(
                        "The alternatives are alike by every criterion that weighs anything: there is nothing to rank.");
        assertThatThrownBy(() -> rank(constant, 0.5, 0.5).place("A9"))
                .hasMessage("alternative names 'A9', which is not known. Ranked are A2, A1.");
    }
}
