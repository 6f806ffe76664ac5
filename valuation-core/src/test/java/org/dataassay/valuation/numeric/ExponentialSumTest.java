package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.numeric.ExponentialSum.Root;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All roots and no others: against polynomials made from their roots, a fine scan, and Descartes' rule. */
class ExponentialSumTest {

    private static double[] times(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static List<Double> rates(double... amounts) {
        return rates(ExponentialSum.of(amounts, times(amounts.length)));
    }

    private static List<Double> rates(ExponentialSum sum) {
        return sum.roots().stream().map(root -> StrictMath.expm1(root.y())).toList();
    }

    /** Coefficients of Π (1 − x/g) in x = 1/(1 + r), so that every g = 1 + r is a root, exact in decimals, then rounded once. */
    private static double[] polynomial(List<BigDecimal> growths) {
        var coefficients = new ArrayList<>(List.of(BigDecimal.ONE));
        for (var growth : growths) {
            coefficients.add(BigDecimal.ZERO);
            for (int i = coefficients.size() - 1; i > 0; i--)
                coefficients.set(
                        i, coefficients.get(i).subtract(coefficients.get(i - 1).multiply(growth)));
        }
        return coefficients.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    static LongStream seeds() {
        return Seeds.of(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void finds_the_roots_of_a_polynomial_made_from_them(long seed) {
        var random = new SplittableRandom(seed);
        var growths = new ArrayList<BigDecimal>();
        int n = random.nextInt(1, 7);
        int at = random.nextInt(1, 40);
        for (int i = 0; i < n; i++) {
            growths.add(BigDecimal.valueOf(at, 2));
            at += random.nextInt(8, 60);
        }
        var amounts = polynomial(growths);
        var found = rates(amounts);
        assertThat(found).as("roots %s", growths).hasSize(n);
        for (int i = 0; i < n; i++)
            assertThat(found.get(i)).isCloseTo(growths.get(i).doubleValue() - 1, within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void there_are_as_many_as_descartes_allows_and_all_that_a_scan_finds(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(2, 14);
        boolean isDated = random.nextBoolean();
        var amounts = random.doubles(n, -1, 1).toArray();
        var times = isDated ? random.doubles(n, 0, 12).toArray() : times(n);
        var sum = ExponentialSum.of(amounts, times);
        var roots = sum.roots();
        assertThat(roots.size()).isLessThanOrEqualTo(sum.signChanges());
        assertThat(roots).allMatch(Root::crosses);
        for (var root : roots) assertThat(sum.relativeResidual(root.y())).isLessThan(1e-12);
        var scanned = scan(amounts, times);
        var within = roots.stream().map(Root::y).filter(y -> y > -6 && y < 6).toList();
        assertThat(within).hasSameSizeAs(scanned);
        for (int i = 0; i < scanned.size(); i++) assertThat(within.get(i)).isCloseTo(scanned.get(i), within(1e-3));
        var parity = sum.signChanges() - roots.size();
        boolean isWhole = roots.stream().allMatch(root -> root.y() > -30 && root.y() < 30);
        if (isWhole && Arrays.stream(amounts).noneMatch(a -> Math.abs(a) < 1e-3) && !isDated)
            assertThat(parity % 2).as("Descartes' parity").isZero();
    }

    /** Sign changes on 12 000 points in [−6, 6], in StrictMath, term by term. */
    private static List<Double> scan(double[] amounts, double[] times) {
        var found = new ArrayList<Double>();
        double before = 0;
        for (int k = -6000; k <= 6000; k++) {
            double y = k / 1000.0 + 1e-7;
            double value = 0;
            for (int i = 0; i < amounts.length; i++) value += amounts[i] * StrictMath.exp(-y * times[i]);
            if (before * value < 0) found.add(y - 0.0005);
            before = value;
        }
        return found;
    }

    @Test
    void a_double_root_is_one_that_touches() {
        var twice = ExponentialSum.of(new double[] {1, -2.2, 1.21}, times(3)).roots();
        assertThat(twice).singleElement().satisfies(root -> {
            assertThat(root.crosses()).isFalse();
            assertThat(StrictMath.expm1(root.y())).isCloseTo(0.1, within(1e-7));
        });
        var withAnother = ExponentialSum.of(
                        polynomial(List.of(new BigDecimal("0.9"), new BigDecimal("1.3"), new BigDecimal("1.3"))),
                        times(4))
                .roots();
        assertThat(withAnother).extracting(Root::crosses).containsExactly(true, false);
    }

    @Test
    void the_last_digit_parts_a_double_root_or_lifts_it() {
        assertThat(rates(1, -2.2, 1.2099)).hasSize(2);
        assertThat(rates(1, -2.2, 1.2101)).isEmpty();
        assertThat(rates(1, -2, 2)).isEmpty();
    }

    @Test
    void a_triple_root_is_one_that_crosses() {
        var found = ExponentialSum.of(
                        polynomial(List.of(new BigDecimal("1.1"), new BigDecimal("1.1"), new BigDecimal("1.1"))),
                        times(4))
                .roots();
        assertThat(found).singleElement().satisfies(root -> {
            assertThat(root.crosses()).isTrue();
            assertThat(StrictMath.expm1(root.y())).isCloseTo(0.1, within(1e-4));
        });
    }

    @Test
    void twelve_roots_side_by_side() {
        var growths = IntStream.rangeClosed(1, 12)
                .mapToObj(k -> BigDecimal.valueOf(10 + k, 1))
                .toList();
        var found = rates(polynomial(growths));
        assertThat(found).hasSize(12);
        for (int k = 1; k <= 12; k++) assertThat(found.get(k - 1)).isCloseTo(0.1 * k, within(1e-3));
    }

    @Test
    void roots_next_to_minus_one() {
        assertThat(rates(-1e6, 9.0))
                .singleElement()
                .satisfies(r -> assertThat(1 + r).isCloseTo(9e-6, within(1e-16)));
        // −10⁶ + x + x² − 10⁻⁹x³ = 0 with x = 1/(1 + r): x = 999.5…, and x ≈ 10⁹
        assertThat(rates(-1e6, 1, 1, -1e-9))
                .satisfiesExactly(
                        r -> assertThat(1 / (1 + r))
                                .as("r itself keeps 1 + r to 1e-16")
                                .isCloseTo(1e9, within(100.0)),
                        r -> assertThat(1 / (1 + r)).isCloseTo(999.5, within(0.1)));
        // exp(−36.04) is the last 1 + r that a double rate keeps apart from −1
        assertThat(rates(-1e15, 1e-8)).isEmpty();
    }

    @Test
    void amounts_of_any_size() {
        assertThat(rates(-1e-8, 1.1e-8))
                .singleElement()
                .satisfies(r -> assertThat(r).isCloseTo(0.1, within(1e-14)));
        assertThat(rates(-1e15, 1.1e15))
                .singleElement()
                .satisfies(r -> assertThat(r).isCloseTo(0.1, within(1e-14)));
        assertThat(rates(-1e-8, 1e15))
                .singleElement()
                .satisfies(r -> assertThat(r / 1e23).isCloseTo(1, within(1e-13)));
        assertThat(rates(-1e300, 1.1e300)).hasSize(1);
    }

    /** 480 equal payments: Newton's method from 10 % and polynomial solvers return roots with 1 + r below zero. */
    @Test
    void hundreds_of_equal_payments() {
        for (double price : new double[] {1, 999, 2000, 100_000, 479_000, 480_000, 481_000, 1e6, 1e9, 1e14}) {
            var amounts = new double[481];
            Arrays.fill(amounts, 1000);
            amounts[0] = -price;
            var sum = ExponentialSum.of(amounts, times(481));
            assertThat(sum.signChanges()).isEqualTo(1);
            assertThat(sum.roots()).singleElement().satisfies(root -> {
                if (price == 480_000) assertThat(root.y()).isCloseTo(0, within(1e-15));
                else assertThat(Math.signum(root.y())).isEqualTo(Math.signum(480_000 - price));
                assertThat(sum.relativeResidual(root.y())).isLessThan(1e-12);
            });
        }
    }

    @Test
    void zeros_order_and_distance_from_the_first_flow_change_nothing() {
        var plain = rates(-5, 10.5, 1, -8, 1);
        assertThat(rates(0, 0, -5, 10.5, 1, -8, 1, 0, 0)).isEqualTo(plain);
        assertThat(rates(ExponentialSum.of(new double[] {1, -8, 10.5, -5, 1}, new double[] {-1, -2, -4, -5, -3})))
                .isEqualTo(plain);
        assertThat(rates(ExponentialSum.of(new double[] {-2, 10.5, 1, -8, -3, 1}, new double[] {0, 1, 2, 3, 0, 4})))
                .isEqualTo(plain);
    }

    @Test
    void without_a_change_of_sign_there_is_none() {
        assertThat(rates(1, 2, 3)).isEmpty();
        assertThat(rates(0, 0, 0)).isEmpty();
        assertThat(rates(-5)).isEmpty();
        assertThat(rates(ExponentialSum.of(new double[] {5, -5}, new double[] {1, 1})))
                .isEmpty();
    }

    @Test
    void a_bracket_in_fifty_digits_confirms_each_root() {
        var random = new SplittableRandom(3);
        var amounts = random.doubles(60, -5e5, 5e5).toArray();
        var times = random.doubles(60, 0, 30).toArray();
        for (var root : ExponentialSum.of(amounts, times).roots()) {
            if (Math.abs(root.y()) > 3) continue;
            assertThat(value(amounts, times, root.y() - 1e-9).signum())
                    .isEqualTo(-value(amounts, times, root.y() + 1e-9).signum());
        }
    }

    private static BigDecimal value(double[] amounts, double[] times, double y) {
        var context = Decimals.CONTEXT;
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < amounts.length; i++) {
            var exponent = new BigDecimal(-y).multiply(new BigDecimal(times[i]));
            sum = sum.add(new BigDecimal(amounts[i]).multiply(Decimals.exp(exponent), context));
        }
        return sum;
    }

    @Test
    void refuses_what_is_no_sum() {
        assertThatThrownBy(() -> ExponentialSum.of(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("times must be as many as the amounts, 1, but was 2. Give each amount its time.");
        assertThatThrownBy(() -> ExponentialSum.of(new double[] {Double.NaN}, new double[] {1}))
                .hasMessageStartingWith("amounts must be finite");
    }
}
