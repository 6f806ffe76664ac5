package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;

/**
 * Statistical tests with fixed seeds. Each statistic is a standard normal variable under randomness and must stay within 5, which a good
 * generator fails once in 1.7 million tries per statistic.
 */
class RandomPointsTest {

    private static final int N = 1_000_000;
    private static final long SEED = 20251231;

    @Test
    void uniform_is_the_upper_52_bits_and_a_half() {
        for (long i = 0; i < 10_000; i++) {
            long bits = CounterRandom.nextBits(SEED, 3, i);
            assertThat(CounterRandom.uniform(SEED, 3, i)).isEqualTo(((bits >>> 12) + 0.5) * 0x1p-52);
        }
        assertThat(CounterRandom.toUnit(0)).isEqualTo(0x1p-53).isGreaterThan(0);
        assertThat(CounterRandom.toUnit(-1)).isEqualTo(1 - 0x1p-53).isLessThan(1);
    }

    @Test
    void a_part_of_the_sequence_is_the_same_however_it_is_drawn() {
        var whole = new double[1000];
        var part = new double[100];
        CounterRandom.fill(SEED, 5, 40, whole, 1000);
        CounterRandom.fill(SEED, 5, 340, part, 100);
        for (int i = 0; i < 100; i++) {
            assertThat(part[i]).isEqualTo(whole[300 + i]).isEqualTo(CounterRandom.uniform(SEED, 5, 340 + i));
        }
    }

    @Test
    void numbers_fill_the_interval_evenly() {
        for (int stream = 0; stream < 4; stream++) {
            var u = draw(SEED, stream);
            var counts = new int[1024];
            for (double v : u) counts[(int) (v * 1024)]++;
            assertThat(Math.abs(chiSquare(counts, N / 1024.0))).isLessThan(5);
        }
    }

    @Test
    void every_bit_is_set_half_the_time_and_bits_of_neighbors_agree_half_the_time() {
        int n = 200_000;
        for (int bit = 0; bit < 64; bit++) {
            long set = 0;
            long equal = 0;
            for (int i = 0; i < n; i++) {
                long z = CounterRandom.nextBits(SEED, 1, i);
                set += z >>> bit & 1;
                equal += ~(z ^ CounterRandom.nextBits(SEED, 1, i + 1)) >>> bit & 1;
            }
            assertThat(Math.abs(set - 0.5 * n) / Math.sqrt(0.25 * n)).isLessThan(5);
            assertThat(Math.abs(equal - 0.5 * n) / Math.sqrt(0.25 * n)).isLessThan(5);
        }
    }

    @Test
    void neighbors_streams_and_seeds_are_not_correlated() {
        var u = draw(SEED, 0);
        for (int lag : new int[] {1, 2, 3, 64, 1024})
            assertThat(correlation(u, u, lag)).isLessThan(5);
        for (int stream = 1; stream < 10; stream++)
            assertThat(correlation(u, draw(SEED, stream), 0)).isLessThan(5);
        for (int step = 1; step < 4; step++)
            assertThat(correlation(u, draw(SEED + step, 0), 0)).isLessThan(5);
        var pairs = new int[64 * 64];
        var v = draw(SEED, 1);
        for (int i = 0; i < N; i++) pairs[(int) (u[i] * 64) * 64 + (int) (v[i] * 64)]++;
        assertThat(Math.abs(chiSquare(pairs, N / 4096.0))).isLessThan(5);
    }

    @Test
    void every_JDK_draws_the_same_bits() {
        long hash = 0;
        for (int i = 0; i < 10_000; i++) hash = CounterRandom.mix(hash ^ CounterRandom.nextBits(SEED, i % 7, i));
        assertThat(hash).isEqualTo(0x51d56978149ba82aL);
    }

