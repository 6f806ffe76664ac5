package org.dataassay.valuation.numeric;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * Ordinary least squares: the coefficients b for which Σ (y − X·b)² is least, and all that is asked of such a fit.
 *
 * <p><b>Formula</b> X = Q·R, R·b = Qᵀ·y, e = y − X·b, s² = Σ e² / (n − p), Cov(b) = s² · R⁻¹·R⁻ᵀ, leverage hᵢ = ‖xᵢ·R⁻¹‖². HC1: R⁻¹ (Σ e²ᵢ qᵢqᵢᵀ) R⁻ᵀ · n/(n − p); HC3: with e²ᵢ/(1 − hᵢ)², qᵢ = xᵢ·R⁻¹. Cook's distance e²ᵢ hᵢ / (p s² (1 − hᵢ)²). Variance inflation Σ (xⱼ − x̄ⱼ)² · ((XᵀX)⁻¹)ⱼⱼ
 *
 * <p><b>Units and ranges</b> finite numbers of at most 1e150 · more observations than columns
 *
 * <p><b>Edge cases</b> a column that others determine is refused by name, never dropped · R² is uncentered where there is no intercept, absent where the response does not vary · an observation of leverage 1, fitted by a column of its own, has residual and Cook's
 * distance 0, and no HC3 error can be given
 *
 * <p><b>Numerics</b> Householder reflections and all that follows from R in pairs of doubles, about 31 digits: on all eleven linear sets of NIST, Filip with its condition of 10¹⁵ among them, coefficients, standard errors and sums of squares have more than 13 of the 15 certified
 * digits, and on designs with an exact rational solution more than 14; the tests say so. The work grows with n·p².
 * The condition number is that of the columns scaled to unit length
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://www.itl.nist.gov/div898/strd/lls/lls.shtml">NIST Statistical Reference Datasets, linear least squares regression</a>
 * @see <a href="https://doi.org/10.1016/0304-4076(85)90158-7">J. G. MacKinnon, H. White, Some heteroskedasticity-consistent covariance matrix estimators, Journal of Econometrics 29 (1985), page 305</a>
 * @see <a href="https://doi.org/10.1002/0471725153">D. A. Belsley, E. Kuh, R. E. Welsch, Regression Diagnostics, 1980, chapters 2 and 3</a>
 */
public final class LeastSquares {

    /** A column is taken to follow from those before it where they leave no more than this share of its length; numbers that people write have about 15 digits. */
    public static final double RANK_TOLERANCE = 1e-12;

    /** A leverage this close to 1 is 1. */
    private static final double WHOLE = 1e-12;

    /** Standard errors that hold where the scatter differs from observation to observation. */
    public enum Robust {
        /** White's with n/(n − p). */
        HC1,
        /** Near the jackknife; the safer one in small samples. */
        HC3
    }

    private final Design design;
    private final HouseholderQr qr;
    private final double rankTolerance;
    private final PairVector coefficients;
    private final double[] residuals;
    private final double residualSumOfSquares;
    private final double totalSumOfSquares;
    private final PairVector[] inverse;
    private final double[][] q;
    private final double[] leverages;

    private LeastSquares(Design design, HouseholderQr qr, PairVector response, double rankTolerance) {
        this.design = design;
        this.qr = qr;
        this.rankTolerance = rankTolerance;
        coefficients = qr.solve(response);
        var rest = response.copy();
        for (int j = 0; j < coefficients.size(); j++)
            rest.addTimes(coefficients.at(j).negated(), design.column(j), 0);
        residuals = rest.values();
        residualSumOfSquares = rest.dot(rest, 0).value();
        totalSumOfSquares = variation(response);
        inverse = qr.inverse();
        q = q();
        leverages = Arrays.stream(q).mapToDouble(LeastSquares::square).toArray();
    }

    /** Fits with the rank tolerance {@link #RANK_TOLERANCE}. */
    public static LeastSquares of(Design design, double... response) {
        return of(design, response, RANK_TOLERANCE);
    }

