package org.dataassay.pricing.contribution;

import java.util.List;

/** φ(i) = 1/n · Σ over sizes of the mean of v(S) − v(N∖S) over coalitions of that size with i. */
final class ComplementaryEstimator extends SizedEstimator {

    private static final int FEWEST_PAIRS = 10;

    ComplementaryEstimator(Worths worths, int borders) {
        super(worths, borders, true);
        requireAtMost(Sampler.COMPLEMENTARY, n, StratifiedEstimator.MOST);
    }

    private int cell(int player, int size) {
        return player * n + size;
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
    long leastPieces() {
        return piecesFor(FEWEST_PAIRS * (double) n / (borders + 1));
    }

    @Override
    void observe(long[] words, int size, double worth, Tally into) {
        var moments = (Moments) into;
        for (int i = 0; i < n; i++) {
            if (has(words, i)) moments.add(cell(i, size), worth);
            else moments.add(cell(i, n - size), -worth);
        }
    }

    @Override
    List<Estimate> estimates(Tally tally) {
        var moments = (Moments) tally;
        return estimates(
                i -> {
                    double sum = worths.grand;
                    for (int s = 1; s < n; s++) sum += moments.mean(cell(i, s));
                    return sum / n;
                },
                i -> {
                    double sum = 0;
                    for (int s = 1; s < n; s++) if (!isBorder(s)) sum += moments.varianceOfMean(cell(i, s));
                    return sum / n / n;
                },
                i -> {
                    long count = 0;
                    for (int s = 1; s < n; s++) count += moments.count(cell(i, s));
                    return count;
                },
                i -> {
                    for (int s = 1; s < n; s++)
                        if (moments.count(cell(i, s)) < (isBorder(s) ? 1 : FEWEST)) return Estimate.Precision.TOO_FEW;
                    return isWhole() ? Estimate.Precision.EXACT : Estimate.Precision.SAMPLED;
                });
    }
}
