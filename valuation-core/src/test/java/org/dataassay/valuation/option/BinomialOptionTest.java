package org.dataassay.valuation.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.option.OptionCases.facts;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.option.BinomialOption.Smoothing;
import org.dataassay.valuation.sheet.SheetFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BinomialOptionTest {

    private static double price(OptionFacts option, ExerciseStyle exercise, int steps, Smoothing smoothing) {
        return new BinomialOption(new BinomialOption.Options(steps, smoothing))
                .evaluate(new BinomialFacts(option, exercise), CONTEXT)
                .value();
    }

    private static double american(OptionFacts option) {
        return BinomialOption.standard()
                .evaluate(new BinomialFacts(option, ExerciseStyle.AMERICAN), CONTEXT)
                .value();
    }

    /** Two steps, by hand. */
    @Test
    void two_steps_follow_the_recursion() {
        double[] put = {50, 52, 2, 0.3, 0.05, 0, -1, 2};
        double u = StrictMath.exp(0.3);
        double d = 1 / u;
        double p = (StrictMath.exp(0.05) - d) / (u - d);
        double discount = StrictMath.exp(-0.05);
        double up = Math.max(discount * (1 - p) * 2, 52 - 50 * u);
        double down = Math.max(discount * (p * 2 + (1 - p) * (52 - 50 * d * d)), 52 - 50 * d);
        assertThat(Lattice.of(put, true, false).orElseThrow().value())
                .isCloseTo(discount * (p * up + (1 - p) * down), within(1e-13));
        double held = discount * (p * 2 + (1 - p) * (52 - 50 * d * d));
        assertThat(Lattice.of(put, false, false).orElseThrow().value())
                .isCloseTo(discount * (p * discount * (1 - p) * 2 + (1 - p) * held), within(1e-13));
        assertThat(Lattice.of(put, true, false).orElseThrow().value())
                .isCloseTo(7.43, within(0.005)); // Hull, section on Δt and u
    }

    /** Longstaff and Schwartz 2001, table 1: European values in closed form. */
    @ParameterizedTest
    @CsvSource({
        "36, 0.2, 1, 3.844",
        "36, 0.2, 2, 3.763",
        "36, 0.4, 1, 6.711",
        "36, 0.4, 2, 7.700",
        "40, 0.2, 1, 2.066",
        "44, 0.2, 1, 1.017"
    })
    void printed_european_values(double s, double sigma, double years, double printed) {
        var put = facts(OptionType.PUT, s, 40, 0.06, 0, years, sigma);
        for (var smoothing : Smoothing.values())
            assertThat(price(put, ExerciseStyle.EUROPEAN, 1000, smoothing)).isCloseTo(printed, within(2.5e-3));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static OptionFacts any(long seed) {
        var random = new SplittableRandom(seed);
        var type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
        return facts(
                type,
                OptionCases.cents(random, 70, 130),
                100,
                random.nextDouble(0, 0.1),
                random.nextDouble(0, 0.1),
                random.nextDouble(0.1, 3),
                random.nextDouble(0.1, 0.6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_lattice_of_200_steps_is_near_the_fine_one(long seed) {
        var option = any(seed);
        double fine = price(option, ExerciseStyle.AMERICAN, 2000, Smoothing.BLACK_SCHOLES_RICHARDSON);
        double[] most = {0.04, 0.02, 0.015, 0.005}; // of a strike of 100
        for (var smoothing : Smoothing.values())
            assertThat(price(option, ExerciseStyle.AMERICAN, 200, smoothing))
                    .as(smoothing.name())
                    .isCloseTo(fine, within(most[smoothing.ordinal()]));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_european_lattice_converges_to_the_closed_form(long seed) {
        var option = any(seed);
        double closed = OptionCases.price(option, CONTEXT);
        assertThat(price(option, ExerciseStyle.EUROPEAN, 400, Smoothing.BLACK_SCHOLES_RICHARDSON))
                .isCloseTo(closed, within(1.5e-3));
        assertThat(price(option, ExerciseStyle.EUROPEAN, 1000, Smoothing.NONE)).isCloseTo(closed, within(1.5e-2));
        assertThat(price(option, ExerciseStyle.EUROPEAN, 1000, Smoothing.AVERAGED))
                .isCloseTo(closed, within(4e-3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void early_exercise_never_harms(long seed) {
        var option = any(seed);
        double s = option.underlying().value().value().toDouble();
        double sign = option.contract().type() == OptionType.CALL ? 1 : -1;
        for (var smoothing : new Smoothing[] {Smoothing.NONE, Smoothing.AVERAGED, Smoothing.BLACK_SCHOLES}) {
            double american = price(option, ExerciseStyle.AMERICAN, 100, smoothing);
            assertThat(american).isGreaterThanOrEqualTo(price(option, ExerciseStyle.EUROPEAN, 100, smoothing) - 1e-12);
            assertThat(american).isGreaterThanOrEqualTo(Math.max(sign * (s - 100), 0) - 1e-12);
            assertThat(american).isLessThanOrEqualTo(sign > 0 ? s : 100);
        }
        double value = american(option);
        assertThat(american(option.withContract(option.contract()
                        .withYears(number(option.contract().years().value() + 0.5)))))
                .as("longer")
                .isGreaterThanOrEqualTo(value - 2e-3);
        assertThat(american(option.withUnderlying(option.underlying()
                        .withVolatility(number(option.underlying().volatility().value() + 0.05)))))
                .as("wilder")
                .isGreaterThanOrEqualTo(value - 2e-3);
        assertThat(american(option.withUnderlying(option.underlying().withValue(cny(2 * s)))
                        .withContract(option.contract().withStrike(cny(200)))))
                .as("homogeneous")
                .isCloseTo(2 * value, within(1e-10));
    }

    /** C(S, K, r, q) = P(K, S, q, r): a right to get one for the other is the same right seen from the other side. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void call_and_put_are_symmetric(long seed) {
        var random = new SplittableRandom(seed);
        double s = OptionCases.cents(random, 70, 130);
        double k = OptionCases.cents(random, 70, 130);
        double r = random.nextDouble(0, 0.1);
        double q = random.nextDouble(0, 0.1);
        double t = random.nextDouble(0.1, 2);
        double sigma = random.nextDouble(0.1, 0.6);
        double call = price(facts(OptionType.CALL, s, k, r, q, t, sigma), ExerciseStyle.AMERICAN, 300, Smoothing.NONE);
        double put = price(facts(OptionType.PUT, k, s, q, r, t, sigma), ExerciseStyle.AMERICAN, 300, Smoothing.NONE);
        assertThat(call).isCloseTo(put, within(1e-10));
    }

    @Test
    void a_call_without_yield_is_not_exercised_early() {
        var worksheet = BinomialOption.standard()
                .evaluate(
                        new BinomialFacts(facts(OptionType.CALL, 95, 100, 0.05, 0, 2, 0.3), ExerciseStyle.AMERICAN),
                        CONTEXT)
                .worksheet();
        assertThat(worksheet.value("earlyExercisePremium")).isCloseTo(0, within(3e-3));
        assertThat(worksheet.value("europeanValue"))
                .isEqualTo(OptionCases.price(facts(OptionType.CALL, 95, 100, 0.05, 0, 2, 0.3), CONTEXT));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void derivatives_are_those_of_the_lattice(long seed) {
        var random = new SplittableRandom(seed);
        double[] at = {
            random.nextDouble(70, 130),
            100,
            random.nextDouble(0.1, 3),
            random.nextDouble(0.1, 0.6),
            random.nextDouble(0.01, 0.1),
            random.nextDouble(0.01, 0.1),
            random.nextBoolean() ? 1 : -1,
            51
        };
        for (var function : new SheetFunction[] {
            new OptionFunctions.CrrAmerican(),
            new OptionFunctions.CrrEuropean(),
            new OptionFunctions.BbsAmerican(),
            new OptionFunctions.BbsEuropean()
        }) {
            var gradient = function.gradient(at.clone()).orElseThrow();
            for (int k = 0; k < 6; k++) {
                double h = 1e-6 * at[k];
                var above = at.clone();
                var below = at.clone();
                above[k] += h;
                below[k] -= h;
                double difference = (function.apply(above) - function.apply(below)) / (2 * h);
                assertThat(gradient[k])
                        .as("%s by argument %d", function.id(), k)
                        .isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
            }
            assertThat(gradient[6]).isZero();
            assertThat(gradient[7]).isZero();
        }
    }

    @Test
    void a_lattice_that_would_leave_probabilities_is_refused_with_the_steps_that_do() {
        var calm = facts(OptionType.CALL, 100, 100, 0.12, 0, 4, 0.05);
        assertThatThrownBy(() -> price(calm, ExerciseStyle.AMERICAN, 20, Smoothing.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("upProbabilityBetweenZeroAndOne")
                .hasMessageContaining("20 is not > 23.04")
                .hasMessageContaining("Take more steps than that, that is a time step below σ²/(r − q)².");
        assertThat(price(calm, ExerciseStyle.AMERICAN, 24, Smoothing.NONE)).isPositive();
        assertThatThrownBy(() -> price(calm, ExerciseStyle.AMERICAN, 46, Smoothing.BLACK_SCHOLES_RICHARDSON))
                .hasMessageContaining("23 is not > 23.04")
                .hasMessageContaining("twice as many where they are extrapolated");
        assertThat(price(calm, ExerciseStyle.AMERICAN, 48, Smoothing.BLACK_SCHOLES_RICHARDSON))
                .isPositive();
    }

    @Test
    void a_lattice_wider_than_numbers_is_refused() {
        var wild = facts(OptionType.CALL, 100, 100, 0.02, 0, 100, 10);
        assertThatThrownBy(() -> price(wild, ExerciseStyle.EUROPEAN, 200, Smoothing.NONE))
                .hasMessageContaining("latticeWithinNumbers");
    }

    /** A stored sheet is hostile: nothing that it says makes a lattice of a billion steps. */
    @ParameterizedTest
    @CsvSource({
        "0, 1e9",
        "0, -1",
        "0, 2.5",
        "0, NaN",
        "0, 1",
        "1, 0",
        "1, NaN",
        "2, 0",
        "3, -1",
        "4, 0.5",
        "5, NaN",
        "6, Infinity",
        "7, 0.1"
    })
    void nonsense_is_not_a_number(int place, double value) {
        double[] at = {100, 100, 1, 0.3, 0.05, 0.02, 1, 50};
        at[new int[] {7, 0, 1, 2, 6, 4, 5, 6}[place]] = value;
        assertThat(new OptionFunctions.BbsAmerican().apply(at)).isNaN();
        assertThat(new OptionFunctions.BbsAmerican().gradient(at)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Smoothing.class)
    void options_are_checked(Smoothing smoothing) {
        assertThatThrownBy(() -> new BinomialOption.Options(3, smoothing))
                .hasMessageContaining(
                        "steps must be 4 to 4999, but was 3. A few hundred do; the time grows with the square.");
        assertThatThrownBy(() -> new BinomialOption.Options(5000, smoothing)).hasMessageContaining("but was 5000");
        if (smoothing == Smoothing.BLACK_SCHOLES_RICHARDSON)
            assertThatThrownBy(() -> new BinomialOption.Options(201, smoothing))
                    .hasMessage("steps must be even, but was 201. Extrapolation needs half as many as well.");
    }

    @Test
    void all_that_is_broken_is_told_together() {
        assertThatThrownBy(() -> new BinomialFacts(facts(OptionType.CALL, 0, 1, 0, 0, 0, 0), ExerciseStyle.AMERICAN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "option.underlying.value must be above 0, but was CNY 0.00. Without a value there is nothing to hold a right on.\n"
                                + "option.underlying.volatility must be above 0, but was 0. Give a decimal per square root of a year; option.black-scholes-merton has the limit of none.\n"
                                + "option.contract.years must be above 0, but was 0. Give the years until the right ends; one that ends today is worth what exercise brings.");
    }
}
