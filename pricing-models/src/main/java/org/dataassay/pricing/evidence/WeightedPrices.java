package org.dataassay.pricing.evidence;

import java.util.Arrays;

/**
 * Prices in ascending order with their weights, and quantiles of any part of them.
 *
 * <p><b>Formula</b> Q(p) is the least price up to which the weights come to more than p · W; where they come to p · W at a price, the mean of it and the next one (definition 2 of
 * Hyndman and Fan, with weights)
 */
final class WeightedPrices {

    /** Sums of weights that agree to this share of the whole are equal. */
    private static final double TIE = 1e-12;

    private final double[] prices;
    private final double[] weights;
    /** Number of the source of each price. */
    private final int[] sources;

    private final int sourceCount;
    private final boolean isSourceOnce;

    /**
     * Prices of pieces.
     *
     * @param prices ascending
     * @param weights above 0
     * @param sources number of each one's source, from 0
     * @param isSourceOnce whether the pieces of a source together weigh what its heaviest does
     */
    WeightedPrices(double[] prices, double[] weights, int[] sources, boolean isSourceOnce) {
        this.prices = prices;
        this.weights = weights;
        this.sources = sources;
        this.sourceCount = Arrays.stream(sources).max().orElse(-1) + 1;
        this.isSourceOnce = isSourceOnce;
    }

    int size() {
        return prices.length;
    }

    int sourceCount() {
        return sourceCount;
    }

    double price(int piece) {
        return prices[piece];
    }

    int source(int piece) {
        return sources[piece];
    }

    /** The weights of all pieces but one (−1: none) and all of one source (−1: none); 0 for those left out. */
    double[] weightsWithout(int piece, int source) {
        var left = weights.clone();
        for (int i = 0; i < left.length; i++) if (i == piece || sources[i] == source) left[i] = 0;
        if (!isSourceOnce) return left;
        var sum = new double[sourceCount];
        var most = new double[sourceCount];
        for (int i = 0; i < left.length; i++) {
            sum[sources[i]] += left[i];
            most[sources[i]] = Math.max(most[sources[i]], left[i]);
        }
        for (int i = 0; i < left.length; i++) if (left[i] > 0) left[i] *= most[sources[i]] / sum[sources[i]];
        return left;
    }

    /** Quantiles at ascending levels strictly within (0, 1); the weights must have a sum above 0. */
    double[] quantiles(double[] of, double[] left, double... levels) {
        double all = 0;
        for (double weight : left) all += weight;
        var found = new double[levels.length];
        double before = 0;
        int j = 0;
        for (int i = 0; i < of.length && j < levels.length; i++) {
            if (left[i] == 0) continue;
            before += left[i];
            while (j < levels.length && before > all * (levels[j] - TIE)) {
                int next = i;
                if (before <= all * (levels[j] + TIE)) {
                    next++;
                    while (next < of.length && left[next] == 0) next++;
                    if (next == of.length) next = i;
                }
                found[j++] = of[i] + 0.5 * (of[next] - of[i]);
            }
        }
        for (; j < levels.length; j++) found[j] = of[last(left)];
        return found;
    }

    double[] quantiles(double[] left, double... levels) {
        return quantiles(prices, left, levels);
    }

    private static int last(double[] left) {
        int i = left.length - 1;
        while (left[i] == 0) i--;
        return i;
    }
}
