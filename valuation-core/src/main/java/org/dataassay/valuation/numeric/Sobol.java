package org.dataassay.valuation.numeric;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.dataassay.valuation.error.Check;

/**
 * Sobol points by position, with a random digital shift per dimension, in (0, 1). Direction numbers of Joe and Kuo as commons-math3 ships them.
 *
 * @see <a href="https://web.maths.unsw.edu.au/~fkuo/sobol/">Joe and Kuo, "Constructing Sobol Sequences with Better Two-Dimensional Projections", SIAM J. Sci.
 *     Comput. 30 (2008), 2635–2654</a>
 */
public final class Sobol {

    /** Most dimensions. */
    public static final int MOST_DIMENSIONS = 1000;

    private static final int BITS = 31;
    private static final double SCALE = 0x1p52;

    private Sobol() {}

    /** Direction numbers of all dimensions, read once: the point whose Gray code is 2^k is the k-th direction. */
    private static final class Directions {
        private static final long[][] OF = read();

        private static long[][] read() {
            var generator = new SobolSequenceGenerator(MOST_DIMENSIONS);
            var directions = new long[MOST_DIMENSIONS][BITS];
            for (int k = 0; k < BITS - 1; k++) {
                var point = generator.skipTo((1 << k + 1) - 1);
                for (int d = 0; d < MOST_DIMENSIONS; d++) directions[d][k] = (long) (point[d] * SCALE);
            }
            return directions;
        }
    }

    /**
     * One coordinate.
     *
     * @param seed of the digital shift
     * @param dimension of the coordinate, from 0 to 999
     * @param index of the point, from 0 to 2³⁰ − 1
     */
    public static double point(long seed, int dimension, int index) {
        new Check()
                .that(
                        dimension >= 0 && dimension < MOST_DIMENSIONS,
                        "dimension",
                        "0 to 999",
                        dimension,
                        "Use plain or Latin hypercube sampling for more random inputs.")
                .that(index >= 0 && index < 1 << BITS - 1, "index", "0 to 2^30 - 1", index, "Draw fewer points.")
                .done();
        var directions = Directions.OF[dimension];
        long bits = CounterRandom.nextBits(seed, dimension, 0) >>> 12;
        int gray = index ^ index >>> 1;
        for (int k = 0; gray != 0; k++, gray >>>= 1) if ((gray & 1) == 1) bits ^= directions[k];
        return (bits + 0.5) / SCALE;
    }
}
