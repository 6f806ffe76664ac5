package org.dataassay.quality.column;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The numbers of a column.
 *
 * <p><b>Numerics</b>  Sums of values and of squares are exact, so mean and variance are those of the doubles in the file, rounded once, in whatever
 * order or parts the rows were read.
 *
 * @param count how many cells are numbers
 * @param minimum the least
 * @param maximum the greatest
 * @param mean their arithmetic mean
 * @param standardDeviation with n − 1 in the denominator; empty for a single number
 * @param quantiles exact quantiles at {@link #PROBABILITIES}; empty when there are more different numbers than are kept
 * @param medianAbsoluteDeviation median of |x − median|, unscaled; empty when quantiles are
 */
public record NumberSummary(
        long count,
        double minimum,
        double maximum,
        double mean,
        OptionalDouble standardDeviation,
        List<Quantile> quantiles,
        OptionalDouble medianAbsoluteDeviation) {

    /** Where quantiles are given. */
    public static final List<Double> PROBABILITIES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    /**
     * One quantile: the least x of the data of which at least a share p is ≤ x (the inverse of the empirical distribution, type 1 of Hyndman and Fan
     * 1996).
     */
    public record Quantile(double probability, double value) {}

    public NumberSummary {
        quantiles = List.copyOf(quantiles);
    }

    static NumberSummary of(
            long count, double minimum, double maximum, ExactSum sum, ExactSum squares, NumberCounts numbers) {
        var n = BigDecimal.valueOf(count);
        var s = sum.value();
        double mean = s.divide(n, MathContext.DECIMAL128).doubleValue();
        var deviation = OptionalDouble.empty();
        if (count > 1) { // (n Σx² − (Σx)²) / (n (n − 1)), exact up to the division
            var variance = squares.value()
                    .multiply(n)
                    .subtract(s.multiply(s))
                    .divide(n.multiply(BigDecimal.valueOf(count - 1)), MathContext.DECIMAL128);
            deviation = OptionalDouble.of(variance.sqrt(MathContext.DECIMAL128).doubleValue());
        }
        if (!numbers.isExact())
            return new NumberSummary(count, minimum, maximum, mean, deviation, List.of(), OptionalDouble.empty());
        var ascending = numbers.ascending();
        var quantiles = PROBABILITIES.stream()
                .map(p -> new Quantile(p, quantile(ascending, count, p)))
                .toList();
        double median = quantile(ascending, count, 0.5);
        var distances = new ArrayList<NumberCounts.Count>();
        for (var c : ascending) distances.add(new NumberCounts.Count(Math.abs(c.value() - median), c.count()));
        distances.sort(Comparator.comparingDouble(NumberCounts.Count::value));
        return new NumberSummary(
                count,
                minimum,
                maximum,
                mean,
                deviation,
                quantiles,
                OptionalDouble.of(quantile(distances, count, 0.5)));
    }

    private static double quantile(List<NumberCounts.Count> ascending, long count, double p) {
        // the rank is decided exactly: p has two decimals
        long hundredths = Math.round(p * 100);
        long rank = Math.max(1, (hundredths * count + 99) / 100);
        long seen = 0;
        for (var c : ascending) {
            seen += c.count();
            if (seen >= rank) return c.value();
        }
        throw new IllegalStateException("rank " + rank + " of " + seen);
    }
}
