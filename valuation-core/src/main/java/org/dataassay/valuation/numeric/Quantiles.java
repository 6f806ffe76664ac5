package org.dataassay.valuation.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * Exact sample quantiles without sorting the sample.
 *
 * <p><b>Formula</b>  h = (n − 1)·p,  Q(p) = x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), order statistics counted from 0: definition 7 of Hyndman
 * and Fan, that of R and NumPy.
 *
 * <p><b>Algorithm</b>  A histogram of 2¹⁴ equal cells tells in which cell each order statistic lies; only those cells are gathered, in one
 * pass, and sorted; a cell that is too full, as with heavy tails, gets a histogram of its own. The values are read three times and not moved.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The
 *     American Statistician 50 (1996), page 361</a>
 */
public final class Quantiles {

    private static final int CELLS = 1 << 14;
    private static final int SORT_AT_ONCE = 1 << 12;

    private Quantiles() {}

    /** Quantiles of all values. */
    public static double[] exact(double[] values, double... probabilities) {
        return exact(values, values.length, probabilities);
    }

    /** Quantiles of the first n values. */
    public static double[] exact(double[] values, int n, double... probabilities) {
        check(values, n, probabilities);
        var ranks = new int[2 * probabilities.length];
        for (int j = 0; j < probabilities.length; j++) neighbors(n, probabilities[j], ranks, 2 * j);
        var found = orderStatistics(values, n, ranks);
        var quantiles = new double[probabilities.length];
        for (int j = 0; j < quantiles.length; j++) quantiles[j] = quantile(n, probabilities[j], found, 2 * j);
        return quantiles;
    }

    /**
     * A quantile of independent draws and its distribution-free standard error: the distance between the order statistics √(n·p·(1 − p)) ranks below and above,
     * over as many such widths as lie between them (two, fewer at an end of the sample).
     *
     * @see <a href="https://doi.org/10.1002/0471722162">H. A. David, H. N. Nagaraja, Order Statistics, 3rd edition 2003, section 7.1</a>
     */
    public record Estimate(double quantile, double standardError) {}

    /** Quantiles of all values, which are independent draws, with their errors; the values are read as often as for the quantiles alone. */
    public static List<Estimate> estimates(double[] values, double... probabilities) {
        int n = values.length;
        check(values, n, probabilities);
        var ranks = new int[4 * probabilities.length];
        for (int j = 0; j < probabilities.length; j++) {
            neighbors(n, probabilities[j], ranks, 4 * j);
            double deviation = deviation(n, probabilities[j]);
            double center = (n - 1) * probabilities[j];
            ranks[4 * j + 2] = (int) Math.max(0, Math.floor(center - deviation));
            ranks[4 * j + 3] = (int) Math.min(n - 1, Math.ceil(center + deviation));
        }
        var found = orderStatistics(values, n, ranks);
        var estimates = new ArrayList<Estimate>();
        for (int j = 0; j < probabilities.length; j++) {
            double deviation = deviation(n, probabilities[j]);
            double widths = deviation > 0 ? (ranks[4 * j + 3] - ranks[4 * j + 2]) / deviation : 0;
            estimates.add(new Estimate(
                    quantile(n, probabilities[j], found, 4 * j),
                    widths > 0 ? (found[4 * j + 3] - found[4 * j + 2]) / widths : 0));
        }
        return estimates;
    }

    private static double deviation(int n, double probability) {
        return Math.sqrt(n * probability * (1 - probability));
    }

    /** The ranks between which a quantile lies. */
    private static void neighbors(int n, double probability, int[] ranks, int at) {
        ranks[at] = (int) ((n - 1) * probability);
        ranks[at + 1] = Math.min(ranks[at] + 1, n - 1);
    }

    private static double quantile(int n, double probability, double[] found, int at) {
        double h = (n - 1) * probability;
        double fraction = h - (int) h;
        return fraction == 0 ? found[at] : found[at] + fraction * (found[at + 1] - found[at]);
    }

