package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums, moments, quantiles and roots. */
class FoldsTest {

    @Test
    void a_compensated_sum_keeps_what_addition_loses() {
        assertThat(NeumaierSum.of(1e100, 1, -1e100)).isEqualTo(1);
        assertThat(NeumaierSum.of()).isEqualTo(0);
        assertThat(NeumaierSum.of(Double.POSITIVE_INFINITY, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new NeumaierSum()
                        .add(new NeumaierSum().add(1e100).add(1))
                        .add(-1e100)
                        .value())
                .isEqualTo(1);
        var random = new SplittableRandom(1);
        var exact = BigDecimal.ZERO;
        var sum = new NeumaierSum();
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble(-1, 1) * StrictMath.pow(10, random.nextInt(12));
            exact = exact.add(new BigDecimal(x));
            sum.add(x);
        }
        assertThat(sum.value()).isEqualTo(exact.doubleValue());
    }

    @Test
    void moments_are_right_far_from_zero_and_merge() {
        // NIST StRD NumAcc4: 10000000.2, then 10000000.1 and .3 in turn 500 times; mean 10000000.2, standard deviation
        // 0.1
        var x = new double[1001];
        x[0] = 10000000.2;
        for (int i = 1; i < 1001; i++) x[i] = i % 2 == 1 ? 10000000.1 : 10000000.3;
        var whole = Welford.of(x, 1001);
        assertThat(whole.mean()).isEqualTo(10000000.2, offset(1e-8));
        assertThat(whole.standardDeviation()).isEqualTo(0.1, offset(1e-8));
        assertThat(whole.standardError()).isEqualTo(0.1 / Math.sqrt(1001), offset(1e-9));

        var merged = new Welford();
        for (int from = 0; from < 1001; from += 100) {
            int to = Math.min(from + 100, 1001);
            merged.add(Welford.of(Arrays.copyOfRange(x, from, to), to - from)).add(new Welford());
        }
        assertThat(merged.count()).isEqualTo(1001);
        assertThat(merged.mean()).isEqualTo(whole.mean(), offset(1e-8));
        assertThat(merged.variance()).isEqualTo(whole.variance(), offset(1e-9));
        assertThat(new Welford().add(3).variance()).isEqualTo(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void quantiles_are_those_of_the_sorted_sample(long seed) {
        var random = new SplittableRandom(seed);
        int n = seed == 1 ? 7 : 20_000 + (int) seed;
        var x = new double[n];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            x[i] = switch ((int) seed) {
                case 3 -> 1 / (u * u * u * u); // heavy tail
                case 4 -> Math.rint(u * 3); // ties
                case 5 -> StrictMath.exp(1400 * u - 700) * (i % 2 == 0 ? 1 : -1); // every magnitude
                case 6 -> i % 2 == 0 ? Double.MAX_VALUE * u : -Double.MAX_VALUE * u; // the range overflows
                default -> u;
            };
        }
        var before = x.clone();
        var sorted = x.clone();
        Arrays.sort(sorted);
        double[] p = {0.5, 0, 1, 0.05, 0.95, 0.001, 0.999, 1 / 3.0, 0.05};
        var actual = Quantiles.exact(x, p);
        for (int j = 0; j < p.length; j++) {
            double h = (n - 1) * p[j];
            double low = sorted[(int) h];
            double high = sorted[Math.min((int) h + 1, n - 1)];
            double fraction = h - (int) h;
            assertThat(actual[j]).isEqualTo(fraction == 0 ? low : low + fraction * (high - low));
        }
        assertThat(Quantiles.estimates(x, p).stream()
                        .mapToDouble(Quantiles.Estimate::quantile)
                        .toArray())
                .isEqualTo(actual);
        assertThat(x).isEqualTo(before);
    }

    @Test
    void quantiles_of_one_to_five_by_hand() {
        assertThat(Quantiles.exact(new double[] {5, 1, 4, 2, 3}, 0.1, 0.25, 0.5))
                .containsExactly(1.4, 2, 3);
        assertThatThrownBy(() -> Quantiles.exact(new double[] {1, Double.NaN}, 0.5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("values[1]");
        assertThatThrownBy(() -> Quantiles.exact(new double[0], 0.5)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Quantiles.exact(new double[] {1}, 1.5)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_standard_error_of_a_quantile_is_that_of_the_uniform_distribution() {
        // √(p(1−p)/n)/density, density 1; averaged over 50 samples, whose own scatter is some 4%
        int n = 20_000;
        var x = new double[n];
        for (double p : new double[] {0.05, 0.5, 0.9}) {
            var mean = new Welford();
            for (int run = 0; run < 50; run++) {
                CounterRandom.fill(99, run, 0, x, n);
                mean.add(Quantiles.estimates(x, p).get(0).standardError());
            }
            double expected = Math.sqrt(p * (1 - p) / n);
            assertThat(mean.mean() / expected).isBetween(0.93, 1.07);
        }
        assertThat(Quantiles.estimates(new double[] {3}, 0.5)).containsExactly(new Quantiles.Estimate(3, 0));
    }

    @Test
    void brent_finds_roots_to_the_last_bits() {
        assertThat(Brent.root(x -> x * x - 2, 0, 2)).isEqualTo(Math.sqrt(2), offset(Math.ulp(2.0)));
        assertThat(Brent.root(x -> x * x * x, -1, 4, 1e-30, 500)).isEqualTo(0, offset(1e-30));
        assertThat(Brent.root(x -> x - 1, 1, 2)).isEqualTo(1);
        assertThat(Brent.root(x -> 2 - x, 1, 2)).isEqualTo(2);
        assertThat(Brent.root(x -> x * x - 2, 0, 2, 1e-3, 50)).isEqualTo(Math.sqrt(2), offset(1e-3));
        // IRR of −100, 60, 60: 60 = 100·r²… solved by hand: (1+r) = 0.3 + √0.69
        assertThat(Brent.root(r -> -100 + 60 / (1 + r) + 60 / ((1 + r) * (1 + r)), 0, 1))
                .isEqualTo(0.3 + Math.sqrt(0.69) - 1, offset(1e-15));
    }

    @Test
    void brent_fails_with_the_last_bracket() {
        assertThatThrownBy(() -> Brent.root(x -> x * x + 1, -1, 3))
                .isInstanceOfSatisfying(
                        ValuationFailedException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ValuationError.NO_CONVERGENCE))
                .hasMessageContaining("[-1, 3]");
        assertThatThrownBy(() -> Brent.root(x -> x * x * x - 2, 0, 1e6, 0, 2))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("the last bracket is [");
        assertThatThrownBy(() -> Brent.root(x -> 1 / x, 0, 1)).isInstanceOf(ValuationFailedException.class);
        assertThatThrownBy(() -> Brent.root(x -> x, 2, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Brent.root(x -> x, Double.NaN, 1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void all_roots_that_change_the_sign_are_found_in_order() {
        DoubleUnaryOperator f = x -> (x - 1) * (x - 2) * (x - 3.5);
        var roots = Brent.allRoots(f, 0, 5, 7);
        assertThat(roots).hasSize(3);
        assertThat(roots.get(0)).isEqualTo(1, offset(1e-14));
        assertThat(roots.get(1)).isEqualTo(2, offset(1e-14));
        assertThat(roots.get(2)).isEqualTo(3.5, offset(1e-14));
        assertThat(Brent.allRoots(f, 0, 5, 10)).containsExactly(1.0, 2.0, 3.5); // grid points, each once
        assertThat(Brent.allRoots(x -> x * x + 1, -1, 1, 10)).isEmpty();
    }
}
