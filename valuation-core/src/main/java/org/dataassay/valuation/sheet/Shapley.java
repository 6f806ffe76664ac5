package org.dataassay.valuation.sheet;

/** The Shapley value of a game given as a table: {@code table[S]} is what the set S of players, a bit each, comes to. */
final class Shapley {

    private Shapley() {}

    /** The value of each player; together they are {@code table[all] − table[none]}. */
    static double[] values(double[] table, int players) {
        var shares = new double[players];
        for (int i = 0; i < players; i++) {
            // marginal contributions by the size of the set joined, so that each size is weighted once
            var bySize = new double[players];
            for (int set = 0; set < table.length; set++) {
                if ((set >> i & 1) == 0) bySize[Integer.bitCount(set)] += table[set | 1 << i] - table[set];
            }
            double sets = 1; // of this size among the others: (n − 1) over s
            for (int s = 0; s < players; s++) {
                shares[i] += bySize[s] / (sets * players);
                sets = sets * (players - 1 - s) / (s + 1);
            }
        }
        return shares;
    }
}