    /**
     * Fits.
     *
     * @param rankTolerance share of a column's length that those before it must leave
     * @throws InvalidInputException where there are too few observations, or columns determine each other; each is named
     */
    public static LeastSquares of(Design design, double[] response, double rankTolerance) {
        int p = design.names().size();
        var check = new Check()
                .that(
                        p >= 1 && design.rows() > p,
                        "observations",
                        "more than the " + p + " columns",
                        design.rows(),
                        "Give more observations or fewer columns.")
                .that(
                        response.length == design.rows(),
                        "response",
                        "one per row, " + design.rows(),
                        response.length,
                        "Give one response per observation.")
                .range("rankTolerance", rankTolerance, 0, 1, "Give a small share, such as 1e-12.");
        for (int i = 0; i < response.length; i++) Design.check(check, "response[" + i + "]", response[i]);
        check.done();
        var qr = new HouseholderQr(design.columns(), rankTolerance);
        var dependencies = qr.dependencies(design.names());
        if (!dependencies.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "design",
                    dependencies.stream().map(Design.Dependency::toString).collect(Collectors.joining("; ")),
                    "Leave a column out; its effect cannot be told from the others'.");
        return new LeastSquares(design, qr, PairVector.of(response), rankTolerance);
    }

    private double[][] q() {
        int n = design.rows();
        int p = coefficients.size();
        var rows = new double[n][p];
        for (int k = 0; k < p; k++) {
            var column = new PairVector(n);
            for (int j = 0; j <= k; j++) column.addTimes(inverse[j].at(k), design.column(j), 0);
            for (int i = 0; i < n; i++) rows[i][k] = column.value(i);
        }
        return rows;
    }

    /** Σ (v − v̄)², or Σ v² where there is no intercept. */
    private double variation(PairVector vector) {
        var deviations = vector.copy();
        if (design.hasIntercept()) {
            var ones = design.column(0);
            var mean = vector.dot(ones, 0).dividedBy(Pair.of(design.rows()));
            deviations.addTimes(mean.negated(), ones, 0);
        }
        return deviations.dot(deviations, 0).value();
    }

    private static double square(double[] vector) {
        var sum = new NeumaierSum();
        for (double v : vector) sum.add(v * v);
        return sum.value();
    }

    /** Names of the columns, in order. */
    public List<String> names() {
        return design.names();
    }

    public int observations() {
        return design.rows();
    }

    /** Observations less columns. */
    public int degreesOfFreedom() {
        return design.rows() - coefficients.size();
    }

    /** The tolerance by which the columns were found independent. */
    public double rankTolerance() {
        return rankTolerance;
    }

    /** Greatest over least singular value of the design with columns of unit length; above 30 columns are nearly dependent (Belsley, Kuh, Welsch). */
    public double conditionNumber() {
        return norm(qr.normalized()) * norm(qr.normalizedInverse());
    }