    @Test
    void each_stratum_of_a_latin_hypercube_is_hit_once() {
        for (int size : new int[] {1, 2, 3, 5, 16, 17, 1000, 1024, 1025, 65_537}) {
            for (int dimension = 0; dimension < 3; dimension++) {
                var hit = new BitSet();
                var out = new double[size];
                LatinHypercube.fill(SEED, dimension, size, 0, out, size);
                for (int i = 0; i < size; i++) {
                    double p = LatinHypercube.point(SEED, dimension, size, i);
                    assertThat(out[i]).isEqualTo(p);
                    if (!(p > 0 && p < 1)) assertThat(p).isStrictlyBetween(0.0, 1.0);
                    hit.set((int) (p * size));
                }
                assertThat(hit.cardinality()).as("size %s", size).isEqualTo(size);
            }
        }
    }

    @Test
    void the_orders_of_two_dimensions_are_not_correlated() {
        int size = 100_000;
        var a = new double[size];
        var b = new double[size];
        LatinHypercube.fill(SEED, 0, size, 0, a, size);
        for (int dimension = 1; dimension < 6; dimension++) {
            LatinHypercube.fill(SEED, dimension, size, 0, b, size);
            assertThat(correlation(a, b, 0)).isLessThan(5);
        }
        assertThat(correlation(a, a, 1)).isLessThan(5);
    }

    @Test
    void sobol_points_before_the_shift_are_those_of_the_published_sequence() {
        int dimensions = 1000;
        var generator = new SobolSequenceGenerator(dimensions);
        for (int i = 0; i < 600; i++) {
            var point = generator.nextVector();
            for (int d = 0; d < dimensions; d++) {
                if (Sobol.digits(d, i) * 0x1p-52 != point[d]) {
                    assertThat(Sobol.digits(d, i) * 0x1p-52)
                            .as("point %s, dimension %s", i, d)
                            .isEqualTo(point[d]);
                }
            }
        }
        assertThat(Sobol.digits(0, 1) * 0x1p-52).isEqualTo(0.5);
        assertThat(Sobol.digits(1, 2) * 0x1p-52).isEqualTo(0.25);
        // every direction number of dimension 0 is one binary place: van der Corput
        for (int bit = 0; bit < 31; bit++) {
            assertThat(Sobol.digits(0, (1L << (bit + 1)) - 1) * 0x1p-52).isEqualTo(Math.scalb(1.0, -bit - 1));
        }
    }

    @Test
    void a_shifted_sobol_block_still_hits_each_dyadic_interval_once() {
        var out = new double[4096];
        for (int d = 0; d < 50; d++) {
            Sobol.fill(SEED, d, 8192, out, 4096);
            var hit = new BitSet();
            for (int i = 0; i < 4096; i++) {
                assertThat(out[i]).isEqualTo(Sobol.point(SEED, d, 8192 + i));
                hit.set((int) (out[i] * 4096));
            }
            assertThat(hit.cardinality()).isEqualTo(4096);
        }
    }

    @Test
    void positions_out_of_reach_are_refused() {
        assertThatThrownBy(() -> Sobol.point(1, 1000, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Sobol.point(1, 0, 1L << 31)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LatinHypercube.point(1, 0, 10, 10)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LatinHypercube.point(1, 0, 0, 0)).isInstanceOf(InvalidInputException.class);
    }

    private static double[] draw(long seed, long stream) {
        var u = new double[N];
        CounterRandom.fill(seed, stream, 0, u, N);
        return u;
    }

    /** χ² as a normal variable, by Wilson and Hilferty. */
    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) sum += (count - expected) * (count - expected) / expected;
        double f = counts.length - 1;
        double share = 2 / (9 * f);
        return (StrictMath.cbrt(sum / f) - 1 + share) / Math.sqrt(share);
    }

    /** |correlation|·√n of uniform numbers, of mean ½ and variance 1/12. */
    private static double correlation(double[] a, double[] b, int lag) {
        double sum = 0;
        int n = a.length - lag;
        for (int i = 0; i < n; i++) sum += (a[i] - 0.5) * (b[i + lag] - 0.5);
        return Math.abs(12 * sum / Math.sqrt(n));
    }
}
