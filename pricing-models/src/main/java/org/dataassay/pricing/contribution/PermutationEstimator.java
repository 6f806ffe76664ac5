package org.dataassay.pricing.contribution;

import java.util.Arrays;
import java.util.List;

/** Marginal contributions of players who enter in a random order, optionally also in the reverse one, optionally until hardly anything is left to add. */
final class PermutationEstimator extends Estimator {

    /** Orders before there is an estimate. */
    private static final long FEWEST_ORDERS = 30;

    private final boolean antithetic;
    private final double tolerance;
    private final int orders;

    /** By how many came before: n·c(j), 1 for Shapley. */
    private final double[] weights;

    PermutationEstimator(Worths worths, Semivalue semivalue, boolean antithetic, double tolerance) {
        super(worths);
        this.antithetic = antithetic;
        this.tolerance = tolerance;
        this.orders = Math.max(1, PIECE / costOfOrder());
        this.weights = semivalue.sharesOf(n);
        for (int j = 0; j < n; j++) weights[j] = semivalue.isShapley() ? 1 : weights[j] * n;
    }

    /** What all are worth is known. */
    private int costOfOrder() {
        return (antithetic ? 2 : 1) * Math.max(1, n - 1);
    }

    @Override
    Tally empty() {
        return new Moments(n);
    }

    @Override
    Tally restored(double[] numbers) {
        return Moments.of(numbers);
    }

    @Override
    long leastPieces() {
        return (FEWEST_ORDERS + orders - 1) / orders;
    }

    @Override
    int cost(long piece) {
        return orders * costOfOrder();
    }

    @Override
    double bias() {
        return tolerance;
    }

    @Override
    int draw(long piece, Draws draws, Tally into) {
        var seen = new Observations(n);
        var table = worths.table();
        int evaluations = 0;
        if (table != null && tolerance == 0 && !antithetic) {
            for (int k = 0; k < orders; k++) seen.add(table, draws.shuffled(), weights, k == 0);
            evaluations = orders * costOfOrder();
        } else {
            var found = new double[n];
            for (int k = 0; k < orders; k++) {
                var order = draws.shuffled();
                Arrays.fill(found, 0);
                evaluations += scan(order, false, antithetic ? 0.5 : 1, found);
                if (antithetic) evaluations += scan(order, true, 0.5, found);
                seen.add(found, k == 0);
            }
        }
        seen.addTo((Moments) into, orders);
        return evaluations;
    }

    /** Adds each player's marginal contribution, times a share; returns how often the game was asked. */
    private int scan(int[] order, boolean backward, double share, double[] found) {
        return n <= Coalition.WORD ? scanWord(order, backward, share, found) : scanWords(order, backward, share, found);
    }

    private int scanWord(int[] order, boolean backward, double share, double[] found) {
        long mask = 0;
        double before = 0;
        for (int j = 0; j < n; j++) {
            if (isReached(before)) return j;
            int player = order[backward ? n - 1 - j : j];
            mask |= 1L << player;
            double after = j == n - 1 ? worths.grand : worths.of(mask);
            found[player] += share * weights[j] * (after - before);
            before = after;
        }
        return n - 1;
    }

    private int scanWords(int[] order, boolean backward, double share, double[] found) {
        var words = new long[Coalition.words(n)];
        double before = 0;
        for (int j = 0; j < n; j++) {
            if (isReached(before)) return j;
            int player = order[backward ? n - 1 - j : j];
            set(words, player);
            double after = j == n - 1 ? worths.grand : worths.of(words);
            found[player] += share * weights[j] * (after - before);
            before = after;
        }
        return n - 1;
    }

    private boolean isReached(double worth) {
        return tolerance > 0 && Math.abs(worths.grand - worth) < tolerance;
    }

    @Override
    List<Estimate> estimates(Tally tally) {
        var moments = (Moments) tally;
        return estimates(
                moments::mean,
                moments::varianceOfMean,
                moments::count,
                i -> moments.count(i) < FEWEST ? Estimate.Precision.TOO_FEW : Estimate.Precision.SAMPLED);
    }

    /** Sums and squares around the first observation, so that a piece needs no division. */
    private static final class Observations {

        private final double[] first;
        private final double[] sums;
        private final double[] squares;

        Observations(int cells) {
            first = new double[cells];
            sums = new double[cells];
            squares = new double[cells];
        }

        /** Reads the marginal contributions of an order from a table. */
        void add(double[] table, int[] order, double[] weights, boolean isFirst) {
            if (isFirst) begin(table, order, weights);
            else go(table, order, weights, first, sums, squares);
        }

        private void begin(double[] table, int[] order, double[] weights) {
            int mask = 0;
            double before = 0;
            for (int j = 0; j < order.length; j++) {
                mask |= 1 << order[j];
                double after = table[mask];
                first[order[j]] = (after - before) * weights[j];
                before = after;
            }
        }

        private static void go(
                double[] table, int[] order, double[] weights, double[] first, double[] sums, double[] squares) {
            int mask = 0;
            double before = 0;
            for (int j = 0; j < order.length; j++) {
                int player = order[j];
                mask |= 1 << player;
                double after = table[mask];
                double difference = (after - before) * weights[j] - first[player];
                before = after;
                sums[player] += difference;
                squares[player] += difference * difference;
            }
        }

        void add(double[] values, boolean isFirst) {
            if (isFirst) System.arraycopy(values, 0, first, 0, first.length);
            for (int i = 0; i < sums.length; i++) {
                double difference = values[i] - first[i];
                sums[i] += difference;
                squares[i] += difference * difference;
            }
        }

        void addTo(Moments moments, int count) {
            for (int i = 0; i < sums.length; i++) {
                double mean = sums[i] / count;
                moments.add(i, count, first[i] + mean, Math.max(0, squares[i] - mean * sums[i]));
            }
        }
    }
}
