package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BivariateNormalTest {

    /** Probabilities by 30-digit integration of φ(t) · Φ((y − ρt)/√(1 − ρ²)). */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/bivariate-normal.csv", numLinesToSkip = 1)
    void agrees_with_thirty_digits(double x, double y, double correlation, double probability) {
        assertThat(BivariateNormal.cdf(x, y, correlation)).isCloseTo(probability, within(2e-15));
        assertThat(BivariateNormal.cdf(y, x, correlation)).isCloseTo(probability, within(2e-15));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_plain_integration(long seed) {
        var random = new SplittableRandom(seed);
        double x = random.nextDouble(-4, 4);
        double y = random.nextDouble(-4, 4);
        double correlation = random.nextDouble(-0.99, 0.99);
        double width = Math.sqrt(1 - correlation * correlation);
        double integral = simpson(
                t -> Elementary.exp(-0.5 * t * t) * Elementary.normalCdf((y - correlation * t) / width), -9, x, 20_000);
        assertThat(BivariateNormal.cdf(x, y, correlation)).isCloseTo(integral / Math.sqrt(2 * Math.PI), within(1e-14));
    }

    private static double simpson(DoubleUnaryOperator f, double from, double to, int intervals) {
        double h = (to - from) / intervals;
        var sum = new NeumaierSum().add(f.applyAsDouble(from)).add(f.applyAsDouble(to));
        for (int i = 1; i < intervals; i++) sum.add((i % 2 == 1 ? 4 : 2) * f.applyAsDouble(from + i * h));
        return sum.value() * h / 3;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_distribution(long seed) {
        var random = new SplittableRandom(seed);
        double x = random.nextDouble(-3, 3);
        double y = random.nextDouble(-3, 3);
        double correlation = random.nextDouble(-1, 1);
        double p = BivariateNormal.cdf(x, y, correlation);
        assertThat(p + BivariateNormal.cdf(x, -y, -correlation))
                .as("all of Y")
                .isCloseTo(Elementary.normalCdf(x), within(3e-15));
        assertThat(p).isBetween(0.0, Math.min(Elementary.normalCdf(x), Elementary.normalCdf(y)) + 2e-15);
        assertThat(BivariateNormal.cdf(x + 0.1, y, correlation)).isGreaterThanOrEqualTo(p - 2e-15);
        double h = 1e-4;
        double slope =
                (BivariateNormal.cdf(x, y, clamp(correlation + h)) - BivariateNormal.cdf(x, y, clamp(correlation - h)))
                        / (clamp(correlation + h) - clamp(correlation - h));
        if (Math.abs(correlation) < 0.95)
            assertThat(BivariateNormal.density(x, y, correlation))
                    .as("Plackett: the density is the derivative by the correlation")
                    .isCloseTo(slope, within(1e-6));
    }

    private static double clamp(double correlation) {
        return Math.max(-1, Math.min(1, correlation));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1.3, -0.4", "-2, -1", "-0.5, 0.5", "-1.2, 2", "2, 2.5"})
    void limits_are_exact(double x, double y) {
        double first = Elementary.normalCdf(x);
        double second = Elementary.normalCdf(y);
        assertThat(BivariateNormal.cdf(x, y, 1)).isEqualTo(Math.min(first, second));
        assertThat(BivariateNormal.cdf(x, y, -1)).isCloseTo(Math.max(0, first + second - 1), within(2e-16));
        assertThat(BivariateNormal.cdf(x, y, 0)).isEqualTo(first * second);
        assertThat(BivariateNormal.cdf(x, Double.POSITIVE_INFINITY, 0.3)).isEqualTo(first);
        assertThat(BivariateNormal.cdf(Double.POSITIVE_INFINITY, y, -0.3)).isEqualTo(second);
        assertThat(BivariateNormal.cdf(x, Double.NEGATIVE_INFINITY, 0.99)).isZero();
        assertThat(BivariateNormal.cdf(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.3))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.999, -0.95, -0.5, 0, 0.25, 0.924, 0.926, 0.99})
    void at_the_origin_it_is_an_arc(double correlation) {
        assertThat(BivariateNormal.cdf(0, 0, correlation))
                .isCloseTo(0.25 + StrictMath.asin(correlation) / (2 * Math.PI), within(1e-15));
    }

    @Test
    void the_density_at_the_origin() {
        assertThat(BivariateNormal.density(0, 0, 0.6)).isCloseTo(1 / (2 * Math.PI * 0.8), within(1e-16));
        assertThat(BivariateNormal.density(1, -2, 0.6))
                .isCloseTo(StrictMath.exp(-(1 + 4 + 2.4) / (2 * 0.64)) / (2 * Math.PI * 0.8), within(1e-17));
    }

    @Test
    void nonsense_is_not_a_number() {
        assertThat(BivariateNormal.cdf(0, 0, 1.0000001)).isNaN();
        assertThat(BivariateNormal.cdf(0, 0, -1.0000001)).isNaN();
        assertThat(BivariateNormal.cdf(Double.NaN, 0, 0)).isNaN();
        assertThat(BivariateNormal.cdf(0, Double.NaN, 0)).isNaN();
        assertThat(BivariateNormal.cdf(0, 0, Double.NaN)).isNaN();
    }
}