    private static void check(double[] values, int n, double[] probabilities) {
        var check = new Check()
                .that(
                        n >= 1 && n <= values.length,
                        "n",
                        "in [1, " + values.length + "]",
                        n,
                        "Give at least one value.");
        for (double p : probabilities) check.range("probability", p, 0, 1, "Give a decimal: 5% is 0.05.");
        check.done();
    }

    /** The values with the given ranks, counted from 0, in the order of the ranks. */
    private static double[] orderStatistics(double[] values, int n, int[] ranks) {
        var sorted = Arrays.stream(ranks).sorted().distinct().toArray();
        var found = new double[sorted.length];
        select(values, n, sorted, 0, sorted.length, 0, found);
        var result = new double[ranks.length];
        Arrays.setAll(result, j -> found[Arrays.binarySearch(sorted, ranks[j])]);
        return result;
    }

    /** Finds ranks[from … to−1] − base among the first n values. */
    private static void select(double[] values, int n, int[] ranks, int from, int to, int base, double[] found) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double proof = 0;
        for (int i = 0; i < n; i++) {
            double v = values[i];
            low = Math.min(low, v);
            high = Math.max(high, v);
            proof += v * 0; // NaN where any value is infinite or NaN
        }
        if (Double.isNaN(proof)) throw notFinite(values, n);
        double scale = CELLS / (0.5 * high - 0.5 * low);
        if (n <= SORT_AT_ONCE || !(scale < Double.POSITIVE_INFINITY)) {
            var copy = Arrays.copyOf(values, n);
            Arrays.sort(copy);
            for (int j = from; j < to; j++) found[j] = copy[ranks[j] - base];
            return;
        }
        double origin = 0.5 * low;
        var cells = new Cells(values, n, origin, scale);
        cells.keep(ranks, from, to, base);
        cells.gather(values, n);
        for (var kept : cells.kept)
            select(kept.values, kept.values.length, ranks, kept.from, kept.to, kept.below, found);
    }

    /** The cells of one histogram in which wanted ranks lie. */
    private static final class Cells {

        /** One cell: the ranks from … to − 1 lie in it, and so many values below it. */
        private static final class Kept {
            private final int from;
            private final int to;
            private final int below;
            private final double[] values;
            private int size;

            private Kept(int from, int to, int below, int count) {
                this.from = from;
                this.to = to;
                this.below = below;
                this.values = new double[count];
            }

            private void add(double value) {
                values[size++] = value;
            }
        }

        private final double origin;
        private final double scale;
        private final int[] counts = new int[CELLS];
        /** Number of the kept cell, counted from 1; 0 where it is of no interest. */
        private final short[] keptAs = new short[CELLS];

        private final List<Kept> kept = new ArrayList<>();

        private Cells(double[] values, int n, double origin, double scale) {
            this.origin = origin;
            this.scale = scale;
            for (int i = 0; i < n; i++) counts[cell(values[i])]++;
        }

        private int cell(double value) {
            return Math.min((int) ((0.5 * value - origin) * scale), CELLS - 1);
        }

        private void keep(int[] ranks, int from, int to, int base) {
            int below = base;
            int cell = 0;
            for (int j = from; j < to; ) {
                while (ranks[j] >= below + counts[cell]) below += counts[cell++];
                int end = j + 1;
                while (end < to && ranks[end] < below + counts[cell]) end++;
                kept.add(new Kept(j, end, below, counts[cell]));
                keptAs[cell] = (short) kept.size();
                j = end;
            }
        }

        private void gather(double[] values, int n) {
            for (int i = 0; i < n; i++) {
                int number = keptAs[cell(values[i])];
                if (number != 0) kept.get(number - 1).add(values[i]);
            }
        }
    }

    private static InvalidInputException notFinite(double[] values, int n) {
        int at = 0;
        while (at < n - 1 && Math.abs(values[at]) < Double.POSITIVE_INFINITY) at++;
        return InvalidInputException.of(
                ValuationError.NOT_FINITE, "values[" + at + "]", values[at], "Quantiles need finite numbers.");
    }
}