    private static double norm(double[][] matrix) {
        return new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false)).getNorm();
    }

    /** One per column. */
    public List<Double> coefficients() {
        return list(coefficients.values());
    }

    /** The coefficient of a column by name. */
    public double coefficient(String column) {
        return coefficients.value(index(column));
    }

    /** The standard error of a coefficient by name. */
    public double standardError(String column) {
        int j = index(column);
        return Math.sqrt(covariance(j, j));
    }

    private int index(String column) {
        int j = design.names().indexOf(column);
        if (j < 0)
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN, "column", column, "Name one of " + String.join(", ", design.names()) + ".");
        return j;
    }

    /** One per column. */
    public List<Double> standardErrors() {
        var errors = new double[coefficients.size()];
        Arrays.setAll(errors, j -> Math.sqrt(covariance(j, j)));
        return list(errors);
    }

    /** Covariance of two coefficients, counted from 0. */
    public double covariance(int first, int second) {
        return inverse[first].dot(inverse[second], 0).value() * residualVariance();
    }

    /** Correlation of two coefficients, counted from 0; it does not depend on the response. */
    public double correlation(int first, int second) {
        return inverse[first].dot(inverse[second], 0).value()
                / Math.sqrt(inverse[first].dot(inverse[first], 0).value()
                        * inverse[second].dot(inverse[second], 0).value());
    }

    /** Standard errors one per column that do not suppose equal scatter. */
    public List<Double> robustErrors(Robust kind) {
        int n = design.rows();
        int p = coefficients.size();
        var squares = new double[n];
        for (int i = 0; i < n; i++) {
            squares[i] = residuals[i] * residuals[i];
            if (kind == Robust.HC1) continue;
            if (isAlone(i))
                throw InvalidInputException.of(
                        ValuationError.INVALID,
                        "observation " + i,
                        "a column fits it alone, so that its scatter cannot be told",
                        "Leave the column out, or take HC1.");
            squares[i] /= (1 - leverages[i]) * (1 - leverages[i]);
        }
        double correction = kind == Robust.HC1 ? (double) n / degreesOfFreedom() : 1;
        var errors = new double[p];
        for (int j = 0; j < p; j++) {
            var sum = new NeumaierSum();
            for (int i = 0; i < n; i++) {
                double influence = influence(j, i);
                sum.add(squares[i] * influence * influence);
            }
            errors[j] = Math.sqrt(correction * sum.value());
        }
        return list(errors);
    }

    /** How much a coefficient moves per unit of one response: row j of R⁻¹ times q of the observation. */
    private double influence(int j, int i) {
        var sum = new NeumaierSum();
        for (int k = j; k < coefficients.size(); k++) sum.add(inverse[j].value(k) * q[i][k]);
        return sum.value();
    }

    /** Σ e², from the residuals. */
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    private double residualVariance() {
        return residualSumOfSquares / degreesOfFreedom();
    }

    /** s = √(Σ e² / (n − p)). */
    public double residualDeviation() {
        return Math.sqrt(residualVariance());
    }

    /** 1 − Σ e² / Σ (y − ȳ)², or over Σ y² without an intercept; absent where the response does not vary. */
    public OptionalDouble rSquared() {
        return totalSumOfSquares > 0
                ? OptionalDouble.of(1 - residualSumOfSquares / totalSumOfSquares)
                : OptionalDouble.empty();
    }

    /** R² that an added column does not raise by chance alone. */
    public OptionalDouble adjustedRSquared() {
        if (totalSumOfSquares <= 0) return OptionalDouble.empty();
        double degrees = design.rows() - (design.hasIntercept() ? 1 : 0);
        return OptionalDouble.of(1 - residualVariance() * degrees / totalSumOfSquares);
    }

    /** y − X·b, one per observation. */
    public List<Double> residuals() {
        return list(residuals);
    }

    /** How much each observation decides its own fitted value, in [0, 1]; they sum to the number of columns. */
    public List<Double> leverages() {
        return list(leverages);
    }

    private boolean isAlone(int i) {
        return leverages[i] > 1 - WHOLE;
    }

    /** How far all fitted values move when an observation is left out, in units of p·s²; 0 where it alone was fitted by a column, for the others stay. */
    public List<Double> cooksDistances() {
        var distances = new double[design.rows()];
        double unit = coefficients.size() * residualVariance();
        for (int i = 0; i < distances.length; i++) {
            if (isAlone(i) || unit == 0) continue;
            double deleted = residuals[i] / (1 - leverages[i]);
            distances[i] = deleted * deleted * leverages[i] / unit;
        }
        return list(distances);
    }

    /** By how much a column's likeness to the others raises the variance of its coefficient: 1 where it has none; not asked of the intercept. */
    public double varianceInflation(String column) {
        int j = index(column);
        new Check()
                .that(
                        !(design.hasIntercept() && j == 0),
                        "column",
                        "another than the intercept",
                        column,
                        "A constant has no variance to inflate.")
                .done();
        return variation(design.column(j)) * inverse[j].dot(inverse[j], 0).value();
    }

    /** The response that a row of the design's columns would have. */
    public double predicted(double... row) {
        return row(row).dot(coefficients, 0).value();
    }

    /** The leverage that a row would have: above the greatest of the sample, it is extrapolated. */
    public double leverageAt(double... row) {
        var at = row(row);
        var sum = new NeumaierSum();
        for (int k = 0; k < at.size(); k++) {
            var component = Pair.ZERO;
            for (int j = 0; j <= k; j++)
                component = component.plus(inverse[j].at(k).times(at.at(j)));
            sum.add(component.value() * component.value());
        }
        return sum.value();
    }

    /** Standard error of one new response at a row: s·√(1 + h). */
    public double predictionError(double... row) {
        return residualDeviation() * Math.sqrt(1 + leverageAt(row));
    }

    private PairVector row(double... row) {
        new Check()
                .that(
                        row.length == coefficients.size(),
                        "row",
                        "one number per column, " + coefficients.size(),
                        row.length,
                        "Give them in the order of names().")
                .done();
        return PairVector.of(row);
    }

    private static List<Double> list(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
