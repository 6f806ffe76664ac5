package org.dataassay.valuation.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to more than 40 digits, by series; for tests only. */
final class Decimals {

    static final MathContext CONTEXT = new MathContext(50);
    private static final BigDecimal TINY = new BigDecimal("1e-52");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    static final BigDecimal LN_2 = logNearOne(TWO);
    private static final BigDecimal ROOT_TWO_PI = rootTwoPi();

    private Decimals() {}

    static BigDecimal of(double x) {
        return new BigDecimal(x);
    }

    /** exp by halving the argument below 2^-10 after taking out powers of two, then its Taylor series. */
    static BigDecimal exp(BigDecimal x) {
        int k = x.divide(LN_2, CONTEXT).setScale(0, RoundingMode.HALF_EVEN).intValueExact();
        var context = new MathContext(60);
        var r = x.subtract(LN_2.multiply(BigDecimal.valueOf(k)), context).divide(BigDecimal.valueOf(1024), context);
        var sum = BigDecimal.ONE;
        var term = BigDecimal.ONE;
        for (int i = 1; term.abs().compareTo(TINY) > 0 && term.signum() != 0; i++) {
            term = term.multiply(r, context).divide(BigDecimal.valueOf(i), context);
            sum = sum.add(term, context);
        }
        for (int i = 0; i < 10; i++) sum = sum.multiply(sum, context);
        return k >= 0 ? sum.multiply(TWO.pow(k), CONTEXT) : sum.divide(TWO.pow(-k), CONTEXT);
    }

    /** log by powers of two, and 2·artanh((m − 1)/(m + 1)) for m near 1. */
    static BigDecimal log(BigDecimal x) {
        int k = Math.getExponent(x.doubleValue());
        if (x.doubleValue() < Double.MIN_NORMAL) k = Math.getExponent(x.doubleValue() * 0x1p54) - 54;
        var m = k >= 0 ? x.divide(TWO.pow(k)) : x.multiply(TWO.pow(-k));
        if (m.doubleValue() > 1.4142) {
            m = m.divide(TWO);
            k++;
        }
        return LN_2.multiply(BigDecimal.valueOf(k)).add(logNearOne(m), new MathContext(60));
    }

    private static BigDecimal logNearOne(BigDecimal m) {
        var context = new MathContext(64);
        if (m.compareTo(BigDecimal.ONE) == 0) return BigDecimal.ZERO;
        var t = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), context);
        var t2 = t.multiply(t, context);
        var sum = BigDecimal.ZERO;
        var power = t;
        var limit = t.abs().multiply(new BigDecimal("1e-58"));
        for (int i = 1; power.abs().compareTo(limit) > 0; i += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(i), context), context);
            power = power.multiply(t2, context);
        }
        return sum.multiply(TWO, context);
    }

    /** Φ: a series of positive terms near 0, Laplace's continued fraction in the tails. */
    static BigDecimal normalCdf(double x) {
        var y = of(Math.abs(x));
        var square = y.multiply(y);
        var density = exp(square.negate().divide(TWO)).divide(ROOT_TWO_PI, CONTEXT);
        BigDecimal tail;
        if (y.doubleValue() < 6) {
            var context = new MathContext(70);
            var sum = y;
            var term = y;
            for (int i = 3; term.compareTo(new BigDecimal("1e-60")) > 0; i += 2) {
                term = term.multiply(square, context).divide(BigDecimal.valueOf(i), context);
                sum = sum.add(term, context);
            }
            tail = new BigDecimal("0.5").subtract(sum.multiply(density, context));
        } else {
            var fraction = y;
            for (int i = 400; i >= 1; i--)
                fraction = y.add(BigDecimal.valueOf(i).divide(fraction, CONTEXT), CONTEXT);
            tail = density.divide(fraction, CONTEXT);
        }
        return x > 0 ? BigDecimal.ONE.subtract(tail) : tail;
    }

    static BigDecimal normalDensity(double x) {
        return exp(of(x).multiply(of(x)).negate().divide(TWO)).divide(ROOT_TWO_PI, CONTEXT);
    }

    /** √(2π), π by Machin's formula. */
    private static BigDecimal rootTwoPi() {
        var pi = arctan(5).multiply(BigDecimal.valueOf(16)).subtract(arctan(239).multiply(BigDecimal.valueOf(4)));
        return pi.multiply(TWO).sqrt(new MathContext(60));
    }

    private static BigDecimal arctan(int inverse) {
        var context = new MathContext(66);
        var sum = BigDecimal.ZERO;
        var power = BigDecimal.ONE.divide(BigDecimal.valueOf(inverse), context);
        for (int i = 1; power.compareTo(new BigDecimal("1e-64")) > 0; i += 2) {
            var term = power.divide(BigDecimal.valueOf(i), context);
            sum = i % 4 == 1 ? sum.add(term, context) : sum.subtract(term, context);
            power = power.divide(BigDecimal.valueOf((long) inverse * inverse), context);
        }
        return sum;
    }

    /** Error of a double in units in the last place of the true value. */
    static double ulps(double actual, BigDecimal exact) {
        double near = exact.doubleValue();
        if (Double.isInfinite(actual) || Double.isInfinite(near)) return actual == near ? 0 : Double.POSITIVE_INFINITY;
        return of(actual)
                .subtract(exact)
                .divide(of(Math.ulp(near)), new MathContext(10))
                .abs()
                .doubleValue();
    }
}
