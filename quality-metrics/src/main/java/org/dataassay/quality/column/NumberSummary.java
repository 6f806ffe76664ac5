package org.dataassay.quality.column;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The numbers of a column.
 *
 * <p><b>Formula</b>  mean = Σx/n;  s² = (n Σx² − (Σx)²) / (n (n − 1));  skewness G₁ = √(n(n − 1))/(n − 2) · m₃/m₂^(3/2), the adjusted Fisher–Pearson coefficient,
 * m_k the k-th central moment with n in the denominator;  MAD = median |x − median|
 * <p><b>Numerics</b>  Sums of the first three powers are exact, so mean, deviation and skewness are those of the doubles in the file, rounded once, in whatever
 * order or parts the rows were read.
 *
 * @param count how many cells are numbers
 * @param minimum the least
 * @param maximum the greatest
 * @param mean their arithmetic mean
 * @param standardDeviation with n − 1 in the denominator; empty for a single number
 * @param skewness adjusted for the sample; empty below three numbers and where all are alike
 * @param quantiles quantiles at {@link #PROBABILITIES}
 * @param rankError the share of all numbers by which the rank of a quantile that is not exact may be off, but for odds of 1 : 100; 0 where all are exact
 * @param medianAbsoluteDeviation median of |x − median|, unscaled; its rank may be off by twice as much
 * @param histogram how many numbers lie in the bins of the 1-2-5 series, ascending; bins without any are left out
 * @see <a href="https://doi.org/10.1111/1467-9884.00122">D. N. Joanes, C. A. Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47 (1998),
 *     page 184</a>
 */
public record NumberSummary(
        long count,
        double minimum,
        double maximum,
        double mean,
        OptionalDouble standardDeviation,
        OptionalDouble skewness,
        List<Quantile> quantiles,
        double rankError,
        OptionalDouble medianAbsoluteDeviation,
        List<Bin> histogram) {

    /** Where quantiles are given. */
    public static final List<Double> PROBABILITIES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    /**
     * One quantile: the least x of the data of which at least a share p is ≤ x (the inverse of the empirical distribution, type 1 of Hyndman and Fan
     * 1996), exact or read off a sketch.
     */
    public record Quantile(double probability, double value, boolean exact) {}

    /** How many numbers lie from one edge to the next; the edge on the side of zero is inside, and zero is a bin by itself. */
    public record Bin(double from, double to, long count) {}

    public NumberSummary {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
    }

    /** The middle number. */
    public double median() {
        return quantiles.stream()
                .filter(q -> q.probability() == 0.5)
                .findFirst()
                .orElseThrow()
                .value();
    }

    static NumberSummary of(Numbers numbers) {
        long count = numbers.count();
        var n = BigDecimal.valueOf(count);
        var s = numbers.sum().value();
        var squares = numbers.squares().value();
        double mean = s.divide(n, MathContext.DECIMAL128).doubleValue();
        var scatter = squares.multiply(n).subtract(s.multiply(s)); // n² m₂, exact
        var deviation = OptionalDouble.empty();
        if (count > 1) {
            var variance = scatter.divide(n.multiply(BigDecimal.valueOf(count - 1)), MathContext.DECIMAL128);
            deviation = OptionalDouble.of(variance.sqrt(MathContext.DECIMAL128).doubleValue());
        }
        var quantiles = PROBABILITIES.stream()
                .map(p -> new Quantile(p, numbers.quantile(p), numbers.isExact(p)))
                .toList();
        return new NumberSummary(
                count,
                numbers.minimum(),
                numbers.maximum(),
                mean,
                deviation,
                skewness(numbers, n, s, squares, scatter),
                quantiles,
                quantiles.stream().allMatch(Quantile::exact) ? 0 : numbers.rankError(),
                OptionalDouble.of(numbers.medianDistance(numbers.quantile(0.5))),
                numbers.histogram().bins().stream()
                        .map(bin -> new Bin(bin.from(), bin.to(), bin.count()))
                        .toList());
    }

    private static OptionalDouble skewness(
            Numbers numbers, BigDecimal n, BigDecimal s, BigDecimal squares, BigDecimal scatter) {
        if (numbers.count() < 3 || scatter.signum() == 0) return OptionalDouble.empty();
        // n³ m₃ = n² Σx³ − 3 n Σx Σx² + 2 (Σx)³, exact
        var third = numbers.cubes()
                .value()
                .multiply(n)
                .multiply(n)
                .subtract(s.multiply(squares).multiply(n).multiply(BigDecimal.valueOf(3)))
                .add(s.pow(3).multiply(BigDecimal.valueOf(2)));
        var root = scatter.sqrt(MathContext.DECIMAL128);
        var plain = third.divide(scatter.multiply(root), MathContext.DECIMAL128);
        var adjustment = n.multiply(n.subtract(BigDecimal.ONE))
                .sqrt(MathContext.DECIMAL128)
                .divide(n.subtract(BigDecimal.valueOf(2)), MathContext.DECIMAL128);
        return OptionalDouble.of(plain.multiply(adjustment).doubleValue());
    }
}
