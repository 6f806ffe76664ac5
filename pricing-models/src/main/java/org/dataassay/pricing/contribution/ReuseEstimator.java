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
        var counts = new double[n];
        var sums = new double[n];
        var squares = new double[n];
        double allSums = 0;
        double allSquares = 0;
        var words = new long[Coalition.words(n)];
        double first = 0;
        for (int k = 0; k < PIECE; k++) {
            draws.any(words, n);
            double worth = worths.of(words);
            if (k == 0) first = worth;
            double difference = worth - first;
            double square = difference * difference;
            allSums += difference;
            allSquares += square;
            for (int w = 0; w < words.length; w++) {
                for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                    int i = w * Coalition.WORD + Long.numberOfTrailingZeros(rest);
                    counts[i]++;
                    sums[i] += difference;
                    squares[i] += square;
                }
            }
        }
        var moments = (Moments) into;
        for (int i = 0; i < n; i++) {
            add(moments, 2 * i, counts[i], sums[i], squares[i], first);
            add(moments, 2 * i + 1, PIECE - counts[i], allSums - sums[i], allSquares - squares[i], first);
        }
        return PIECE;
    }

    private static void add(Moments moments, int cell, double count, double sum, double squares, double first) {
        if (count == 0) return;
        double mean = sum / count;
        moments.add(cell, count, first + mean, Math.max(0, squares - mean * sum));
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
