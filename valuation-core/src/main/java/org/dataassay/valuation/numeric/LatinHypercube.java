package org.dataassay.valuation.numeric;

/**
 * Latin hypercube points by position: in every dimension each of n equal strata is hit exactly once. The strata's order is a keyed permutation (a four-round
 * Feistel network with cycle walking), so a point needs no table.
 *
 * @see <a href="https://doi.org/10.2307/1268522">McKay, Beckman and Conover, "A Comparison of Three Methods…", Technometrics 21 (1979), 239–245</a>
 */
public final class LatinHypercube {

    private static final int ROUNDS = 4;

    private LatinHypercube() {}

    /**
     * One coordinate in (0, 1).
     *
     * @param seed of the design
     * @param dimension of the coordinate
     * @param size points of the design
     * @param index of the point, from 0 to size − 1
     */
    public static double point(long seed, int dimension, int size, int index) {
        double within = CounterRandom.uniform(seed, 2L * dimension, index);
        double u = (stratum(seed, dimension, size, index) + within) / size;
        return Math.min(u, 1 - 0x1p-53);
    }

    static int stratum(long seed, int dimension, int size, int index) {
        int half = (33 - Integer.numberOfLeadingZeros(Math.max(size - 1, 1))) / 2;
        int mask = (1 << half) - 1;
        long key = CounterRandom.nextBits(seed, 2L * dimension + 1, 0);
        long at = index;
        do {
            long left = at >>> half;
            long right = at & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (CounterRandom.nextBits(key, round, right) & mask);
                left = right;
                right = next;
            }
            at = left << half | right;
        } while (at >= size);
        return (int) at;
    }
}
