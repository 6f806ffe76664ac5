package org.dataassay.valuation.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The least-squares solution as fractions of whole numbers, by the normal equations: slow and exact; for tests only. */
final class ExactLeastSquares {

    private record Fraction(BigInteger numerator, BigInteger denominator) {

        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
        static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

        static Fraction of(BigInteger numerator, BigInteger denominator) {
            var divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) divisor = divisor.negate();
            return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
        }

        static Fraction of(BigDecimal value) {
            var unscaled = value.unscaledValue();
            return value.scale() >= 0
                    ? of(unscaled, BigInteger.TEN.pow(value.scale()))
                    : of(unscaled.multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE);
        }

        Fraction minus(Fraction other) {
            return of(
                    numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Fraction times(Fraction other) {
            return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
        }

        Fraction dividedBy(Fraction other) {
            return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
        }

        BigDecimal decimal() {
            return new BigDecimal(numerator).divide(new BigDecimal(denominator), new MathContext(60));
        }
    }

    final double[] coefficients;
    final double[] standardErrors;
    final double residualSumOfSquares;

    /** @param x columns */
    ExactLeastSquares(BigDecimal[][] x, BigDecimal[] y) {
        int p = x.length;
        int n = y.length;
        var system = new Fraction[p][2 * p + 1];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                system[i][j] = Fraction.of(dot(x[i], x[j]));
                system[i][p + 1 + j] = i == j ? Fraction.ONE : Fraction.ZERO;
            }
            system[i][p] = Fraction.of(dot(x[i], y));
        }
        for (int k = 0; k < p; k++) eliminate(system, k);
        var rss = Fraction.of(dot(y, y));
        coefficients = new double[p];
        standardErrors = new double[p];
        for (int j = 0; j < p; j++) {
            coefficients[j] = system[j][p].decimal().doubleValue();
            rss = rss.minus(system[j][p].times(Fraction.of(dot(x[j], y))));
        }
        residualSumOfSquares = rss.decimal().doubleValue();
        var variance = rss.dividedBy(Fraction.of(BigDecimal.valueOf(n - p)));
        for (int j = 0; j < p; j++)
            standardErrors[j] = variance.times(system[j][p + 1 + j])
                    .decimal()
                    .sqrt(new MathContext(40))
                    .doubleValue();
    }

    private static void eliminate(Fraction[][] system, int k) {
        var pivot = system[k][k];
        for (int c = 0; c < system[k].length; c++) system[k][c] = system[k][c].dividedBy(pivot);
        for (int r = 0; r < system.length; r++) {
            if (r == k) continue;
            var factor = system[r][k];
            for (int c = 0; c < system[r].length; c++) system[r][c] = system[r][c].minus(factor.times(system[k][c]));
        }
    }

    private static BigDecimal dot(BigDecimal[] a, BigDecimal[] b) {
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) sum = sum.add(a[i].multiply(b[i]));
        return sum;
    }
}
