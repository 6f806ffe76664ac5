package org.dataassay.pricing.contribution;

import java.util.List;

/** Mean worth with a player less mean worth without, every coalition as likely as any other: each one tells something of every player. */
final class ReuseEstimator extends Estimator {

    private static final int LEAST_PIECES = 1;

    ReuseEstimator(Worths worths) {
        super(worths);
    }

    /** By player: with it, then without it. */
    @Override
    Tally empty() {
        return new Moments(2 * n);
    }

    @Override
    Tally restored(double[] numbers) {
        return Moments.of(numbers);
    }

    @Override
    long leastPieces() {
        return LEAST_PIECES;
    }

    @Override
    int cost(long piece) {
        return PIECE;
    }

    @Override
    int draw(long piece, Draws draws, Tally into) {
        var counts = new double[2 * n];
        var sums = new double[2 * n];
        var squares = new double[2 * n];
        var words = new long[Coalition.words(n)];
        double first = 0;
        for (int k = 0; k < PIECE; k++) {
            draws.any(words, n);
            double worth = worths.of(words);
            if (k == 0) first = worth;
            double difference = worth - first;
            double square = difference * difference;
            for (int i = 0; i < n; i++) {
                int cell = has(words, i) ? 2 * i : 2 * i + 1;
                counts[cell]++;
                sums[cell] += difference;
                squares[cell] += square;
            }
        }
        var moments = (Moments) into;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] == 0) continue;
            double mean = sums[cell] / counts[cell];
            moments.add(cell, counts[cell], first + mean, Math.max(0, squares[cell] - mean * sums[cell]));
        }
        return PIECE;
    }

    @Override
    List<Estimate> estimates(Tally tally) {
        var moments = (Moments) tally;
        return estimates(
                i -> moments.mean(2 * i) - moments.mean(2 * i + 1),
                i -> moments.varianceOfMean(2 * i) + moments.varianceOfMean(2 * i + 1),
                i -> moments.count(2 * i) + moments.count(2 * i + 1),
                i -> Math.min(moments.count(2 * i), moments.count(2 * i + 1)) < FEWEST
                        ? Estimate.Precision.TOO_FEW
                        : Estimate.Precision.SAMPLED);
    }
}
