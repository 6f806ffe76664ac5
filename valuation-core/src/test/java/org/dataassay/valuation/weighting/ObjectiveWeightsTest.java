package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectiveWeightsTest {

    private static final DecisionMatrix CONSTANT_SECOND =
            Matrices.of("++-", new double[] {1, 7, 3}, new double[] {4, 7, 9}, new double[] {2, 7, 5});

    private static List<Double> weights(RankedMethod<DecisionMatrix, FoundWeights> method, DecisionMatrix matrix) {
        return method.evaluate(matrix, CONTEXT).weights().values();
    }

    private static Entropy entropy(Entropy.Normalization normalization) {
        return new Entropy(Entropy.Options.STANDARD.withNormalization(normalization));
    }

    private static Critic critic(Critic.CorrelationKind kind) {
        return new Critic(Critic.Options.STANDARD.withCorrelation(kind));
    }

    private static double h(double... shares) {
        double sum = 0;
        for (double p : shares) if (p > 0) sum -= p * StrictMath.log(p);
        return sum / StrictMath.log(shares.length);
    }

    @Test
    void entropy_by_hand() {
        // C1 1, 4, 2 of 7; C2 cost 3, 9, 5
        var matrix = Matrices.of("+-", new double[] {1, 3}, new double[] {4, 9}, new double[] {2, 5});
        double plain1 = 1 - h(1 / 7.0, 4 / 7.0, 2 / 7.0);
        double plain2 = 1 - h(3 / 17.0, 9 / 17.0, 5 / 17.0);
        assertThat(weights(Entropy.standard(), matrix).get(0)).isCloseTo(plain1 / (plain1 + plain2), within(1e-14));
        // min-max: C1 0, 1, 1/3; C2 1, 0, 2/3
        double placed1 = 1 - h(0, 3 / 4.0, 1 / 4.0);
        double placed2 = 1 - h(3 / 5.0, 0, 2 / 5.0);
        assertThat(weights(entropy(Entropy.Normalization.MIN_MAX), matrix).get(0))
                .isCloseTo(placed1 / (placed1 + placed2), within(1e-14));
        // ratio: C1 1/4, 1, 1/2; C2 1, 1/3, 3/5, sum 29/15
        double ratio1 = 1 - h(1 / 7.0, 4 / 7.0, 2 / 7.0);
        double ratio2 = 1 - h(15 / 29.0, 5 / 29.0, 9 / 29.0);
        assertThat(weights(entropy(Entropy.Normalization.RATIO), matrix).get(0))
                .isCloseTo(ratio1 / (ratio1 + ratio2), within(1e-14));
        // min-max shifted by 1: C1 1, 2, 4/3; C2 2, 1, 5/3
        double shifted1 = 1 - h(3 / 13.0, 6 / 13.0, 4 / 13.0);
        double shifted2 = 1 - h(6 / 14.0, 3 / 14.0, 5 / 14.0);
        var shifted = new Entropy(Entropy.Options.STANDARD
                .withNormalization(Entropy.Normalization.MIN_MAX)
                .withShift(1));
        assertThat(weights(shifted, matrix).get(0)).isCloseTo(shifted1 / (shifted1 + shifted2), within(1e-13));
    }

    @Test
    void critic_of_two_opposed_criteria_weighs_by_spread() {
        // min-max 0, 1, 1/2 and 1, 0, 1/2: correlation −1, equal spread
        var matrix = Matrices.of("++", new double[] {1, 9}, new double[] {3, 5}, new double[] {2, 7});
        assertThat(weights(Critic.standard(), matrix))
                .allSatisfy(w -> assertThat(w).isCloseTo(0.5, within(1e-15)));
        var found = Critic.standard().evaluate(matrix, CONTEXT);
        assertThat(found.worksheet().value("criteria/C1/conflict/C2")).isCloseTo(2, within(1e-15));
        assertThat(found.worksheet().value("criteria/C1/standardDeviation"))
                .isCloseTo(Math.sqrt(1 / 6.0), within(1e-15));
    }

    @Test
    void spearman_shares_ranks_among_ties() {
        // ranks of C1: 1.5, 1.5, 3, 4; of C2: 4, 3, 1.5, 1.5; deviations −1, −1, 0.5, 1.5 and 1.5, 0.5, −1, −1
        var matrix =
                Matrices.of("++", new double[] {1, 8}, new double[] {1, 5}, new double[] {2, 4}, new double[] {6, 4});
        var worksheet = critic(Critic.CorrelationKind.SPEARMAN)
                .evaluate(matrix, CONTEXT)
                .worksheet();
        assertThat(worksheet.values("criteria/C1/rankFromBelow")).containsExactly(1.5, 1.5, 3.0, 4.0);
        assertThat(worksheet.values("criteria/C2/rankFromBelow")).containsExactly(4.0, 3.0, 1.5, 1.5);
        assertThat(worksheet.value("criteria/C1/conflict/C2")).isCloseTo(1 + 4 / 4.5, within(1e-15));
    }

    @Test
    void merec_by_hand() {
        // benefit 1, 4: n = 1, 1/4; cost 2, 8: n = 1/4, 1
        var matrix = Matrices.of("+-", new double[] {1, 2}, new double[] {4, 8});
        assertThat(weights(Merec.standard(), matrix))
                .allSatisfy(w -> assertThat(w).isCloseTo(0.5, within(1e-15)));
        // benefit 1, 4 and benefit 1, 2: only the second alternative counts
        var other = Matrices.of("++", new double[] {1, 1}, new double[] {4, 2});
        double s = StrictMath.log(1 + 1.5 * StrictMath.log(2));
        double effect1 = s - StrictMath.log(1 + 0.5 * StrictMath.log(2));
        double effect2 = s - StrictMath.log(1 + StrictMath.log(2));
        assertThat(weights(Merec.standard(), other).get(0)).isCloseTo(effect1 / (effect1 + effect2), within(1e-14));
    }

    static Stream<RankedMethod<DecisionMatrix, FoundWeights>> methods() {
        return Stream.of(
                Entropy.standard(),
                entropy(Entropy.Normalization.MIN_MAX),
                entropy(Entropy.Normalization.RATIO),
                critic(Critic.CorrelationKind.PEARSON),
                critic(Critic.CorrelationKind.SPEARMAN),
                Merec.standard());
    }

    static Stream<Arguments> seeds() {
        return LongStream.range(0, 40).boxed().flatMap(seed -> methods().map(method -> Arguments.of(seed, method)));
    }

    @ParameterizedTest(name = "seed {0} {1}")
    @MethodSource("seeds")
    void are_weights_whatever_the_order_and_the_unit(long seed, RankedMethod<DecisionMatrix, FoundWeights> method) {
        var random = new SplittableRandom(seed);
        var matrix = Matrices.any(random);
        var weights = method.evaluate(matrix, CONTEXT).weights();
        assertThat(weights.values()).allSatisfy(w -> assertThat(w).isBetween(0.0, 1.0));
        assertThat(weights.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-14));
        var others = List.of(
                Matrices.rotated(matrix),
                Matrices.turned(matrix),
                Matrices.changed(matrix, 0, random.nextDouble(0.01, 1000), 0));
        for (var other : others) {
            var again = method.evaluate(other, CONTEXT).weights();
            for (var name : weights.names()) assertThat(again.of(name)).isCloseTo(weights.of(name), within(1e-10));
        }
    }

    @ParameterizedTest(name = "seed {0} {1}")
    @MethodSource("seeds")
    void a_moved_zero_matters_only_without_min_max(long seed, RankedMethod<DecisionMatrix, FoundWeights> method) {
        var matrix = Matrices.any(new SplittableRandom(seed));
        boolean isPlaced = method instanceof Critic
                || method instanceof Entropy entropy
                        && entropy.options().normalization() == Entropy.Normalization.MIN_MAX;
        if (!isPlaced) return;
        var moved = weights(method, Matrices.changed(matrix, 0, 1, 1000));
        for (int j = 0; j < moved.size(); j++)
            assertThat(moved.get(j)).isCloseTo(weights(method, matrix).get(j), within(1e-9));
    }

    @Test
    void a_constant_criterion_is_refused_or_weighs_nothing() {
        assertThatThrownBy(() -> weights(Entropy.standard(), CONSTANT_SECOND))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("criteria/C2/spread: it must hold that greatest > least, but 7 is not > 7. "
                        + "Leave the criterion out, or let a constant column weigh nothing.");
        assertThatThrownBy(() -> weights(Critic.standard(), CONSTANT_SECOND))
                .hasMessageStartingWith("criteria/C2/spread: it must hold that greatest > least");
        var without = Matrices.of("+-", new double[] {1, 3}, new double[] {4, 9}, new double[] {2, 5});
        for (var normalization : Entropy.Normalization.values()) {
            var options = Entropy.Options.STANDARD
                    .withNormalization(normalization)
                    .withConstantColumn(ConstantColumn.WEIGHTLESS);
            assertWeightless(new Entropy(options), without);
        }
        for (var kind : Critic.CorrelationKind.values())
            assertWeightless(new Critic(new Critic.Options(kind, ConstantColumn.WEIGHTLESS)), without);
    }

    private static void assertWeightless(RankedMethod<DecisionMatrix, FoundWeights> method, DecisionMatrix without) {
        var weights = weights(method, CONSTANT_SECOND);
        assertThat(weights.get(1)).isZero();
        assertThat(weights.get(0)).isCloseTo(weights(method, without).get(0), within(1e-15));
    }

    @Test
    void merec_gives_a_constant_criterion_no_weight() {
        assertThat(weights(Merec.standard(), CONSTANT_SECOND).get(1)).isZero();
    }

    @Test
    void nothing_to_tell_apart_is_refused() {
        var same = Matrices.of("++", new double[] {3, 5}, new double[] {3, 5});
        var weightless = new Entropy(Entropy.Options.STANDARD.withConstantColumn(ConstantColumn.WEIGHTLESS));
        var message = "someInformation: it must hold that total > 0.000000000001, but 0 is not > 0.000000000001. "
                + "The criteria do not tell the alternatives apart by this method; weigh them by judgement.";
        assertThatThrownBy(() -> weights(weightless, same)).hasMessage(message);
        assertThatThrownBy(() -> weights(Merec.standard(), same)).hasMessage(message);
        var together = Matrices.of("++", new double[] {1, 10}, new double[] {2, 20}, new double[] {3, 30});
        assertThatThrownBy(() -> weights(Critic.standard(), together)).hasMessageStartingWith("someInformation");
    }

    @Test
    void values_that_have_no_share_or_no_logarithm_are_refused() {
        var negative = Matrices.of("++", new double[] {-1, 5}, new double[] {3, 6});
        assertThatThrownBy(() -> weights(Entropy.standard(), negative))
                .hasMessage("criteria/C1/sharedAtLeastZero: it must hold that shared >= 0, but -1 is not >= 0 in A1. "
                        + "Entropy is of shares: normalize by min-max, or measure from a natural zero.");
        assertThat(weights(entropy(Entropy.Normalization.MIN_MAX), negative)).hasSize(2);
        assertThat(weights(new Entropy(Entropy.Options.STANDARD.withShift(1)), negative))
                .hasSize(2);
        var zero = Matrices.of("++", new double[] {0, 5}, new double[] {3, 6});
        assertThat(weights(Entropy.standard(), zero)).hasSize(2);
        assertThatThrownBy(() -> weights(entropy(Entropy.Normalization.RATIO), zero))
                .hasMessage("criteria/C1/valueAboveZero: it must hold that value > 0, but 0 is not > 0 in A1. "
                        + "Ratios need values above 0: normalize by min-max.");
        assertThatThrownBy(() -> weights(Merec.standard(), zero))
                .hasMessage("criteria/C1/valueAboveZero: it must hold that value > 0, but 0 is not > 0 in A1. "
                        + "Logarithms are taken: measure from a natural zero, or weigh by entropy.");
    }

    @Test
    void one_criterion_weighs_all_or_conflicts_with_none() {
        var one = Matrices.of("+", new double[] {1}, new double[] {2});
        assertThat(weights(Entropy.standard(), one)).containsExactly(1.0);
        assertThat(weights(Merec.standard(), one)).containsExactly(1.0);
        assertThatThrownBy(() -> weights(Critic.standard(), one))
                .hasMessage(
                        "criteria must be 2 at least, but was 1. One criterion conflicts with none; its weight is 1.");
    }

    @Test
    void a_shift_is_bounded() {
        assertThatThrownBy(() -> Entropy.Options.STANDARD.withShift(-0.1))
                .hasMessage("shift must be in [0, 1000000], but was -0.1. "
                        + "Give what is added to each value, such as 0.0001, or 0.");
    }

    @Test
    void a_direction_that_does_not_count_is_told() {
        var matrix = Matrices.of("+-", new double[] {1, 3}, new double[] {4, 9});
        assertThat(Entropy.standard().evaluate(matrix, CONTEXT).notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("direction-not-used");
            assertThat(note.text()).isEqualTo("C2");
        });
        assertThat(entropy(Entropy.Normalization.MIN_MAX)
                        .evaluate(matrix, CONTEXT)
                        .notes())
                .noneMatch(note -> note.code().equals("direction-not-used"));
    }

    @Test
    void a_draw_tells_how_often_a_criterion_weighs_most() {
        var matrix = Matrices.of("++", new double[] {10, 10}, new double[] {14, 15}, new double[] {18, 17});
        var uncertain = matrix.with(
                0, 0, matrix.alternatives().get(0).values().get(0).distributed(new Distribution.Uniform(8, 12)));
        var worksheet = Entropy.standard().evaluate(uncertain, CONTEXT).worksheet();
        var drawn = worksheet.simulate(Simulation.of(1).withDraws(4096), List.of("comesFirst/C1", "rank/C1", "lead"));
        double share = drawn.of("comesFirst/C1").mean();
        assertThat(share).isStrictlyBetween(0.1, 0.9);
        assertThat(drawn.of("rank/C1").mean()).isCloseTo(2 - share, within(1e-12));
        assertThat(drawn.of("lead").least()).isGreaterThanOrEqualTo(0);
    }
}
