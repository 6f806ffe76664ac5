package org.dataassay.pricing.contribution;

import java.util.List;

/** Marginal contributions by player and number of others: two of each to begin with, then most where they vary most. */
final class StratifiedEstimator extends Estimator {

    private static final int PILOT = 2;
    private static final int SAMPLES = PIECE / 2;

    /** Each stratum's variance counts as if so many more observations had shown the mean of all of the player's: two alone say little. */
    private static final double PRIOR = 2;

    /** Of the samples that are spread over all strata whatever they showed. */
    private static final double EVEN = 0.1;

    private final double[] shares;
    private final int pilotPieces;
    private double[] cumulative = {};

    StratifiedEstimator(Worths worths, Semivalue semivalue) {
        super(worths);
        requireAtMost(Sampler.STRATIFIED, n, MOST);
        this.shares = semivalue.sharesOf(n);
        this.pilotPieces = (pilots() + SAMPLES - 1) / SAMPLES;
    }

    /** Beyond it strata outnumber any sensible budget. */
    static final int MOST = 1000;

    /** One of the two ends of each player, which have one coalition, then the others by turns. */
    private int pilots() {
        return 2 * n + PILOT * n * Math.max(0, n - 2);
    }

    private boolean isEnd(int others) {
        return others == 0 || others == n - 1;
    }

    private boolean hasMiddle() {
        return n > 2;
    }

    @Override
    Tally empty() {
        return new Moments(n * n);
    }

    @Override
    Tally restored(double[] numbers) {
        return Moments.of(numbers);
    }

    @Override
    long pieces() {
        return hasMiddle() ? Long.MAX_VALUE : pilotPieces;
    }

    @Override
    long leastPieces() {
        return pilotPieces;
    }

    @Override
    int cost(long piece) {
        return 2 * SAMPLES;
    }

    @Override
    boolean isAdaptive() {
        return true;
    }

    @Override
    void plan(Tally before, long firstPiece, int pieces) {
        var moments = (Moments) before;
        var deviations = new double[n * n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double pooled = pooledVariance(moments, i);
            for (int j = 1; j < n - 1; j++) {
                int cell = i * n + j;
                deviations[cell] = shares[j] * Math.sqrt(variance(moments, cell, pooled));
                sum += deviations[cell];
            }
        }
        double all = (double) (firstPiece + pieces) * SAMPLES;
        double even = 1.0 / (n * (double) Math.max(1, n - 2));
        cumulative = new double[n * n];
        double total = 0;
        for (int cell = 0; cell < cumulative.length; cell++) {
            if (!isEnd(cell % n)) {
                double share = EVEN * even + (1 - EVEN) * (sum > 0 ? deviations[cell] / sum : even);
                total += Math.max(0, all * share - moments.count(cell)) + even;
            }
            cumulative[cell] = total;
        }
    }

    private double pooledVariance(Moments moments, int player) {
        double sum = 0;
        double count = 0;
        for (int cell = player * n + 1; cell < player * n + n - 1; cell++) {
            if (moments.count(cell) < FEWEST) continue;
            sum += moments.variance(cell) * (moments.count(cell) - 1);
            count += moments.count(cell) - 1;
        }
        return count > 0 ? sum / count : 0;
    }

    private static double variance(Moments moments, int cell, double pooled) {
        double degrees = Math.max(0, moments.count(cell) - 1);
        return (moments.variance(cell) * degrees + PRIOR * pooled) / (degrees + PRIOR);
    }

    @Override
    int draw(long piece, Draws draws, Tally into) {
        var moments = (Moments) into;
        var words = new long[Coalition.words(n)];
        int evaluations = 0;
        for (int k = 0; k < SAMPLES; k++) {
            long sample = piece * SAMPLES + k;
            int cell;
            if (sample < pilots()) cell = pilot((int) sample);
            else if (hasMiddle()) cell = place(cumulative, spread(sample));
            else break;
            moments.add(cell, marginal(cell / n, cell % n, draws, words));
            evaluations += 2;
        }
        return evaluations;
    }

    private int pilot(int sample) {
        if (sample < 2 * n) return sample / 2 * n + (sample % 2 == 0 ? 0 : n - 1);
        int middle = (sample - 2 * n) % (n * (n - 2));
        return middle / (n - 2) * n + 1 + middle % (n - 2);
    }

    private double marginal(int player, int others, Draws draws, long[] words) {
        java.util.Arrays.fill(words, 0);
        // The player may be among the first: then the one after them takes that place.
        var order = draws.chosen(Math.min(n, others + 1));
        int members = 0;
        for (int k = 0; members < others; k++) {
            if (order[k] == player) continue;
            set(words, order[k]);
            members++;
        }
        double without = others == 0 ? 0 : worths.of(words);
        set(words, player);
        return (others == n - 1 ? worths.grand : worths.of(words)) - without;
    }

    @Override
    List<Estimate> estimates(Tally tally) {
        var moments = (Moments) tally;
        return estimates(
                i -> {
                    double value = 0;
                    for (int j = 0; j < n; j++) value += shares[j] * moments.mean(i * n + j);
                    return value;
                },
                i -> {
                    double sum = 0;
                    double pooled = pooledVariance(moments, i);
                    for (int j = 1; j < n - 1; j++) {
                        int cell = i * n + j;
                        if (moments.count(cell) > 0)
                            sum += shares[j] * shares[j] * variance(moments, cell, pooled) / moments.count(cell);
                    }
                    return sum;
                },
                i -> {
                    long count = 0;
                    for (int j = 0; j < n; j++) count += moments.count(i * n + j);
                    return count;
                },
                i -> {
                    for (int j = 0; j < n; j++)
                        if (moments.count(i * n + j) < (isEnd(j) ? 1 : FEWEST)) return Estimate.Precision.TOO_FEW;
                    return hasMiddle() ? Estimate.Precision.SAMPLED : Estimate.Precision.EXACT;
                });
    }
}
