package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.Optional;

/**
 * Least squares of worths on members, the sum fixed, over coalitions drawn with weight 1/(s(n − s)) by size and each together with its complement. The sums are kept in
 * sixteen groups; leaving out one at a time gives the standard error (jackknife).
 */
final class KernelEstimator extends Estimator {

    static final int MOST = 200;

    private static final int GROUPS = 16;
    /** Half a piece of the others, so that sixteen groups are soon filled. */
    private static final int UNITS = PIECE / 4;

    /** Pairs of coalitions per player before a regression of fifteen groups is trusted. */
    private static final int PAIRS_PER_PLAYER = 3;

    private final double[] cumulative;
    private final int width;

    KernelEstimator(Worths worths) {
        super(worths);
        requireAtMost(Sampler.KERNEL, n, MOST);
        this.width = 1 + n + n * (n + 1) / 2;
        this.cumulative = new double[Math.max(1, n - 1)];
        double total = 0;
        for (int s = 1; s < n; s++) {
            total += 1 / ((double) s * (n - s));
            cumulative[s - 1] = total;
        }
    }

    @Override
    Tally empty() {
        return new Tally.Sums(new double[GROUPS * width]);
    }

    @Override
    Tally restored(double[] numbers) {
        return new Tally.Sums(numbers);
    }

    @Override
    long leastPieces() {
        return Math.max(GROUPS, (PAIRS_PER_PLAYER * n + UNITS - 1) / UNITS);
    }

    @Override
    int cost(long piece) {
        return 2 * UNITS;
    }

    @Override
    int draw(long piece, Draws draws, Tally into) {
        int base = (int) (piece % GROUPS) * width;
        var sums = ((Tally.Sums) into).numbers();
        var words = new long[Coalition.words(n)];
        for (int k = 0; k < UNITS; k++) {
            int size = 1 + place(cumulative, draws.uniform());
            var order = draws.chosen(size);
            java.util.Arrays.fill(words, 0);
            for (int m = 0; m < size; m++) set(words, order[m]);
            add(words, worths.of(words), sums, base);
            Coalition.complement(words, n);
            add(words, worths.of(words), sums, base);
        }
        return 2 * UNITS;
    }

    private void add(long[] words, double worth, double[] sums, int base) {
        sums[base]++;
        int at = base + 1 + n;
        for (int i = 0; i < n; i++) {
            if (has(words, i)) {
                sums[base + 1 + i] += worth;
                for (int j = 0; j <= i; j++) if (has(words, j)) sums[at + j]++;
            }
            at += i + 1;
        }
    }

    @Override
    List<Estimate> estimates(Tally tally) {
        var sums = ((Tally.Sums) tally).numbers();
        var whole = new double[width];
        for (int g = 0; g < GROUPS; g++) for (int k = 0; k < width; k++) whole[k] += sums[g * width + k];
        var values = solve(whole);
        var variances = new double[n];
        boolean isKnown = values.isPresent();
        for (int g = 0; g < GROUPS && isKnown; g++) {
            var rest = whole.clone();
            for (int k = 0; k < width; k++) rest[k] -= sums[g * width + k];
            var without = sums[g * width] == 0 ? Optional.<double[]>empty() : solve(rest);
            isKnown = without.isPresent();
            for (int i = 0; i < n && isKnown; i++) {
                double difference = without.get()[i] - values.get()[i];
                variances[i] += difference * difference * (GROUPS - 1) / GROUPS;
            }
        }
        var found = values.orElseGet(() -> new double[n]);
        var precision = isKnown ? Estimate.Precision.SAMPLED : Estimate.Precision.TOO_FEW;
        boolean told = isKnown;
        return estimates(i -> found[i], i -> told ? variances[i] : 0, i -> (long) whole[0], i -> precision);
    }

    private Optional<double[]> solve(double[] sums) {
        if (sums[0] == 0) return Optional.empty();
        var matrix = new double[n][];
        var right = new double[n];
        int at = 1 + n;
        for (int i = 0; i < n; i++) {
            matrix[i] = new double[n];
            for (int j = 0; j <= i; j++) matrix[i][j] = sums[at++] / sums[0];
            right[i] = sums[1 + i] / sums[0];
        }
        return Cholesky.of(matrix).map(factor -> {
            var free = factor.solve(right);
            var ones = new double[n];
            java.util.Arrays.fill(ones, 1);
            var shift = factor.solve(ones);
            double excess = -worths.grand;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                excess += free[i];
                sum += shift[i];
            }
            for (int i = 0; i < n; i++) free[i] -= excess / sum * shift[i];
            return free;
        });
    }
}
