package org.dataassay.valuation.numeric;

import java.util.Arrays;
import org.dataassay.valuation.error.Check;

/**
 * Exact quantiles of many numbers without sorting them all: a histogram finds the cells that hold the wanted ranks, and only these are sorted; a cell that holds too
 * many is split again. Definition R-7 of Hyndman and Fan: h = (n − 1) p, linear between ranks.
 *
 * @see <a href="https://doi.org/10.2307/2684934">Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361–365</a>
 */
public final class Quantiles {

    private static final int CELLS = 1 << 12;
    private static final int SMALL = 4096;
    /** The half-width of a normal interval that holds 68.27 %. */
    private static final double ONE_SIGMA = 1;

    private Quantiles() {}

    /**
     * Quantiles of finite numbers, which are left as they are.
     *
     * @param values at least one, none not a number
     * @param probabilities each in [0, 1]
     */
    public static double[] exact(double[] values, double... probabilities) {
        var check = new Check().that(values.length > 0, "values", "at least one", 0, "Give numbers.");
        for (double p : probabilities) check.range("probability", p, 0, 1, "The median is 0.5.");
        check.done();
        var result = new double[probabilities.length];
        for (int k = 0; k < result.length; k++) {
            double rank = (values.length - 1) * probabilities[k];
            int below = (int) rank;
            double low = select(values, below);
            result[k] = rank == below ? low : low + (rank - below) * (select(values, below + 1) - low);
        }
        return result;
    }

    /**
     * Distribution-free standard errors of quantiles: half the distance between the order statistics one binomial standard deviation below and above the rank.
     */
    public static double[] standardErrors(double[] values, double... probabilities) {
        int n = values.length;
        var errors = new double[probabilities.length];
        for (int k = 0; k < errors.length; k++) {
            double p = probabilities[k];
            double sigma = ONE_SIGMA * Math.sqrt(n * p * (1 - p));
            int low = (int) Math.max(0, Math.floor((n - 1) * p - sigma));
            int high = (int) Math.min(n - 1, Math.ceil((n - 1) * p + sigma));
            errors[k] = 0.5 * (select(values, high) - select(values, low));
        }
        return errors;
    }

    /** The number of a rank, counted from 0. */
    private static double select(double[] values, int rank) {
        var part = values;
        int wanted = rank;
        while (part.length > SMALL) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double value : part) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
            double scale = CELLS / (greatest - least);
            if (least == greatest) return least;
            if (!(scale > 0 && scale <= Double.MAX_VALUE)) break;
            var counts = new int[CELLS];
            for (double value : part) counts[cell(value, least, scale)]++;
            int cell = 0;
            while (wanted >= counts[cell]) wanted -= counts[cell++];
            var inside = new double[counts[cell]];
            int next = 0;
            for (double value : part) if (cell(value, least, scale) == cell) inside[next++] = value;
            if (inside.length == part.length) break;
            part = inside;
        }
        var sorted = part.clone();
        Arrays.sort(sorted);
        return sorted[wanted];
    }

    private static int cell(double value, double least, double scale) {
        return Math.min(CELLS - 1, (int) ((value - least) * scale));
    }
}
