package org.dataassay.quality.column;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;

/**
 * How numbers are distributed: moments, and quantiles on a fixed grid.
 *
 * @param count how many numbers
 * @param mean their arithmetic mean
 * @param standardDeviation with n − 1 in the denominator; empty for a single number
 * @param quantiles at the probabilities 0, 1/{@link #STEPS}, … 1, ascending; the first and the last are the least and the greatest number
 * @param rankError by how much the rank of a quantile may be off, as a share of the count, but for odds of 1 %; 0 when they are exact
 */
public record Distribution(
        long count, double mean, OptionalDouble standardDeviation, List<Double> quantiles, double rankError) {

    /** Into so many parts of equal size the quantiles divide the numbers. */
    public static final int STEPS = 200;

    public Distribution {
        quantiles = List.copyOf(quantiles);
        var check = new Check()
                .that(count > 0, "count", "above 0", count, "Leave the distribution out where there are no numbers.")
                .that(
                        quantiles.size() == STEPS + 1,
                        "quantiles",
                        (STEPS + 1) + " numbers",
                        quantiles.size(),
                        "Give one for each step.")
                .range("rankError", rankError, 0, 1, "Give a share.");
        boolean ascending = true;
        for (int i = 0; i < quantiles.size(); i++) {
            double q = quantiles.get(i);
            ascending &= Math.abs(q) <= Double.MAX_VALUE && (i == 0 || quantiles.get(i - 1) <= q);
        }
        check.that(ascending, "quantiles", "finite and ascending", "not", "Sort them.")
                .done();
    }

    /** The least number. */
    public double minimum() {
        return quantiles.get(0);
    }

    /** The greatest number. */
    public double maximum() {
        return quantiles.get(STEPS);
    }

    /** The quantile at the step, of {@link #STEPS}. */
    public double quantile(int step) {
        return quantiles.get(step);
    }

    /** The share of numbers that are at most x, as far as the quantiles tell: it lies between this and one step more. */
    double shareUpTo(double x) {
        int low = 0;
        int high = quantiles.size();
        while (low < high) { // the first quantile above x
            int middle = (low + high) >>> 1;
            if (quantiles.get(middle) <= x) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : (low - 1) / (double) STEPS;
    }

    /** The share of numbers up to x, with straight lines between the quantiles. */
    double interpolatedShareUpTo(double x) {
        if (x < minimum()) return 0;
        if (x >= maximum()) return 1;
        double share = shareUpTo(x);
        int step = (int) Math.round(share * STEPS);
        double from = quantile(step);
        double to = quantile(step + 1);
        return to > from ? share + (x - from) / (to - from) / STEPS : share;
    }
}
