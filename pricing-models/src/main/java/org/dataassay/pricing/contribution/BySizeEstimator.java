package org.dataassay.pricing.contribution;

import java.util.List;

/**
 * Within each size s, least squares of worths on members with slopes β(i, s) that sum to 0: φ(i) = v(N)/n + Σ over s of β(i, s)/(n − 1), an identity where all coalitions of
 * every size are seen. Errors by the residual variance of each size.
 */
final class BySizeEstimator extends SizedEstimator {

    static final int MOST = 64;

    /** Coalitions of a size beyond the number of its slopes, as a share of it and as a number. */
    private static final double MORE = 1.5;

    private static final int SPARE = 10;

    private final int width;

    BySizeEstimator(Worths worths, int borders) {
        super(worths, borders, false);
        requireAtMost(Sampler.BY_SIZE, n, MOST);
        this.width = 3 + n + n * (n + 1) / 2;
    }

    /** By size: count, sum, sum of squares, sums by member, pairs of members. */
    @Override
    Tally empty() {
        return new Tally.Sums(new double[(n - 1) * width]);
    }

    @Override
    Tally restored(double[] numbers) {
        return new Tally.Sums(numbers);
    }

    @Override
    long leastPieces() {
        return piecesFor(MORE * n + SPARE);
    }

    @Override
    void observe(long[] words, int size, double worth, Tally into) {
        var sums = ((Tally.Sums) into).numbers();
        int base = (size - 1) * width;
        // What the size alone explains is taken off, so that little cancels later.
        double rest = worth - worths.grand * size / n;
        sums[base]++;
        sums[base + 1] += rest;
        sums[base + 2] += rest * rest;
        long members = words[0];
        for (long outer = members; outer != 0; outer &= outer - 1) {
            int i = Long.numberOfTrailingZeros(outer);
            sums[base + 3 + i] += rest;
            int row = base + 3 + n + i * (i + 1) / 2;
            for (long inner = members & (2L << i) - 1; inner != 0; inner &= inner - 1)
                sums[row + Long.numberOfTrailingZeros(inner)]++;
        }
    }

    @Override
    List<Estimate> estimates(Tally tally) {
        var sums = ((Tally.Sums) tally).numbers();
        var values = new double[n];
        var variances = new double[n];
        java.util.Arrays.fill(values, worths.grand / n);
        boolean isKnown = true;
        long count = 0;
        for (int size = 1; size < n; size++) {
            count += (long) sums[(size - 1) * width];
            isKnown &= addSlopes(sums, size, values, variances);
        }
        long seen = count;
        var precision = !isKnown
                ? Estimate.Precision.TOO_FEW
                : isWhole() ? Estimate.Precision.EXACT : Estimate.Precision.SAMPLED;
        boolean told = isKnown;
        return estimates(i -> values[i], i -> told ? variances[i] : 0, i -> seen, i -> precision);
    }

    private boolean addSlopes(double[] sums, int size, double[] values, double[] variances) {
        int base = (size - 1) * width;
        double count = sums[base];
        boolean isBorder = isBorder(size);
        if (count == 0 || !isBorder && count < n + 2) return false;
        double mean = sums[base + 1] / count;
        var share = new double[n];
        var right = new double[n];
        for (int i = 0; i < n; i++) {
            share[i] = sums[base + 3 + n + i * (i + 1) / 2 + i] / count;
            right[i] = sums[base + 3 + i] - share[i] * count * mean;
        }
        var matrix = new double[n][n];
        double trace = 0;
        for (int i = 0; i < n; i++) trace += share[i] * (1 - share[i]) * count;
        // Members sum to the size, so that the matrix has a null vector of ones; a multiple of its square makes slopes
        // sum to 0.
        double ridge = trace / n / n;
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                matrix[i][j] = sums[base + 3 + n + i * (i + 1) / 2 + j] - share[i] * share[j] * count + ridge;
        var factor = Cholesky.of(matrix);
        if (factor.isEmpty()) return false;
        var slopes = factor.get().solve(right);
        double residual = sums[base + 2] - count * mean * mean;
        for (int i = 0; i < n; i++) {
            values[i] += slopes[i] / (n - 1);
            residual -= slopes[i] * right[i];
        }
        if (isBorder) return true;
        double variance = Math.max(0, residual) / (count - n);
        var inverse = factor.get().inverseDiagonal();
        double common = 1 / (ridge * n * n);
        for (int i = 0; i < n; i++)
            variances[i] += variance * Math.max(0, inverse[i] - common) / ((double) (n - 1) * (n - 1));
        return true;
    }
}
