package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Errors against decimals, special values, array forms against scalar forms, and bits that every JDK must repeat. */
class ElementaryTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        2,
        -2,
        3,
        -3,
        0.5,
        -0.5,
        1.5,
        -2.5,
        INFINITY,
        -INFINITY,
        Double.NaN,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        709.78,
        709.79,
        710,
        -708.4,
        -745,
        -745.2,
        -746,
        0x1p-54,
        -0x1p-54,
        1e-300,
        1 + 0x1p-52,
        1 - 0x1p-53,
        0x1p53,
        0x1p53 + 2,
        -0x1p53,
        0x1p52 + 1,
        -(0x1p52 + 1),
        1e18,
        -1e18,
        0.075,
        0.925,
        0.9999999,
        1e-20,
        38,
        -38,
        39,
        -39,
        40,
        5.5,
        -5.5
    };

    @Test
    void exp_errs_by_at_most_0_51_ulp() {
        double worst =
                worst(6_000, 1, r -> r.nextDouble(-745.1, 709.7), Elementary::exp, x -> Decimals.exp(Decimals.of(x)));
        worst = Math.max(
                worst, worst(6_000, 2, r -> r.nextDouble(-2, 2), Elementary::exp, x -> Decimals.exp(Decimals.of(x))));
        assertThat(worst).isBetween(0.49, 0.51);
    }

    @Test
    void log_errs_by_at_most_0_505_ulp() {
        double worst = worst(4_000, 3, ElementaryTest::anyPositive, Elementary::log, x -> Decimals.log(Decimals.of(x)));
        worst = Math.max(
                worst, worst(4_000, 4, r -> r.nextDouble(0.5, 2), Elementary::log, x -> Decimals.log(Decimals.of(x))));
        worst = Math.max(
                worst, worst(3_000, 5, ElementaryTest::nearOne, Elementary::log, x -> Decimals.log(Decimals.of(x))));
        assertThat(worst).isBetween(0.49, 0.505);
    }

    @Test
    void the_two_parts_of_log_carry_67_bits() {
        var random = new SplittableRandom(6);
        double worst = 0;
        for (int i = 0; i < 4_000; i++) {
            double x = i % 2 == 0 ? anyPositive(random) : nearOne(random);
            if (x == 1) continue;
            var exact = Decimals.log(Decimals.of(x));
            var carried = Decimals.of(Elementary.logHigh(x)).add(Decimals.of(Elementary.logLow(x)));
            worst = Math.max(
                    worst,
                    carried.subtract(exact)
                            .divide(exact, new MathContext(10))
                            .abs()
                            .doubleValue());
        }
        assertThat(worst).isLessThan(0x1p-67);
    }

    @Test
    void pow_errs_by_at_most_0_53_ulp_however_large_the_result() {
        var random = new SplittableRandom(7);
        double worst = 0;
        for (int i = 0; i < 4_000; i++) {
            double x = i % 2 == 0 ? anyPositive(random) : random.nextDouble(0.5, 2);
            double y = random.nextDouble(-744, 709) / StrictMath.log(x);
            if (!(Math.abs(y) < INFINITY)) continue;
            var exact = Decimals.exp(Decimals.log(Decimals.of(x)).multiply(Decimals.of(y)));
            worst = Math.max(worst, Decimals.ulps(Elementary.pow(x, y), exact));
        }
        assertThat(worst).isBetween(0.49, 0.53);
    }

    @Test
    void expm1_and_log1p_err_by_at_most_1_ulp() {
        DoubleFunction<BigDecimal> expm1 = x -> {
            var wide = Decimals.exp(Decimals.of(x));
            if (Math.abs(x) > 1e-5) return wide.subtract(BigDecimal.ONE);
            var d = Decimals.of(x); // x + x²/2 + x³/6 + …
            var sum = BigDecimal.ZERO;
            var term = BigDecimal.ONE;
            for (int i = 1; i < 9; i++) {
                term = term.multiply(d, Decimals.CONTEXT).divide(BigDecimal.valueOf(i), Decimals.CONTEXT);
                sum = sum.add(term);
            }
            return sum;
        };
        double worst = worst(1_500, 8, r -> r.nextDouble(-40, 40), Elementary::expm1, expm1);
        worst = Math.max(worst, worst(1_500, 9, ElementaryTest::small, Elementary::expm1, expm1));
        assertThat(worst).isLessThan(1.1);

        DoubleFunction<BigDecimal> log1p = x -> Decimals.log(Decimals.of(x).add(BigDecimal.ONE));
        worst = worst(1_500, 10, r -> r.nextDouble(-1, 40), Elementary::log1p, log1p);
        worst = Math.max(worst, worst(1_500, 11, ElementaryTest::small, Elementary::log1p, log1p));
        assertThat(worst).isLessThan(0.6);
        for (double x : SPECIAL) {
            near("expm1", x, Elementary.expm1(x), StrictMath.expm1(x));
            near("log1p", x, Elementary.log1p(x), StrictMath.log1p(x));
        }
    }

    @Test
    void normalCdf_errs_by_at_most_6_ulp_down_to_the_last_normal_number() {
        double worst = worst(1_000, 12, r -> r.nextDouble(-37.5, 8), Elementary::normalCdf, Decimals::normalCdf);
        worst = Math.max(worst, worst(1_000, 13, r -> r.nextDouble(-3, 3), Elementary::normalCdf, Decimals::normalCdf));
        assertThat(worst).isLessThan(6);
        assertThat(Elementary.normalCdf(0)).isEqualTo(0.5);
        assertThat(Elementary.normalCdf(-INFINITY)).isEqualTo(0);
        assertThat(Elementary.normalCdf(INFINITY)).isEqualTo(1);
        assertThat(Elementary.normalCdf(Double.NaN)).isNaN();
        assertThat(Elementary.normalCdf(1.959963984540054))
                .isEqualTo(0.975, org.assertj.core.data.Offset.offset(1e-15));
    }

    @Test
    void normalQuantile_errs_by_at_most_7_ulp() {
        var random = new SplittableRandom(14);
        double worst = 0;
        for (int i = 0; i < 1_000; i++) {
            double p = i % 2 == 0 ? random.nextDouble() : Elementary.exp(random.nextDouble(-700, -1));
            double z = Elementary.normalQuantile(p);
            // one Newton step from z is exact to twice its digits
            var step =
                    Decimals.normalCdf(z).subtract(Decimals.of(p)).divide(Decimals.normalDensity(z), Decimals.CONTEXT);
            worst = Math.max(worst, Decimals.ulps(z, Decimals.of(z).subtract(step)));
        }
        assertThat(worst).isLessThan(7);
        assertThat(Elementary.normalQuantile(0.5)).isEqualTo(0);
        assertThat(Elementary.normalQuantile(0)).isEqualTo(-INFINITY);
        assertThat(Elementary.normalQuantile(1)).isEqualTo(INFINITY);
        assertThat(Elementary.normalQuantile(-0.1)).isNaN();
        assertThat(Elementary.normalQuantile(1.1)).isNaN();
        assertThat(Elementary.normalQuantile(Double.NaN)).isNaN();
    }

    @Test
    void special_values_are_those_of_StrictMath() {
        for (double x : SPECIAL) {
            near("exp", x, Elementary.exp(x), StrictMath.exp(x));
            near("log", x, Elementary.log(x), StrictMath.log(x));
            for (double y : SPECIAL) {
                double expected = StrictMath.pow(x, y);
                double actual = Elementary.pow(x, y);
                if (Double.isNaN(expected) || expected == 0 || Double.isInfinite(expected)) {
                    assertThat(Double.doubleToLongBits(actual))
                            .as("pow(%s, %s) is %s", x, y, actual)
                            .isEqualTo(Double.doubleToLongBits(expected));
                } else {
                    assertThat(Math.abs(actual - expected))
                            .as("pow(%s, %s)", x, y)
                            .isLessThanOrEqualTo(Math.ulp(expected));
                }
            }
        }
    }

    @Test
    void exact_powers_are_exact() {
        for (int n = 0; n < 30; n++)
            assertThat(Elementary.pow(3, n)).isEqualTo(new BigDecimal(3).pow(n).doubleValue());
        for (int n = -1074; n < 1024; n++) assertThat(Elementary.pow(2, n)).isEqualTo(Math.scalb(1.0, n));
        assertThat(Elementary.pow(-8, 3)).isEqualTo(-512);
        assertThat(Elementary.pow(1.1, 0.5)).isEqualTo(Math.sqrt(1.1));
    }

    @Test
    void each_rises_with_its_argument() {
        rises(200_000, i -> Elementary.exp(-745.2 + i * 0.007));
        rises(200_000, i -> Elementary.exp(1 + i * 0x1p-52));
        rises(200_000, i -> Elementary.log(0.5 + i * 1e-5));
        rises(200_000, i -> Elementary.log(1 - i * 0x1p-53) * -1);
        rises(100_000, i -> Elementary.normalCdf(-38.5 + i * 4e-4));
        rises(99_999, i -> Elementary.normalQuantile((i + 1) * 1e-5));
    }

    @Test
    void array_forms_give_the_bits_of_the_scalar_forms() {
        var random = new SplittableRandom(15);
        for (int n : new int[] {0, 1, 2, 255, 256, 257, 1024, 3000}) {
            for (boolean special : new boolean[] {false, true}) {
                var x = new double[n];
                var y = new double[n];
                var p = new double[n];
                for (int i = 0; i < n; i++) {
                    x[i] = random.nextDouble(-40, 40);
                    y[i] = random.nextDouble(-40, 40);
                    p[i] = random.nextDouble();
                    if (special && i % 7 == 0) {
                        x[i] = SPECIAL[random.nextInt(SPECIAL.length)];
                        y[i] = SPECIAL[random.nextInt(SPECIAL.length)];
                        p[i] = SPECIAL[random.nextInt(SPECIAL.length)];
                    }
                }
                var positive = new double[n];
                for (int i = 0; i < n; i++) positive[i] = special && i % 7 == 0 ? x[i] : Math.abs(x[i]);
                var high = new double[n];
                var low = new double[n];
                Elementary.logPair(positive, high, low, n);
                same(n, i -> Elementary.logHigh(positive[i]), i -> high[i]);
                same(n, i -> Elementary.logLow(positive[i]), i -> low[i]);

                var out = new double[n];
                Elementary.exp(x, out, n);
                same(n, i -> Elementary.exp(x[i]), i -> out[i]);
                Elementary.log(positive, out, n);
                same(n, i -> Elementary.log(positive[i]), i -> out[i]);
                Elementary.powFromLog(high, low, y, out, n);
                same(n, i -> Elementary.expOfProduct(y[i], high[i], low[i]), i -> out[i]);
                same(n, i -> positive[i] >= 0 ? Elementary.pow(positive[i], y[i]) : out[i], i -> out[i]);
                Elementary.powFromLog(high, low, -2.5, out, n);
                same(n, i -> Elementary.expOfProduct(-2.5, high[i], low[i]), i -> out[i]);
                Elementary.pow(x, y, out, n);
                same(n, i -> Elementary.pow(x[i], y[i]), i -> out[i]);
                Elementary.pow(x, 3, out, n);
                same(n, i -> Elementary.pow(x[i], 3), i -> out[i]);
                Elementary.normalCdf(x, out, n);
                same(n, i -> Elementary.normalCdf(x[i]), i -> out[i]);
                Elementary.normalQuantile(p, out, n);
                same(n, i -> Elementary.normalQuantile(p[i]), i -> out[i]);

                var inPlace = p.clone();
                Elementary.normalQuantile(inPlace, inPlace, n);
                same(n, i -> Elementary.normalQuantile(p[i]), i -> inPlace[i]);
                System.arraycopy(x, 0, inPlace, 0, n);
                Elementary.exp(inPlace, inPlace, n);
                same(n, i -> Elementary.exp(x[i]), i -> inPlace[i]);
                System.arraycopy(positive, 0, inPlace, 0, n);
                Elementary.logPair(inPlace, inPlace, out, n);
                same(n, i -> Elementary.logHigh(positive[i]), i -> inPlace[i]);
                same(n, i -> Elementary.logLow(positive[i]), i -> out[i]);
                Elementary.powFromLog(inPlace, out, y, inPlace, n);
                same(n, i -> Elementary.expOfProduct(y[i], high[i], low[i]), i -> inPlace[i]);
                System.arraycopy(x, 0, inPlace, 0, n);
                Elementary.pow(inPlace, y, inPlace, n);
                same(n, i -> Elementary.pow(x[i], y[i]), i -> inPlace[i]);
                System.arraycopy(x, 0, inPlace, 0, n);
                Elementary.normalCdf(inPlace, inPlace, n);
                same(n, i -> Elementary.normalCdf(x[i]), i -> inPlace[i]);
            }
        }
    }

    @Test
    void every_JDK_gives_the_same_bits() {
        var random = new SplittableRandom(16);
        int n = 50_000;
        var x = new double[n];
        var p = new double[n];
        var positive = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextDouble(-750, 715);
            p[i] = random.nextDouble();
            positive[i] = Double.longBitsToDouble(random.nextLong() >>> 1);
        }
        assertThat(hash(n, i -> Elementary.exp(x[i]))).isEqualTo(0x62d48078d94edab5L);
        assertThat(hash(n, i -> Elementary.log(positive[i]))).isEqualTo(0x9008d7c01385847eL);
        assertThat(hash(n, i -> Elementary.logLow(positive[i]))).isEqualTo(0x12ceeaf2bcdc4ce5L);
        assertThat(hash(n, i -> Elementary.pow(positive[i], x[i] / 500))).isEqualTo(0xbc25f4ac8b6cc7b7L);
        assertThat(hash(n, i -> Elementary.expm1(x[i] / 10))).isEqualTo(0x407407a23e8ae6c1L);
        assertThat(hash(n, i -> Elementary.log1p(x[i] / 750 + p[i]))).isEqualTo(0xe90e340637587b20L);
        assertThat(hash(n, i -> Elementary.normalCdf(x[i] / 20))).isEqualTo(0xbbe46a0d479db204L);
        assertThat(hash(n, i -> Elementary.normalQuantile(p[i]))).isEqualTo(0x28bba111f6c91e07L);
    }

    @Test
    void the_tables_are_what_they_say() {
        for (int i = 0; i < 128; i++) {
            double s = Double.longBitsToDouble(ElementaryTables.POWER[i] + ((long) i << 45));
            var exact =
                    Decimals.exp(Decimals.LN_2.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(128)));
            assertThat(s).isEqualTo(exact.doubleValue());
            var tail = exact.divide(Decimals.of(s), Decimals.CONTEXT).subtract(BigDecimal.ONE);
            if (i > 0)
                assertThat(Decimals.ulps(ElementaryTables.POWER_TAIL[i], tail)).isLessThan(0.500001);

            double c = ElementaryTables.LOGARITHM[4 * i];
            double high = ElementaryTables.LOGARITHM[4 * i + 1];
            assertThat(c * 256).isEqualTo(Math.rint(c * 256));
            assertThat(high * 0x1p43).isEqualTo(Math.rint(high * 0x1p43));
            var rest = Decimals.log(Decimals.of(c)).negate().subtract(Decimals.of(high));
            if (c != 1)
                assertThat(Decimals.ulps(ElementaryTables.LOGARITHM[4 * i + 2], rest))
                        .isLessThan(0.500001);
        }
    }

    private interface Draw {
        double from(SplittableRandom random);
    }

    private static double worst(
            int points, long seed, Draw draw, DoubleUnaryOperator function, DoubleFunction<BigDecimal> exact) {
        var random = new SplittableRandom(seed);
        double worst = 0;
        for (int i = 0; i < points; i++) {
            double x = draw.from(random);
            if (x == 0) continue;
            var reference = exact.apply(x);
            if (reference.signum() == 0) continue;
            worst = Math.max(worst, Decimals.ulps(function.applyAsDouble(x), reference));
        }
        return worst;
    }

    private static double anyPositive(SplittableRandom random) {
        double x = Double.longBitsToDouble(random.nextLong() >>> 1);
        return x > 0 && x < INFINITY ? x : 2;
    }

    private static double nearOne(SplittableRandom random) {
        return 1 + random.nextDouble(-1, 1) * Math.scalb(1.0, -1 - random.nextInt(51));
    }

    private static double small(SplittableRandom random) {
        return random.nextDouble(-0.5, 0.5) * Math.scalb(1.0, -random.nextInt(60));
    }

    /** The same bits where the value is special, else within 2 ulp, StrictMath's own error being 1. */
    private static void near(String name, double x, double actual, double expected) {
        if (Double.isNaN(expected) || expected == 0 || Double.isInfinite(expected)) {
            assertThat(Double.doubleToLongBits(actual))
                    .as("%s(%s) is %s", name, x, actual)
                    .isEqualTo(Double.doubleToLongBits(expected));
        } else {
            assertThat(Math.abs(actual - expected)).as("%s(%s)", name, x).isLessThanOrEqualTo(2 * Math.ulp(expected));
        }
    }

    private static void rises(int steps, IntToDoubleFunction f) {
        double before = f.applyAsDouble(0);
        for (int i = 1; i < steps; i++) {
            double now = f.applyAsDouble(i);
            if (!(now >= before)) assertThat(now).as("step %s", i).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    private static void same(int n, IntToDoubleFunction scalar, IntToDoubleFunction array) {
        for (int i = 0; i < n; i++) {
            long expected = Double.doubleToLongBits(scalar.applyAsDouble(i));
            long actual = Double.doubleToLongBits(array.applyAsDouble(i));
            if (actual != expected) {
                assertThat(array.applyAsDouble(i)).as("element %s of %s", i, n).isEqualTo(scalar.applyAsDouble(i));
                assertThat(actual).as("bits of element %s of %s", i, n).isEqualTo(expected);
            }
        }
    }

    private static long hash(int n, IntToDoubleFunction f) {
        long hash = 0;
        for (int i = 0; i < n; i++) hash = CounterRandom.mix(hash ^ Double.doubleToLongBits(f.applyAsDouble(i)));
        return hash;
    }
}
