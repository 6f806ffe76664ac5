package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DepreciationTest {

    private static final double LAST_BITS = 1e-14;

    private static double left(Depreciation curve) {
        var sheet = Sheet.open(CNY);
        return sheet.close(curve.write(sheet)).value();
    }

    private static Optional<Input<Double>> share(double value) {
        return Optional.of(number(value));
    }

    @Test
    void straight_line_falls_evenly_to_its_residual() {
        assertThat(left(new Depreciation.StraightLine(number(3), number(8), Optional.empty())))
                .isEqualTo(0.625);
        assertThat(left(new Depreciation.StraightLine(number(3), number(8), share(0.2))))
                .isCloseTo(1 - 0.8 * 3 / 8, within(LAST_BITS));
        assertThat(left(new Depreciation.StraightLine(number(9), number(8), share(0.2))))
                .isCloseTo(0.2, within(LAST_BITS));
    }

    /** Five years: 5, 4, 3, 2, 1 of 15. */
    @Test
    void sum_of_years_digits_follows_the_digits() {
        double[] left = {15 / 15.0, 10 / 15.0, 6 / 15.0, 3 / 15.0, 1 / 15.0, 0};
        for (int age = 0; age <= 5; age++)
            assertThat(left(new Depreciation.SumOfYearsDigits(number(age), 5, Optional.empty())))
                    .as("age " + age)
                    .isCloseTo(left[age], within(LAST_BITS));
        assertThat(left(new Depreciation.SumOfYearsDigits(number(1.25), 5, share(0.1))))
                .isCloseTo(1 - 0.9 * (5 + 0.25 * 4) / 15, within(LAST_BITS));
        assertThat(left(new Depreciation.SumOfYearsDigits(number(50), 5, Optional.empty())))
                .isCloseTo(0, within(LAST_BITS));
    }

    @Test
    void declining_balances_lose_a_constant_share_of_what_is_left() {
        assertThat(left(new Depreciation.DecliningBalance(number(3), number(0.2))))
                .isCloseTo(0.8 * 0.8 * 0.8, within(LAST_BITS));
        double d = 1 - StrictMath.pow(0.1, 1 / 6.0);
        assertThat(left(new Depreciation.DecliningToResidual(number(2), number(6), number(0.1))))
                .isCloseTo((1 - d) * (1 - d), within(LAST_BITS));
        assertThat(left(new Depreciation.DecliningToResidual(number(6), number(6), number(0.1))))
                .isCloseTo(0.1, within(LAST_BITS));
        assertThat(left(new Depreciation.DoubleDeclining(number(2), number(10), Optional.empty(), Optional.empty())))
                .isCloseTo(0.8 * 0.8, within(LAST_BITS));
        assertThat(left(new Depreciation.DoubleDeclining(number(2), number(10), share(1.5), Optional.empty())))
                .isCloseTo(0.85 * 0.85, within(LAST_BITS));
        assertThat(left(new Depreciation.DoubleDeclining(number(9), number(10), Optional.empty(), share(0.3))))
                .isEqualTo(0.3);
    }

    @Test
    void a_table_is_read_at_its_points_and_between_them() {
        Function<Double, Depreciation> curve = age -> new Depreciation.Tabulated(
                number(age), number(10), List.of(0.0, 0.5, 1.0, 1.5), InputRow.of(List.of(1.0, 0.7, 0.3, 0.05)));
        double[][] points = {{0, 1}, {5, 0.7}, {10, 0.3}, {15, 0.05}, {2.5, 0.85}, {12.5, 0.175}, {40, 0.05}};
        for (var point : points)
            assertThat(left(curve.apply(point[0]))).as("age " + point[0]).isCloseTo(point[1], within(LAST_BITS));
    }

    @Test
    void what_is_no_curve_is_refused() {
        assertThatThrownBy(() -> new Depreciation.StraightLine(number(-1), number(0), share(2)))
                .hasMessageContaining(
                        "age must be in [0, 1000], but was -1. Give the age in years at the valuation date.")
                .hasMessageContaining("life must be above 0 and at most 100, but was 0.")
                .hasMessageContaining("residual must be in [0, 1] as a decimal, but was 2.");
        assertThatThrownBy(() -> new Depreciation.SumOfYearsDigits(number(1), 0, Optional.empty()))
                .hasMessageContaining("lifeYears must be 1 to 100, but was 0.");
        assertThatThrownBy(() -> new Depreciation.DecliningBalance(number(1), number(1)))
                .hasMessageContaining("rate must be in [0, 1), but was 1.");
        assertThatThrownBy(() -> new Depreciation.DecliningToResidual(number(1), number(5), number(0)))
                .hasMessageContaining(
                        "residual must be above 0, but was 0. A balance that loses a constant share never reaches 0");
        assertThatThrownBy(() ->
                        new Depreciation.DoubleDeclining(number(1), number(2), Optional.empty(), Optional.empty()))
                .hasMessageContaining("life must be above the multiple, 2, but was 2.");
        assertThatThrownBy(() -> new Depreciation.Tabulated(
                        number(1), number(5), List.of(0.1, 0.1), InputRow.of(List.of(0.9, 0.95, 0.2))))
                .hasMessageContaining("ages[0] must be 0, but was 0.1.")
                .hasMessageContaining("ages[1] must be above the one before it")
                .hasMessageContaining("condition must be as long as ages, 2, but was 3.")
                .hasMessageContaining("condition[1] must be at most the one before it, 0.9, but was 0.95.");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void age_never_adds_and_what_is_left_is_a_share(long seed) {
        var random = new SplittableRandom(seed);
        int life = 3 + random.nextInt(20);
        double residual = 0.05 + 0.5 * random.nextDouble();
        double younger = random.nextDouble(30);
        double older = younger + random.nextDouble(10);
        List<Function<Double, Depreciation>> curves = List.of(
                age -> new Depreciation.StraightLine(number(age), number(life), share(residual)),
                age -> new Depreciation.SumOfYearsDigits(number(age), life, share(residual)),
                age -> new Depreciation.DecliningBalance(number(age), number(residual)),
                age -> new Depreciation.DecliningToResidual(number(age), number(life), number(residual)),
                age -> new Depreciation.DoubleDeclining(number(age), number(life), Optional.empty(), share(residual)),
                age -> new Depreciation.Tabulated(
                        number(age), number(life), List.of(0.0, 0.4, 1.2), InputRow.of(List.of(1.0, residual, 0.0))));
        for (var curve : curves) {
            assertThat(left(curve.apply(0.0))).isEqualTo(1);
            assertThat(left(curve.apply(younger))).isBetween(0.0, 1.0);
            assertThat(left(curve.apply(older))).isLessThanOrEqualTo(left(curve.apply(younger)) + LAST_BITS);
        }
    }
}
