package org.dataassay.pricing.contribution;

import java.util.Arrays;
import java.util.List;

/** Marginal contributions of every player to a coalition that each joins with chance q, and to its complement; q even for Shapley, one half for Banzhaf. */
final class MultilinearEstimator extends Estimator {

    private static final long FEWEST_COALITIONS = 30;

    private final boolean isHalf;
    private final int units;

    MultilinearEstimator(Worths worths, boolean isHalf) {
        super(worths);
        this.isHalf = isHalf;
        this.units = Math.max(1, PIECE / (2 * (n + 1)));
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
        return (FEWEST_COALITIONS + units - 1) / units;
    }

    @Override
    int cost(long piece) {
        return units * 2 * (n + 1);
    }

    @Override
    int draw(long piece, Draws draws, Tally into) {
        var moments = (Moments) into;
        var words = new long[Coalition.words(n)];
        var found = new double[n];
        for (int k = 0; k < units; k++) {
            Arrays.fill(found, 0);
            if (isHalf) draws.any(words, n);
            else draws.each(draws.uniform(), words, n);
            marginals(words, found);
            Coalition.complement(words, n);
            marginals(words, found);
            for (int i = 0; i < n; i++) moments.add(i, found[i]);
        }
        return cost(piece);
    }

    private void marginals(long[] words, double[] found) {
        double worth = worths.of(words);
        for (int i = 0; i < n; i++) {
            if (has(words, i)) {
                clear(words, i);
                found[i] += 0.5 * (worth - worths.of(words));
                set(words, i);
            } else {
                set(words, i);
                found[i] += 0.5 * (worths.of(words) - worth);
                clear(words, i);
            }
        }
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
}
