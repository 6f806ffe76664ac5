package org.dataassay.valuation.numeric;

/**
 * A number of twice the precision: the unevaluated sum of two doubles, the second at most half a unit in the last place of the first.
 *
 * <p><b>Numerics</b> sums, products, quotients and roots have a relative error of a few 2⁻¹⁰⁴ (T. J. Dekker, Numerische Mathematik 18 (1971) 224); products of doubles beyond 2⁹⁹⁵ overflow, hence scale first
 */
record Pair(double high, double low) {

    static final Pair ZERO = new Pair(0, 0);
    static final Pair ONE = new Pair(1, 0);

    private static final double SPLITTER = 0x1.0000002p27; // 2^27 + 1

    static Pair of(double value) {
        return new Pair(value, 0);
    }

    /** a + b, where b is small beside a. */
    private static Pair normalized(double a, double b) {
        double sum = a + b;
        return new Pair(sum, b - (sum - a));
    }

    /** What rounding took from the sum of two doubles. */
    static double sumError(double a, double b, double sum) {
        double partOfB = sum - a;
        return (a - (sum - partOfB)) + (b - partOfB);
    }

    /** What rounding took from the product of two doubles. */
    static double productError(double a, double b, double product) {
        double t = SPLITTER * a;
        double aHigh = t - (t - a);
        double aLow = a - aHigh;
        t = SPLITTER * b;
        double bHigh = t - (t - b);
        double bLow = b - bHigh;
        return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    }

    Pair plus(Pair other) {
        double sum = high + other.high;
        double lows = low + other.low;
        var first = normalized(sum, sumError(high, other.high, sum) + lows);
        return normalized(first.high, first.low + sumError(low, other.low, lows));
    }

    Pair minus(Pair other) {
        return plus(other.negated());
    }

    Pair negated() {
        return new Pair(-high, -low);
    }

    Pair times(Pair other) {
        double product = high * other.high;
        return normalized(product, productError(high, other.high, product) + (high * other.low + low * other.high));
    }

    Pair dividedBy(Pair other) {
        double first = high / other.high;
        var rest = minus(other.times(of(first)));
        double second = rest.high / other.high;
        rest = rest.minus(other.times(of(second)));
        return normalized(first, second).plus(of(rest.high / other.high));
    }

    /** The root of a number that is not below zero. */
    Pair sqrt() {
        if (high <= 0) return ZERO;
        double root = Math.sqrt(high);
        double correction = minus(of(root).times(of(root))).high / (2 * root);
        return normalized(root, correction);
    }

    Pair abs() {
        return high < 0 ? negated() : this;
    }

    /** As one double. */
    double value() {
        return high + low;
    }
}
