package org.dataassay.valuation.numeric;

import org.dataassay.valuation.error.Check;

/**
 * Latin hypercube sampling by position: in each dimension every one of {@code samples} equal strata holds exactly one point.
 *
 * <p><b>Formula</b>  point(d, i) = (π_d(i) + u)/N,  u uniform in (0, 1), π_d a permutation of 0…N−1 keyed by the seed and the dimension: a
 * four-round balanced Feistel network on the least even number of bits that holds N, walked until it falls below N. Nothing is stored, so
 * any thread can draw any point.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1979.10489755">M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979), page
 *     240</a>
 * @see <a href="https://doi.org/10.1007/3-540-45760-7_9">J. Black, P. Rogaway, Ciphers with Arbitrary Finite Domains, CT-RSA 2002,
 *     section 4 (cycle walking)</a>
 */
public final class LatinHypercube {

    /** Most samples of one run. */
    public static final long MOST_SAMPLES = 1L << 40;

    private static final int ROUNDS = 4;
    private static final long STREAM = 0x4c48000000000000L; // apart from streams that callers number from 0

    private LatinHypercube() {}

    /**
     * One coordinate, strictly between 0 and 1.
     *
     * @param seed of the design
     * @param dimension of the coordinate, counted from 0
     * @param size points of the design, at most {@link #MOST_SAMPLES}
     * @param index of the point, in [0, size)
     */
    public static double point(long seed, int dimension, long size, long index) {
        return place(
                stratum(seed, dimension, size, index), CounterRandom.uniform(seed, STREAM + dimension, index), size);
    }

    /** {@code out[i] = point(seed, dimension, size, first + i)} for i below n. */
    public static void fill(long seed, int dimension, long size, long first, double[] out, int n) {
        check(size, first, n);
        CounterRandom.fill(seed, STREAM + dimension, first, out, n);
        long key = key(seed, dimension);
        int half = halfBits(size);
        for (int i = 0; i < n; i++) out[i] = place(permute(key, half, size, first + i), out[i], size);
    }

    /** The stratum of a point in a dimension: for a fixed dimension a permutation of 0 … size − 1. */
    static long stratum(long seed, int dimension, long size, long index) {
        check(size, index, 1);
        return permute(key(seed, dimension), halfBits(size), size, index);
    }

    private static void check(long size, long first, int n) {
        new Check()
                .that(size >= 1 && size <= MOST_SAMPLES, "size", "in [1, 2^40]", size, "Give the number of draws.")
                .that(
                        first >= 0 && n >= 0 && first <= size - n,
                        "index",
                        "in [0, " + size + ")",
                        first,
                        "Count points from 0.")
                .done();
    }

    private static double place(long stratum, double u, long size) {
        double place = Math.min(stratum + u, Math.nextDown(stratum + 1.0)); // rounding must not reach the next stratum
        return Math.min(place / size, 1 - 0x1p-53);
    }

    private static long key(long seed, int dimension) {
        return CounterRandom.nextBits(seed, STREAM + dimension, -1);
    }

    private static int halfBits(long size) {
        int bits = 64 - Long.numberOfLeadingZeros(size - 1);
        return Math.max(1, (bits + 1) / 2);
    }

    private static long permute(long key, int half, long size, long index) {
        long mask = (1L << half) - 1;
        long value = index;
        do {
            long left = value >>> half;
            long right = value & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (CounterRandom.mix(key + (right << 3) + round) >>> 32 & mask);
                left = right;
                right = next;
            }
            value = left << half | right;
        } while (value >= size);
        return value;
    }
}
