package org.dataassay.valuation.numeric;

import java.util.Arrays;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * Exact sample quantiles without sorting the sample.
 *
 * <p><b>Formula</b>  h = (n − 1)·p,  Q(p) = x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), order statistics counted from 0: definition 7 of Hyndman
 * and Fan, that of R and NumPy.
 *
 * <p><b>Algorithm</b>  A histogram of 2¹⁴ equal cells tells in which cell each order statistic lies; only those cells are sorted, and a cell that
 * is too full, as with heavy tails, gets a histogram of its own. The values are read, not moved.
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
        int count = probabilities.length;
        var ranks = new int[2 * count];
        for (int j = 0; j < count; j++) {
            ranks[2 * j] = (int) ((n - 1) * probabilities[j]);
            ranks[2 * j + 1] = Math.min(ranks[2 * j] + 1, n - 1);
        }
        var found = orderStatistics(values, n, ranks);
        var quantiles = new double[count];
        for (int j = 0; j < count; j++) {
            quantiles[j] = between(found[2 * j], found[2 * j + 1], (n - 1) * probabilities[j] - ranks[2 * j]);
        }
        return quantiles;
    }

    /**
     * Distribution-free standard errors of quantiles of independent draws: the distance between the order statistics √(n·p·(1 − p)) ranks
     * below and above, over as many such widths as lie between them (two, fewer at an end of the sample).
     *
     * @see <a href="https://doi.org/10.1002/0471722162">H. A. David, H. N. Nagaraja, Order Statistics, 3rd edition 2003, section 7.1</a>
     */
    public static double[] standardErrors(double[] values, double... probabilities) {
        int n = values.length;
        check(values, n, probabilities);
        int count = probabilities.length;
        var ranks = new int[2 * count];
        var widths = new double[count];
        for (int j = 0; j < count; j++) {
            double p = probabilities[j];
            double deviation = Math.sqrt(n * p * (1 - p));
            ranks[2 * j] = (int) Math.max(0, Math.floor((n - 1) * p - deviation));
            ranks[2 * j + 1] = (int) Math.min(n - 1, Math.ceil((n - 1) * p + deviation));
            widths[j] = deviation > 0 ? (ranks[2 * j + 1] - ranks[2 * j]) / deviation : 0;
        }
        var found = orderStatistics(values, n, ranks);
        var errors = new double[count];
        for (int j = 0; j < count; j++) {
            errors[j] = widths[j] > 0 ? (found[2 * j + 1] - found[2 * j]) / widths[j] : 0;
        }
        return errors;
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

    private static double between(double low, double high, double fraction) {
        return fraction == 0 ? low : low + fraction * (high - low);
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
        var counts = new int[CELLS];
        for (int i = 0; i < n; i++) counts[cell(values[i], origin, scale)]++;

        int below = base;
        int cell = 0;
        for (int j = from; j < to; ) {
            while (ranks[j] >= below + counts[cell]) below += counts[cell++];
            int end = j + 1;
            while (end < to && ranks[end] < below + counts[cell]) end++;
            var inside = new double[counts[cell]];
            int size = 0;
            for (int i = 0; i < n; i++) if (cell(values[i], origin, scale) == cell) inside[size++] = values[i];
            select(inside, size, ranks, j, end, below, found);
            j = end;
        }
    }

    private static int cell(double value, double origin, double scale) {
        return Math.min((int) ((0.5 * value - origin) * scale), CELLS - 1);
    }

    private static InvalidInputException notFinite(double[] values, int n) {
        int at = 0;
        while (at < n - 1 && Math.abs(values[at]) < Double.POSITIVE_INFINITY) at++;
        return InvalidInputException.of(
                ValuationError.NOT_FINITE, "values[" + at + "]", values[at], "Quantiles need finite numbers.");
    }
}
