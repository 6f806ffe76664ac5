package org.dataassay.valuation.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Curves against their formulas written out, and average lives against their integrals. */
class AttritionTest {

    private static Worksheet project(Decay decay, int years, AttritionTiming timing) {
        return new Attrition(new Attrition.Options(timing))
                .evaluate(new AttritionFacts(decay, years), CONTEXT)
                .worksheet();
    }

    private static double life(Decay decay, int years) {
        return project(decay, years, AttritionTiming.MID_PERIOD).value();
    }

    @Test
    void each_curve_by_its_formula() {
        assertThat(project(new Decay.ConstantRate(number(0.2)), 3, AttritionTiming.END_OF_PERIOD)
                        .values("survival"))
                .satisfiesExactly(
                        s -> assertThat(s).isCloseTo(0.8, within(1e-15)),
                        s -> assertThat(s).isCloseTo(0.64, within(1e-15)),
                        s -> assertThat(s).isCloseTo(0.512, within(1e-15)));
        double k = 1.2;
        double m = 4;
        var logistic = project(new Decay.Logistic(number(m), number(k)), 9, AttritionTiming.END_OF_PERIOD)
                .values("survival");
        for (int t = 1; t <= 9; t++)
            assertThat(logistic.get(t - 1))
                    .isCloseTo((1 + StrictMath.exp(-k * m)) / (1 + StrictMath.exp(k * (t - m))), within(1e-14));
        assertThat(project(new Decay.Logistic(number(m), number(k)), 1, AttritionTiming.START_OF_PERIOD)
                        .values("survival"))
                .containsExactly(1.0);
    }

    @Test
    void a_steep_logistic_curve_ends_in_zero_not_in_an_error() {
        var steep = new Decay.Logistic(number(2.3), number(100));
        var survival = project(steep, 20, AttritionTiming.END_OF_PERIOD).values("survival");
        assertThat(survival.get(0)).isEqualTo(1);
        assertThat(survival.subList(5, 20))
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1e-100));
    }

    /** ∫ e^(−λt) = 1/λ; the midpoint sum is off by λ/24 or so. */
    @Test
    void the_average_life_is_the_integral() {
        double lambda = 0.25;
        var found =
                Attrition.standard().evaluate(new AttritionFacts(new Decay.Exponential(number(lambda)), 200), CONTEXT);
        double sum = StrictMath.exp(-lambda / 2) / (1 - StrictMath.exp(-lambda));
        assertThat(found.value()).isCloseTo(sum, within(1e-12)).isCloseTo(1 / lambda, within(lambda / 20));
        assertThat(found.unit()).isEqualTo(Unit.YEARS);
        assertThat(found.notes()).extracting(Note::code).doesNotContain("survivors-at-horizon");
    }

    @Test
    void what_is_left_at_the_horizon_is_noted() {
        var found = Attrition.standard().evaluate(new AttritionFacts(new Decay.HalfLife(number(3)), 3), CONTEXT);
        assertThat(found.notes())
                .contains(Note.of(Note.Kind.ASSUMPTION, "attrition-timing", "mid period"))
                .extracting(Note::code)
                .contains("survivors-at-horizon");
    }

    @Test
    void an_aged_asset_keeps_a_constant_rate_and_loses_a_rising_one() {
        var constant = new Decay.Exponential(number(0.3));
        assertThat(life(new Decay.Aged(constant, number(2)), 60)).isCloseTo(life(constant, 60), within(1e-12));
        var rising = new Decay.Weibull(number(5), number(2));
        var aged = project(new Decay.Aged(rising, number(2)), 4, AttritionTiming.END_OF_PERIOD);
        assertThat(aged.value("survivalToDate")).isCloseTo(StrictMath.exp(-0.16), within(1e-15));
        assertThat(aged.values("survival").get(2)).isCloseTo(StrictMath.exp(-1) / StrictMath.exp(-0.16), within(1e-14));
        assertThat(life(new Decay.Aged(rising, number(2)), 60)).isLessThan(life(rising, 60));
        assertThatThrownBy(() -> life(new Decay.Aged(new Decay.Weibull(number(1), number(5)), number(10)), 3))
                .hasMessageContaining("somethingLeft")
                .hasMessageContaining("nothing is left at this age");
    }

    @Test
    void a_stated_curve_is_not_projected_beyond_its_end() {
        var stated = new Decay.Stated(InputRow.of(List.of(0.9, 0.5)));
        assertThat(life(stated, 2)).isCloseTo(1.4, within(1e-15));
        assertThatThrownBy(() -> new AttritionFacts(stated, 3))
                .hasMessage(
                        "years must be as many as the stated curve has, 2, but was 3. A stated curve cannot be projected beyond its end.");
        assertThatThrownBy(() -> new AttritionFacts(stated, 0)).hasMessageContaining("years must be 1 to 10000");
    }

    @Test
    void curves_say_what_they_need() {
        assertThatThrownBy(() -> new Decay.Logistic(number(Double.NaN), number(0)))
                .hasMessageContaining("midpoint must be in [-1000, 1000]")
                .hasMessageContaining("steepness must be above 0 and at most 100, but was 0");
        assertThatThrownBy(() -> new Decay.Aged(new Decay.HalfLife(number(1)), number(0)))
                .hasMessageContaining("age must be above 0 and at most 1000, but was 0");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survival_never_rises_and_timings_are_ordered(long seed) {
        var random = new SplittableRandom(seed);
        var curve = any(random);
        var decay = random.nextBoolean() ? curve : new Decay.Aged(curve, number(random.nextDouble(0.1, 2)));
        int years = random.nextInt(1, 30);
        double previous = 1;
        for (double share : project(decay, years, AttritionTiming.MID_PERIOD).values("survival")) {
            assertThat(share).isBetween(0.0, previous);
            previous = share;
        }
        assertThat(project(decay, years, AttritionTiming.START_OF_PERIOD).value())
                .isGreaterThanOrEqualTo(life(decay, years));
        assertThat(project(decay, years, AttritionTiming.END_OF_PERIOD).value())
                .isLessThanOrEqualTo(life(decay, years));
        assertThat(life(decay, years + 1)).isGreaterThanOrEqualTo(life(decay, years));
    }

    private static Decay.Curve any(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Decay.ConstantRate(number(random.nextDouble(0, 0.9)));
            case 1 -> new Decay.Exponential(number(random.nextDouble(0, 2)));
            case 2 -> new Decay.HalfLife(number(random.nextDouble(0.2, 20)));
            case 3 -> new Decay.Weibull(number(random.nextDouble(1, 20)), number(random.nextDouble(0.3, 4)));
            default -> new Decay.Logistic(number(random.nextDouble(-2, 15)), number(random.nextDouble(0.1, 5)));
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_curve_by_three_parameters(long seed) {
        double loss = new SplittableRandom(seed).nextDouble(0.01, 0.9);
        double lambda = -StrictMath.log(1 - loss);
        double expected = life(new Decay.ConstantRate(number(loss)), 20);
        assertThat(life(new Decay.Exponential(number(lambda)), 20)).isCloseTo(expected, within(1e-12));
        assertThat(life(new Decay.HalfLife(number(StrictMath.log(2) / lambda)), 20))
                .isCloseTo(expected, within(1e-12));
        assertThat(life(new Decay.Weibull(number(1 / lambda), number(1)), 20)).isCloseTo(expected, within(1e-12));
    }
}
