package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;

/** What a sampler does with one game: numbered pieces of draws, each a function of seed and number, merged in order. Immutable but for the plan of an adaptive one. */
abstract class Estimator {

    /** Evaluations of a piece, about. Part of the definition: sums are merged piece by piece. */
    static final int PIECE = 256;

    /** Observations below which a standard error is not worth telling. */
    static final int FEWEST = 2;

    private static final long UNIT_BITS = 0x3ff0000000000000L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    final Worths worths;
    final int n;

    Estimator(Worths worths) {
        this.worths = worths;
        this.n = worths.players;
    }

    static Estimator of(Sampling sampling, Semivalue semivalue, Worths worths, int borders) {
        var sampler = sampling.sampler();
        return switch (sampler) {
            case PERMUTATION -> new PermutationEstimator(worths, semivalue, false, 0);
            case ANTITHETIC -> new PermutationEstimator(worths, semivalue, true, 0);
            case TRUNCATED ->
                new PermutationEstimator(worths, semivalue, false, sampling.tolerance() * Math.abs(worths.grand));
            case STRATIFIED -> new StratifiedEstimator(worths, semivalue);
            case MULTILINEAR -> new MultilinearEstimator(worths, semivalue.isBanzhaf());
            case KERNEL -> new KernelEstimator(worths);
            case COMPLEMENTARY -> new ComplementaryEstimator(worths, borders);
            case SVARM -> new SvarmEstimator(worths, borders);
            case BY_SIZE -> new BySizeEstimator(worths, borders);
            case MAXIMUM_REUSE -> new ReuseEstimator(worths);
        };
    }

    /** How many of the smallest and largest sizes are valued in full: two where that takes a tenth of the budget at most. */
    static int borders(int players, long evaluations) {
        return 10L * players * (players + 1) <= evaluations ? 2 : 1;
    }

    abstract Tally empty();

    abstract Tally restored(double[] numbers);

    /** How many pieces there are in all; without end for most. */
    long pieces() {
        return Long.MAX_VALUE;
    }

    /** Pieces before there is an estimate of everything. */
    abstract long leastPieces();

    /** Most evaluations that a piece takes. */
    abstract int cost(long piece);

    /** Whether what is drawn depends on what was drawn before. */
    boolean isAdaptive() {
        return false;
    }

    /** Gets ready for the pieces that follow what was drawn so far. */
    void plan(Tally before, long firstPiece, int pieces) {}

    /** Draws a piece; returns the evaluations it took. */
    abstract int draw(long piece, Draws draws, Tally into);

    abstract List<Estimate> estimates(Tally tally);

    /** Most that a shortcut adds to an error. */
    double bias() {
        return 0;
    }

    final List<Estimate> estimates(
            IntToDoubleFunction value,
            IntToDoubleFunction variance,
            IntToLongFunction samples,
            IntFunction<Estimate.Precision> precision) {
        var players = worths.game.players();
        return IntStream.range(0, n)
                .mapToObj(i -> new Estimate(
                        players.get(i),
                        value.applyAsDouble(i),
                        Math.sqrt(Math.max(0, variance.applyAsDouble(i))),
                        samples.applyAsLong(i),
                        precision.apply(i)))
                .toList();
    }

    static void set(long[] words, int player) {
        words[player / Coalition.WORD] |= 1L << player;
    }

    static void clear(long[] words, int player) {
        words[player / Coalition.WORD] &= ~(1L << player);
    }

    static boolean has(long[] words, int player) {
        return (words[player / Coalition.WORD] >>> player & 1) == 1;
    }

    /** A number in [0, 1) by position: any run of neighbors is spread evenly (multiples of the golden ratio). */
    static double spread(long position) {
        return Double.longBitsToDouble((position * GOLDEN >>> 12) | UNIT_BITS) - 1;
    }

    /** The first place whose cumulated weight is above a share of the whole. */
    static int place(double[] cumulative, double share) {
        double wanted = share * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > wanted) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    static void requireAtMost(Sampler sampler, int players, int most) {
        new Check()
                .that(
                        players <= most,
                        "players",
                        "at most " + most + " for this sampler",
                        players,
                        "Take permutation or svarm, or group the players.")
                .done();
    }
}
