package org.dataassay.valuation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimePropertiesTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conversion_round_trips_and_keeps_growth(long seed) {
        var random = new SplittableRandom(seed);
        var all = Compounding.values();
        var rate = new Rate(
                random.nextDouble(-0.9, 1), all[random.nextInt(all.length)], TaxBasis.PRE_TAX, PriceBasis.REAL);
        for (var other : all) {
            var converted = rate.convertedTo(other);
            assertThat(converted.tax()).isEqualTo(rate.tax());
            assertThat(converted.prices()).isEqualTo(rate.prices());
            assertThat(converted.convertedTo(rate.compounding()).decimal()).isCloseTo(rate.decimal(), within(1e-14));
            assertThat(converted.discountFactor(7.25))
                    .isCloseTo(rate.discountFactor(7.25), within(1e-12 * rate.discountFactor(7.25)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_more_often_it_compounds_the_lower_the_quoted_rate(long seed) {
        var rate = Rate.of(new SplittableRandom(seed).nextDouble(0.001, 1));
        double last = Double.MAX_VALUE;
        for (var compounding : Compounding.values()) {
            double quoted = rate.convertedTo(compounding).decimal();
            assertThat(quoted).isLessThan(last);
            last = quoted;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void real_undoes_nominal(long seed) {
        var random = new SplittableRandom(seed);
        var all = Compounding.values();
        var real = new Rate(
                random.nextDouble(-0.5, 0.9), all[random.nextInt(all.length)], TaxBasis.POST_TAX, PriceBasis.REAL);
        double inflation = random.nextDouble(-0.2, 0.5);
        var nominal = real.nominal(inflation);
        assertThat(1 + nominal.effectiveAnnual())
                .isCloseTo((1 + real.effectiveAnnual()) * (1 + inflation), within(1e-14));
        assertThat(nominal.real(inflation).decimal()).isCloseTo(real.decimal(), within(1e-14));
        assertThat(nominal.real(inflation).prices()).isEqualTo(PriceBasis.REAL);
    }

    /** Actual counts and 30E/360 look at each date alone; 30/360 US does not, so it is left out. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void spans_add_up(long seed) {
        var random = new SplittableRandom(seed);
        var a = day(random);
        var b = day(random);
        var c = day(random);
        for (var count : List.of(
                DayCount.ACT_365F,
                DayCount.ACT_360,
                DayCount.ACT_365_25,
                DayCount.ACT_ACT_ISDA,
                DayCount.THIRTY_E_360)) {
            assertThat(count.years(a, b) + count.years(b, c))
                    .as(count.name())
                    .isCloseTo(count.years(a, c), within(1e-12));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_count_is_antisymmetric_monotone_and_near_the_calendar(long seed) {
        var random = new SplittableRandom(seed);
        var a = day(random);
        var b = day(random);
        double calendar = (b.toEpochDay() - a.toEpochDay()) / 365.2425;
        for (var count : DayCount.values()) {
            double years = count.years(a, b);
            assertThat(count.years(b, a)).isEqualTo(-years);
            assertThat(count.years(a, a)).isZero();
            assertThat(years).as(count.name()).isCloseTo(calendar, within(0.02 + 0.015 * Math.abs(calendar)));
            var first = a.isBefore(b) ? a : b;
            var last = a.isBefore(b) ? b : a;
            assertThat(count.years(first, last.plusDays(5))).isGreaterThan(count.years(first, last));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void exponents_rise_and_a_flow_never_leaves_its_period(long seed) {
        var random = new SplittableRandom(seed);
        int periods = random.nextInt(2, 30);
        double fraction = random.nextDouble(0.01, 1);
        for (var within : Timing.Regular.values()) {
            var timing = random.nextBoolean() ? within : Timing.stub(fraction, within);
            double first = timing.flowShares(periods).get(0);
            var exponents = timing.exponents(periods, LocalDate.EPOCH);
            assertThat(exponents).hasSize(periods).isSorted();
            for (int t = 0; t < periods; t++) {
                assertThat(exponents.get(t)).isBetween(t == 0 ? 0 : first + t - 1, first + t);
            }
        }
    }

    private static LocalDate day(SplittableRandom random) {
        return LocalDate.of(1950, 1, 1).plusDays(random.nextInt(36_525));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }
}
