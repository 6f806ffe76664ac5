package org.dataassay.valuation.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.option.OptionCases.facts;

import java.util.SplittableRandom;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.option.LongstaffSchwartzFacts.PayoffOn;
import org.dataassay.valuation.sheet.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongstaffSchwartzTest {

    private static SampledOption estimate(OptionFacts option, int dates, PayoffOn on, int paths, long seed) {
        return new LongstaffSchwartz(LongstaffSchwartz.Options.STANDARD.withPaths(paths))
                .evaluate(new LongstaffSchwartzFacts(option, dates, on), CONTEXT.withSeed(seed));
    }

    /** Longstaff and Schwartz 2001, table 1, by finite differences: a put of strike 40 at 6 %, exercised on any of 50 days a year. */
    @ParameterizedTest
    @CsvSource({
        "36, 0.2, 1, 4.478",
        "36, 0.4, 1, 7.101",
        "36, 0.2, 2, 4.840",
        "38, 0.2, 1, 3.250",
        "40, 0.2, 1, 2.314",
        "44, 0.2, 1, 1.110"
    })
    void printed_values_lie_between_the_estimates(double s, double sigma, double years, double printed) {
        var found = estimate(
                facts(OptionType.PUT, s, 40, 0.06, 0, years, sigma), (int) (50 * years), PayoffOn.VALUE, 40_000, 1);
        // One false alarm in 15 000 where the rule were the best one; the polynomial misses at most 0.015.
        assertThat(found.value())
                .isBetween(printed - 0.015 - 4 * found.standardError(), printed + 4 * found.standardError());
        assertThat(found.upperHint()).isGreaterThan(printed - 0.015 - 4 * found.upperHintError());
        assertThat(found.standardError()).isBetween(1e-4, 0.02);
    }

    @Test
    void one_day_of_decision_is_the_european_option() {
        var call = facts(OptionType.CALL, 105, 100, 0.04, 0.02, 1.5, 0.3);
        var found = estimate(call, 1, PayoffOn.VALUE, 100_000, 7);
        assertThat(found.value()).isCloseTo(OptionCases.price(call, CONTEXT), within(4 * found.standardError()));
        assertThat(found.datesPassedOver()).isZero();
        assertThat(found.exerciseNow()).isFalse();
    }

    /** Two days: what the average brings on the first is known, on the second it is Black and Scholes on the rest; integrated over the first. */
    @Test
    void the_average_over_two_days_agrees_with_integration() {
        double s = 100;
        double k = 98;
        double r = 0.03;
        double q = 0.12;
        double sigma = 0.45;
        double t = 2;
        double step = t / 2;
        double spread = sigma * Math.sqrt(step);
        double center = StrictMath.log(s) + (r - q - sigma * sigma / 2) * step;
        int n = 40_000;
        double h = 18.0 / n;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            double z = -9 + i * h;
            double first = StrictMath.exp(center + spread * z);
            // (first + second)/2 − k = (second − (2k − first))/2
            double strike = 2 * k - first;
            double waiting = strike <= 0
                    ? 0.5 * (first * StrictMath.exp(-q * step) - strike * StrictMath.exp(-r * step))
                    : 0.5 * call(first, strike, r, q, step, sigma);
            double weight = (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2) * h / 3;
            sum += weight * Math.max(first - k, waiting) * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }
        double exact = sum * StrictMath.exp(-r * step);
        var found = estimate(facts(OptionType.CALL, s, k, r, q, t, sigma), 2, PayoffOn.AVERAGE, 200_000, 3);
        assertThat(found.value())
                .isBetween(exact - 0.02 - 4 * found.standardError(), exact + 4 * found.standardError());
        assertThat(found.basis()).hasSize(10).startsWith("1", "(S/K - 1)^1", "(A/K - 1)^1", "(S/K - 1)^2");
    }

    private static double call(double s, double k, double r, double q, double t, double sigma) {
        double deviation = sigma * Math.sqrt(t);
        double got = s * StrictMath.exp(-q * t);
        double paid = k * StrictMath.exp(-r * t);
        double d1 = StrictMath.log(got / paid) / deviation + deviation / 2;
        return got * Elementary.normalCdf(d1) - paid * Elementary.normalCdf(d1 - deviation);
    }

    @Test
    void a_lattice_bounds_it_from_above_and_the_european_from_below() {
        for (long seed = 0; seed < 6; seed++) {
            var random = new SplittableRandom(seed);
            var option = facts(
                    random.nextBoolean() ? OptionType.CALL : OptionType.PUT,
                    OptionCases.cents(random, 80, 120),
                    100,
                    random.nextDouble(0, 0.1),
                    random.nextDouble(0, 0.1),
                    random.nextDouble(0.5, 2),
                    random.nextDouble(0.1, 0.5));
            var found = estimate(option, 25, PayoffOn.VALUE, 20_000, seed);
            double american = BinomialOption.standard()
                    .evaluate(new BinomialFacts(option, ExerciseStyle.AMERICAN), CONTEXT)
                    .value();
            assertThat(found.value()).isLessThan(american + 4 * found.standardError() + 0.005);
            assertThat(found.value())
                    .isGreaterThan(OptionCases.price(option, CONTEXT) - 4 * found.standardError() - 0.05);
        }
    }

    @Test
    void the_same_seed_gives_the_same_bits_and_another_other_ones() {
        var put = facts(OptionType.PUT, 95, 100, 0.05, 0.01, 1, 0.3);
        var once = estimate(put, 10, PayoffOn.VALUE, 4_000, 5);
        assertThat(estimate(put, 10, PayoffOn.VALUE, 4_000, 5)).isEqualTo(once);
        assertThat(estimate(put, 10, PayoffOn.VALUE, 4_000, 6).value()).isNotEqualTo(once.value());
        assertThat(once.paths()).isEqualTo(4_000);
    }

    @Test
    void what_is_best_used_today_is_worth_what_that_brings() {
        var found = estimate(facts(OptionType.PUT, 20, 100, 0.08, 0, 1, 0.2), 20, PayoffOn.VALUE, 4_000, 5);
        assertThat(found.exerciseNow()).isTrue();
        assertThat(found.value()).isEqualTo(80);
        assertThat(found.standardError()).isZero();
        assertThat(found.notes()).anyMatch(note -> note.code().equals("exercise-now"));
    }

    @Test
    void days_without_paths_worth_exercising_are_passed_over() {
        var found = estimate(facts(OptionType.CALL, 50, 100, 0.02, 0, 1, 0.1), 10, PayoffOn.VALUE, 1_000, 5);
        assertThat(found.datesPassedOver()).isEqualTo(9);
        assertThat(found.value()).isZero();
        assertThat(found.basis()).containsExactly("1", "(S/K - 1)^1", "(S/K - 1)^2", "(S/K - 1)^3");
    }

    @Test
    void a_regression_by_rotations_finds_a_polynomial_again() {
        var random = new SplittableRandom(1);
        var fit = new ContinuationFit(4);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(-1, 3);
            fit.add(new double[] {1, x, x * x, x * x * x}, 2 - x + 0.5 * x * x + 3 * x * x * x);
        }
        assertThat(fit.rows()).isEqualTo(200);
        assertThat(fit.coefficients()).containsExactly(new double[] {2, -1, 0.5, 3}, within(1e-12));
    }

    @Test
    void a_direction_that_is_not_there_gets_no_coefficient() {
        var fit = new ContinuationFit(3);
        for (int i = 0; i < 50; i++) fit.add(new double[] {1, i, 2 * i}, 3 + 4 * i);
        var found = fit.coefficients();
        assertThat(found[2]).isZero();
        assertThat(found[0]).isCloseTo(3, within(1e-10));
        assertThat(found[1]).isCloseTo(4, within(1e-11));
    }

    @Test
    void inside_a_simulation_it_is_refused() {
        var option = facts(OptionType.PUT, 95, 100, 0.05, 0.01, 1, 0.3);
        var uncertain = option.withUnderlying(
                option.underlying().withVolatility(number(0.3).distributed(new Distribution.Uniform(0.2, 0.4))));
        assertThatThrownBy(() -> new LongstaffSchwartzFacts(uncertain, 0, PayoffOn.VALUE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "exerciseDates must be 1 to 1000, but was 0. Count the days of decision; 50 a year come near any day.\n"
                                + "option must be without distributions, but was uncertain. This method draws paths itself and cannot run inside a simulation. Use option.binomial, or leave the distributions out.");
    }

    @Test
    void options_are_checked() {
        assertThatThrownBy(() -> new LongstaffSchwartz.Options(1001, 6))
                .hasMessage(
                        "paths must be an even number from 1000 to 1000000, but was 1001. 100000 give a third digit or so.\n"
                                + "degree must be 1 to 5, but was 6. 3 is usual.");
        var put = facts(OptionType.PUT, 95, 100, 0.05, 0.01, 1, 0.3);
        assertThatThrownBy(() -> estimate(put, 1000, PayoffOn.VALUE, 1_000_000, 1))
                .hasMessage(
                        "exerciseDates must be at most 200 with 1000000 paths, but was 1000. Take fewer days or fewer paths.");
        assertThat(LongstaffSchwartz.Options.STANDARD.withDegree(2).degree()).isEqualTo(2);
    }
}
