package org.dataassay.pricing.contribution;

import java.util.Arrays;
import org.dataassay.valuation.numeric.CounterRandom;

/** Random numbers of one numbered piece of a run: a function of seed, piece and how many were drawn before in it. For one thread. */
final class Draws {

    /** Streams of other users of the same seed are elsewhere. */
    private static final long FIRST_STREAM = 0x53_68_61_70L << 24;

    private static final double UNIT = 0x1p-32;

    private final long seed;
    private final long stream;
    private final int[] order;
    private long index;

    Draws(long seed, long piece, int players) {
        this.seed = seed;
        this.stream = FIRST_STREAM + piece;
        this.order = new int[players];
        Arrays.setAll(order, i -> i);
    }

    long bits() {
        return CounterRandom.nextBits(seed, stream, index++);
    }

    double uniform() {
        return CounterRandom.uniform(seed, stream, index++);
    }

    /** A number from 0 to below the bound, by the upper half of a product; the bias is at most bound · 2⁻³². */
    int below(int bound) {
        return (int) ((bits() >>> 32) * bound >>> 32);
    }

    /** The players in a random order; each draw of 64 bits gives two places. The array is changed by the next call. */
    int[] shuffled() {
        var players = order;
        long next = index;
        int last = players.length - 1;
        for (; last > 0; last -= 2) {
            long bits = CounterRandom.nextBits(seed, stream, next++);
            swap(players, last, (int) ((bits >>> 32) * (last + 1) >>> 32));
            if (last > 1) swap(players, last - 1, (int) ((bits & 0xffff_ffffL) * last >>> 32));
        }
        index = next;
        return players;
    }

    /** A random coalition of so many members: the first of the returned order. */
    int[] chosen(int members) {
        for (int k = 0; k < members; k++) swap(order, k, k + below(order.length - k));
        return order;
    }

    private static void swap(int[] players, int a, int b) {
        int player = players[a];
        players[a] = players[b];
        players[b] = player;
    }

    /** Every word with each bit set with chance q, at 32 bits of precision; bits beyond the players stay 0. */
    void each(double q, long[] words, int players) {
        long limit = (long) (q / UNIT);
        Arrays.fill(words, 0);
        for (int player = 0; player < players; player += 2) {
            long bits = bits();
            if ((bits >>> 32) < limit) words[player / Coalition.WORD] |= 1L << player;
            if ((bits & 0xffff_ffffL) < limit && player + 1 < players)
                words[(player + 1) / Coalition.WORD] |= 1L << player + 1;
        }
    }

    /** Every coalition with the same chance. */
    void any(long[] words, int players) {
        for (int w = 0; w < words.length; w++) words[w] = bits();
        if (players % Coalition.WORD != 0) words[words.length - 1] &= (1L << players) - 1;
    }
}
