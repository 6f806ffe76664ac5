package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.Combination.Form;
import org.dataassay.valuation.weighting.CombinationFacts.WeightSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CombinationTest {

    private static final Source STATED = Source.judged("panel", "minutes");

    private static WeightSet set(String name, double... values) {
        var names = List.of("a", "b", "c", "d", "e").subList(0, values.length);
        var weights = new Weights(names, java.util.Arrays.stream(values).boxed().toList());
        return WeightSet.of(name, weights, STATED);
    }

    private static List<Double> combined(Form form, WeightSet... sets) {
        return Combination.of(form)
                .evaluate(CombinationFacts.of(sets), CONTEXT)
                .weights()
                .values();
    }

    private static double[] any(SplittableRandom random, int n) {
        var values = random.doubles(n, 0.05, 1).toArray();
        double sum = java.util.Arrays.stream(values).sum();
        for (int i = 0; i < n; i++) values[i] /= sum;
        return values;
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void multiplied() {
        var found = combined(Form.MULTIPLICATIVE, set("AHP", 0.5, 0.3, 0.2), set("entropy", 0.2, 0.2, 0.6));
        double sum = 0.5 * 0.2 + 0.3 * 0.2 + 0.2 * 0.6;
        assertThat(found.get(0)).isCloseTo(0.1 / sum, within(1e-16));
        assertThat(found.get(2)).isCloseTo(0.12 / sum, within(1e-16));
    }

    @Test
    void averaged_by_stated_shares() {
        var found = combined(
                Form.LINEAR,
                set("AHP", 0.5, 0.3, 0.2).withShare(number(0.75)),
                set("entropy", 0.2, 0.2, 0.6).withShare(number(0.25)));
        assertThat(found.get(0)).isCloseTo(0.75 * 0.5 + 0.25 * 0.2, within(1e-16));
        assertThat(found.get(2)).isCloseTo(0.75 * 0.2 + 0.25 * 0.6, within(1e-16));
    }

    /** Two sets: α solves two equations by Cramer's rule. */
    @Test
    void nearest_to_two_sets() {
        double[] v = {0.5, 0.3, 0.2};
        double[] w = {0.2, 0.2, 0.6};
        double vv = 0.38;
        double vw = 0.28;
        double ww = 0.44;
        double det = vv * ww - vw * vw;
        double alpha = (vv * ww - vw * ww) / det;
        double beta = (vv * ww - vv * vw) / det;
        var found = combined(Form.GAME_THEORETIC, set("AHP", v), set("entropy", w));
        for (int i = 0; i < 3; i++)
            assertThat(found.get(i)).isCloseTo((alpha * v[i] + beta * w[i]) / (alpha + beta), within(1e-14));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equal_weights_change_nothing_when_multiplied_and_equal_sets_nothing_when_averaged(long seed) {
        var random = new SplittableRandom(seed);
        var own = any(random, 5);
        var even = new double[] {0.2, 0.2, 0.2, 0.2, 0.2};
        double mu = random.nextDouble();
        var multiplied = combined(Form.MULTIPLICATIVE, set("x", own), set("y", even));
        var averaged = combined(
                Form.LINEAR, set("x", own).withShare(number(mu)), set("y", own).withShare(number(1 - mu)));
        for (int i = 0; i < 5; i++) {
            assertThat(multiplied.get(i)).isCloseTo(own[i], within(1e-15));
            assertThat(averaged.get(i)).isCloseTo(own[i], within(1e-15));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_linear_combination_lies_between_its_sets(long seed) {
        var random = new SplittableRandom(seed);
        var x = any(random, 5);
        var y = any(random, 5);
        double mu = random.nextDouble();
        var found = combined(
                Form.LINEAR, set("x", x).withShare(number(mu)), set("y", y).withShare(number(1 - mu)));
        for (int i = 0; i < 5; i++)
            assertThat(found.get(i)).isBetween(Math.min(x[i], y[i]) - 1e-15, Math.max(x[i], y[i]) + 1e-15);
    }

    /** The residual of every equation that defines α is zero. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void coefficients_of_three_sets_solve_their_equations(long seed) {
        var random = new SplittableRandom(seed);
        double[][] sets = {any(random, 5), any(random, 5), any(random, 5)};
        var facts = CombinationFacts.of(set("x", sets[0]), set("y", sets[1]), set("z", sets[2]));
        CombinedWeights found;
        try {
            found = Combination.of(Form.GAME_THEORETIC).evaluate(facts, CONTEXT);
        } catch (org.dataassay.valuation.error.InvalidInputException e) {
            assertThat(e).hasMessageContaining("would subtract this set");
            return;
        }
        double[] alpha = {
            found.worksheet().value("x/combinationCoefficient"),
            found.worksheet().value("y/combinationCoefficient"),
            found.worksheet().value("z/combinationCoefficient")
        };
        for (int j = 0; j < 3; j++) {
            double left = 0;
            for (int k = 0; k < 3; k++) left += alpha[k] * dot(sets[j], sets[k]);
            assertThat(left).isCloseTo(dot(sets[j], sets[j]), within(1e-11));
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @Test
    void opposite_orders_are_told() {
        var found = Combination.of(Form.MULTIPLICATIVE)
                .evaluate(CombinationFacts.of(set("AHP", 0.5, 0.3, 0.2), set("entropy", 0.1, 0.3, 0.6)), CONTEXT);
        assertThat(found.notes()).contains(Note.of(Note.Kind.WARNING, "weight-sets-disagree", "τ = -1"));
        assertThat(found.agreement().first()).containsExactly("a", "c");
        assertThat(found.agreement().concordance().orElseThrow()).isZero();
    }

    @Test
    void sets_may_name_their_weights_in_any_order() {
        var other = WeightSet.of("entropy", new Weights(List.of("c", "a", "b"), List.of(0.6, 0.2, 0.2)), STATED);
        assertThat(combined(Form.MULTIPLICATIVE, set("AHP", 0.5, 0.3, 0.2), other))
                .isEqualTo(combined(Form.MULTIPLICATIVE, set("AHP", 0.5, 0.3, 0.2), set("entropy", 0.2, 0.2, 0.6)));
    }

    @Test
    void what_is_wrong_is_named() {
        var x = set("x", 0.5, 0.3, 0.2);
        var y = set("y", 0.2, 0.2, 0.6);
        assertThatThrownBy(() ->
                        new Combination(Combination.Options.STANDARD).evaluate(CombinationFacts.of(x, y), CONTEXT))
                .hasMessage(
                        "options.form is missing. Say how the sets become one: multiplicative, linear or game-theoretic.");
        assertThatThrownBy(() -> combined(Form.LINEAR, x, y))
                .hasMessage(
                        "sets[0].share is missing. A linear combination needs the share of every set, with its reason as source.");
        assertThatThrownBy(() -> combined(Form.MULTIPLICATIVE, x.withShare(number(0.5)), y.withShare(number(0.5))))
                .hasMessage(
                        "sets[0].share does not fit: only a linear combination has shares. Leave the shares out, or choose the form linear.");
        assertThatThrownBy(() -> CombinationFacts.of(x.withShare(number(0.5)), y.withShare(number(0.4))))
                .hasMessage(
                        "sets must be with shares that sum to 1, but was 0.9. Correct the shares; they are not rescaled.");
        assertThatThrownBy(() -> CombinationFacts.of(x, set("y", 0.5, 0.5)))
                .hasMessage(
                        "sets[1].names does not fit: y weights a, b but x weights a, b, c. Combine weights of the same names.");
        assertThatThrownBy(() -> combined(Form.MULTIPLICATIVE, set("x", 1, 0), set("y", 0, 1)))
                .hasMessageStartingWith("commonWeight: it must hold that sumOfProducts > 0");
        assertThatThrownBy(() -> combined(Form.GAME_THEORETIC, x, set("y", 0.5, 0.3, 0.2)))
                .hasMessageContaining("It is a mixture of the sets before it; leave one of them out.");
        assertThatThrownBy(() -> set("x", 0.5, 0.4))
                .hasMessage(
                        "values must be weights that sum to 1, but was 0.9. Correct the weights; they are not rescaled.");
    }
}
