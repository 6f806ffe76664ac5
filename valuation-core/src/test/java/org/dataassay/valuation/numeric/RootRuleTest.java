package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rates picked from those of a stream whose every rate is known. */
class RootRuleTest {

    private static final double[] NONE = {};

    @ParameterizedTest
    @EnumSource(RootRule.class)
    void one_rate_is_the_answer_and_none_is_none(RootRule rule) {
        assertThat(rule.choose(List.of(), NONE, NONE, 0.1)).isEmpty();
        assertThat(rule.choose(List.of(0.3), NONE, NONE, 0.1)).hasValue(0.3);
    }

    @Test
    void of_several_each_rule_picks_its_own() {
        var rates = List.of(-0.5, -0.1, 0.2, 0.9);
        assertThat(RootRule.ONLY_IF_UNIQUE.choose(rates, NONE, NONE, 0)).isEmpty();
        assertThat(RootRule.CLOSEST_TO_ZERO.choose(rates, NONE, NONE, 0)).hasValue(-0.1);
        assertThat(RootRule.LOWEST_POSITIVE_ELSE_NEGATIVE.choose(rates, NONE, NONE, 0))
                .hasValue(0.2);
        assertThat(RootRule.LOWEST_POSITIVE_ELSE_NEGATIVE.choose(List.of(-0.5, -0.1), NONE, NONE, 0))
                .hasValue(-0.1);
        assertThat(RootRule.LOWEST_POSITIVE_ELSE_NEGATIVE.choose(List.of(-0.5, 0.0, 0.4), NONE, NONE, 0))
                .hasValue(0.0);
    }

    /**
     * Amounts of (v − 1/1.1)(v − 1/1.5)(v − 1/3), v = 1/(1 + r): rates 10 %, 50 %, 200 %. The expected rate comes from Newton on the factors themselves.
     */
    @ParameterizedTest(name = "from {0}")
    @CsvSource({"0.05", "0.1", "0.12", "0.3", "0.45", "0.5", "0.6", "0.8", "1.2", "1.9", "2.0", "2.5", "-0.2"})
    void newton_goes_from_the_guess(double guess) {
        double a = 1 / 1.1;
        double b = 1 / 1.5;
        double c = 1 / 3.0;
        double[] amounts = {-a * b * c, a * b + a * c + b * c, -(a + b + c), 1};
        double[] times = {0, 1, 2, 3};
        var rates = List.of(0.1, 0.5, 2.0);
        double r = guess;
        for (int i = 0; i < 60 && r > -1; i++) {
            double v = 1 / (1 + r);
            double value = (v - a) * (v - b) * (v - c);
            double byV = (v - b) * (v - c) + (v - a) * (v - c) + (v - a) * (v - b);
            r += value / (byV * v * v);
        }
        double reached = r > -1 && Double.isFinite(r) ? r : guess;
        double expected = rates.stream()
                .min((x, y) -> Double.compare(
                        Math.abs(StrictMath.log1p(x) - StrictMath.log1p(reached)),
                        Math.abs(StrictMath.log1p(y) - StrictMath.log1p(reached))))
                .orElseThrow();
        assertThat(RootRule.FROM_GUESS.choose(rates, amounts, times, guess)).hasValue(expected);
    }

    @Test
    void where_newton_cannot_start_the_nearest_to_the_guess_counts() {
        var rates = List.of(-0.6, 0.4);
        assertThat(RootRule.FROM_GUESS.choose(rates, new double[] {1}, new double[] {0}, 0.39))
                .hasValue(0.4);
        assertThat(RootRule.FROM_GUESS.choose(rates, new double[] {1}, new double[] {0}, -0.59))
                .hasValue(-0.6);
    }
}
