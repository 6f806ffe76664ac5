package org.dataassay.pricing.contribution;

import java.util.Arrays;

/**
 * Coalitions by size: the smallest and largest in full, of the others a random one of a size that is drawn with weight 1/√(s(n − s)), for which the errors of all sizes weigh
 * alike where worths of each vary alike.
 */
abstract class SizedEstimator extends Estimator {

    private static final int BORDER_UNITS = PIECE / 2;

    /** So many of the smallest sizes, and of the largest, are valued in full. */
    final int borders;

    private final boolean inPairs;
    private final int units;
    private final int borderUnits;
    private final int borderPieces;
    private final int least;
    private final double[] cumulative;

    /**
     * Sizes.
     *
     * @param inPairs whether a coalition is always valued together with its complement
     */
    SizedEstimator(Worths worths, int borders, boolean inPairs) {
        super(worths);
        this.borders = borders;
        this.inPairs = inPairs;
        this.units = inPairs ? PIECE / 2 : PIECE;
        this.borderUnits = n < 2 ? 0 : n + (borders == 2 ? n * (n - 1) / 2 : 0);
        this.borderPieces = (borderUnits + BORDER_UNITS - 1) / BORDER_UNITS;
        this.least = borders + 1;
        int most = inPairs ? n / 2 : n - 1 - borders;
        this.cumulative = new double[Math.max(0, most - least + 1)];
        double total = 0;
        for (int s = least; s <= most; s++) {
            total += 1 / Math.sqrt((double) s * (n - s));
            cumulative[s - least] = total;
        }
    }

    /** Whether the borders leave nothing to draw. */
    final boolean isWhole() {
        return cumulative.length == 0;
    }

    /** Whether all coalitions of a size are valued. */
    final boolean isBorder(int size) {
        return size <= borders || size >= n - borders;
    }

    @Override
    final long pieces() {
        return isWhole() ? borderPieces : Long.MAX_VALUE;
    }

    /** Pieces that value so many coalitions of the rarest size. */
    final long piecesFor(double coalitions) {
        if (isWhole()) return borderPieces;
        double rarest = 1;
        double before = 0;
        for (double until : cumulative) {
            rarest = Math.min(rarest, (until - before) / cumulative[cumulative.length - 1]);
            before = until;
        }
        return borderPieces + (long) Math.ceil(coalitions / rarest / units);
    }

    @Override
    final int cost(long piece) {
        return PIECE;
    }

    @Override
    final int draw(long piece, Draws draws, Tally into) {
        var words = new long[Coalition.words(n)];
        if (piece < borderPieces) return border((int) piece, words, into);
        for (int k = 0; k < units; k++) {
            long unit = (piece - borderPieces) * units + k;
            int size = least + place(cumulative, spread(unit));
            var order = draws.chosen(size);
            Arrays.fill(words, 0);
            for (int m = 0; m < size; m++) set(words, order[m]);
            see(words, size, into);
        }
        return PIECE;
    }

    private int border(int piece, long[] words, Tally into) {
        int to = Math.min(borderUnits, (piece + 1) * BORDER_UNITS);
        for (int unit = piece * BORDER_UNITS; unit < to; unit++) {
            Arrays.fill(words, 0);
            int size = choose(unit, words);
            see(words, size, into);
            if (inPairs) continue;
            Coalition.complement(words, n);
            see(words, n - size, into);
        }
        return 2 * (to - piece * BORDER_UNITS);
    }

    /** The single players, then the pairs; returns how many are in it. */
    private int choose(int unit, long[] words) {
        if (unit < n) {
            set(words, unit);
            return 1;
        }
        int pair = unit - n;
        int first = 0;
        while (pair >= n - 1 - first) pair -= n - 1 - first++;
        set(words, first);
        set(words, first + 1 + pair);
        return 2;
    }

    private void see(long[] words, int size, Tally into) {
        double worth = worths.of(words);
        if (inPairs) {
            Coalition.complement(words, n);
            worth -= worths.of(words);
            Coalition.complement(words, n);
        }
        observe(words, size, worth, into);
    }

    /** Takes a coalition's worth into account, or what it is worth more than its complement. */
    abstract void observe(long[] words, int size, double worth, Tally into);
}
