package org.dataassay.pricing.contribution;

import java.util.List;

/** φ(i) = 1/n · Σ over sizes of the mean worth of coalitions of that size with i, less the mean worth of those without. */
final class SvarmEstimator extends SizedEstimator {

    private static final int FEWEST_COALITIONS = 10;

    SvarmEstimator(Worths worths, int borders) {
        super(worths, borders, false);
        requireAtMost(Sampler.SVARM, n, StratifiedEstimator.MOST);
    }

    private int cell(int player, int size, boolean with) {
        return 2 * (player * n + size) + (with ? 0 : 1);
    }

    @Override
    Tally empty() {
        return new Moments(2 * n * n);
    }

    @Override
    Tally restored(double[] numbers) {
        return Moments.of(numbers);
    }

    @Override
    long leastPieces() {
        return piecesFor(FEWEST_COALITIONS * (double) n / (borders + 1));
    }

    @Override
    void observe(long[] words, int size, double worth, Tally into) {
        var moments = (Moments) into;
        for (int i = 0; i < n; i++) moments.add(cell(i, size, has(words, i)), worth);
    }

    @Override
    List<Estimate> estimates(Tally tally) {
        var moments = (Moments) tally;
        return estimates(
                i -> {
                    double sum = worths.grand;
                    for (int s = 1; s < n; s++) sum += moments.mean(cell(i, s, true)) - moments.mean(cell(i, s, false));
                    return sum / n;
                },
                i -> {
                    double sum = 0;
                    for (int s = 1; s < n; s++) {
                        if (isBorder(s)) continue;
                        sum += moments.varianceOfMean(cell(i, s, true)) + moments.varianceOfMean(cell(i, s, false));
                    }
                    return sum / n / n;
                },
                i -> {
                    long count = 0;
                    for (int s = 1; s < n; s++)
                        count += moments.count(cell(i, s, true)) + moments.count(cell(i, s, false));
                    return count;
                },
                i -> {
                    for (int s = 1; s < n; s++)
                        if (Math.min(moments.count(cell(i, s, true)), moments.count(cell(i, s, false)))
                                < (isBorder(s) ? 1 : FEWEST)) return Estimate.Precision.TOO_FEW;
                    return isWhole() ? Estimate.Precision.EXACT : Estimate.Precision.SAMPLED;
                });
    }
}
