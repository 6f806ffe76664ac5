package org.dataassay.valuation.numeric;

import java.util.Arrays;

/** Numbers of twice the precision side by side. Mutable, for one thread. */
final class PairVector {

    private final double[] high;
    private final double[] low;

    private PairVector(double[] high, double[] low) {
        this.high = high;
        this.low = low;
    }

    PairVector(int size) {
        this(new double[size], new double[size]);
    }

    static PairVector of(double... values) {
        return new PairVector(values.clone(), new double[values.length]);
    }

    PairVector copy() {
        return new PairVector(high.clone(), low.clone());
    }

    int size() {
        return high.length;
    }

    Pair at(int i) {
        return new Pair(high[i], low[i]);
    }

    void set(int i, Pair value) {
        high[i] = value.high();
        low[i] = value.low();
    }

    double value(int i) {
        return high[i] + low[i];
    }

    double[] values() {
        var values = new double[size()];
        Arrays.setAll(values, this::value);
        return values;
    }

    double greatest() {
        double most = 0;
        for (double v : high) most = Math.max(most, Math.abs(v));
        return most;
    }

    /** Every element times a power of two, which is exact. */
    PairVector scaled(int exponent) {
        var copy = copy();
        for (int i = 0; i < size(); i++) {
            copy.high[i] = Math.scalb(high[i], exponent);
            copy.low[i] = Math.scalb(low[i], exponent);
        }
        return copy;
    }

    /** Element by element. */
    PairVector times(PairVector other) {
        var product = new PairVector(size());
        for (int i = 0; i < size(); i++) product.set(i, at(i).times(other.at(i)));
        return product;
    }

    /** Σ this · other over the elements from {@code from} on; error at most n · 2⁻¹⁰⁰ · Σ|this · other|. */
    Pair dot(PairVector other, int from) {
        double sum = 0;
        double rest = 0;
        for (int i = from; i < high.length; i++) {
            double a = high[i];
            double b = other.high[i];
            double product = a * b;
            double error = Pair.productError(a, b, product) + (a * other.low[i] + low[i] * b);
            double next = sum + product;
            double lost = Pair.sumError(sum, product, next) + (rest + error);
            sum = next + lost;
            rest = lost - (sum - next);
        }
        return new Pair(sum, rest);
    }

    /** Adds factor · other to the elements from {@code from} on. */
    void addTimes(Pair factor, PairVector other, int from) {
        double f = factor.high();
        double g = factor.low();
        for (int i = from; i < high.length; i++) {
            double b = other.high[i];
            double product = f * b;
            double error = Pair.productError(f, b, product) + (f * other.low[i] + g * b);
            double next = high[i] + product;
            double lost = Pair.sumError(high[i], product, next) + (low[i] + error);
            high[i] = next + lost;
            low[i] = lost - (high[i] - next);
        }
    }
}
