package org.dataassay.valuation.numeric;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.dataassay.valuation.error.Check;

/**
 * Sobol' points by position, shifted at random digit by digit: an estimate of a smooth mean converges almost like 1/N, and runs with
 * different seeds tell its error.
 *
 * <p><b>Formula</b>  point(d, i) = (⊕ over the set bits b of gray(i) of v(d, b)) ⊕ shift(seed, d), read as a binary fraction; gray(i) = i ⊕ (i &gt;&gt; 1).
 * The direction numbers v are those of Joe and Kuo (new-joe-kuo-6), of 52 bits; the shift has 52 random bits and the result ½·2⁻⁵² more, so it
 * lies strictly between 0 and 1. Without the shift the first points are 0, ½, ¾, ¼, …
 *
 * @see <a href="https://doi.org/10.1137/070709359">S. Joe, F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections,
 *     SIAM J. Sci. Comput. 30 (2008), page 2635</a>
 */
public final class Sobol {

    /** Most dimensions for which direction numbers are at hand. */
    public static final int MOST_DIMENSIONS = 1000;

    /** Most points: 2³¹. */
    public static final long MOST_POINTS = 1L << 31;

    private static final int BITS = 31;
    private static final long STREAM = 0x534f000000000000L;

    private Sobol() {}

    /** Read once, on first use: point 2^(b+1) − 1 has the Gray code 2^b, so its coordinates are the direction numbers themselves. */
    private static final class Directions {
        static final long[][] OF = read();

        private static long[][] read() {
            var generator = new SobolSequenceGenerator(MOST_DIMENSIONS);
            var directions = new long[MOST_DIMENSIONS][BITS];
            for (int bit = 0; bit < BITS; bit++) {
                var point = generator.skipTo((int) ((1L << (bit + 1)) - 1));
                for (int d = 0; d < MOST_DIMENSIONS; d++) directions[d][bit] = (long) (point[d] * 0x1p52);
            }
            return directions;
        }
    }

    /**
     * One coordinate of one point, strictly between 0 and 1.
     *
     * @param seed of the digital shift
     * @param dimension of the coordinate, in [0, {@link #MOST_DIMENSIONS})
     * @param index of the point, in [0, {@link #MOST_POINTS})
     */
    public static double point(long seed, int dimension, long index) {
        check(dimension, index, 1);
        return CounterRandom.toUnit((digits(dimension, index) ^ shift(seed, dimension)) << 12);
    }

    /** {@code out[i] = point(seed, dimension, first + i)} for i below n; each point costs one exclusive or. */
    public static void fill(long seed, int dimension, long first, double[] out, int n) {
        check(dimension, first, n);
        if (n == 0) return;
        long[] v = Directions.OF[dimension];
        long digits = digits(dimension, first) ^ shift(seed, dimension);
        out[0] = CounterRandom.toUnit(digits << 12);
        for (int i = 1; i < n; i++) {
            digits ^= v[Long.numberOfTrailingZeros(first + i)];
            out[i] = CounterRandom.toUnit(digits << 12);
        }
    }

    private static void check(int dimension, long first, int n) {
        new Check()
                .that(
                        dimension >= 0 && dimension < MOST_DIMENSIONS,
                        "dimension",
                        "in [0, " + MOST_DIMENSIONS + ")",
                        dimension,
                        "Use plain or Latin hypercube sampling for more random inputs.")
                .that(
                        first >= 0 && n >= 0 && first <= MOST_POINTS - n,
                        "index",
                        "in [0, 2^31)",
                        first,
                        "Draw fewer points.")
                .done();
    }

    private static long shift(long seed, int dimension) {
        return CounterRandom.nextBits(seed, STREAM, dimension) >>> 12;
    }

    /** The coordinate before the shift, in units of 2⁻⁵². */
    static long digits(int dimension, long index) {
        long[] v = Directions.OF[dimension];
        long digits = 0;
        for (long gray = index ^ (index >>> 1); gray != 0; gray &= gray - 1) {
            digits ^= v[Long.numberOfTrailingZeros(gray)];
        }
        return digits;
    }
}
