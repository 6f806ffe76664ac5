package org.dataassay.valuation.time;

/** How often in a year a rate's interest is added. Every rate is quoted per year. */
public enum Compounding {
    ANNUAL(1),
    SEMIANNUAL(2),
    QUARTERLY(4),
    MONTHLY(12),
    CONTINUOUS(0);

    private final int timesPerYear;

    Compounding(int timesPerYear) {
        this.timesPerYear = timesPerYear;
    }

    /** The rate at which all money is lost; every rate lies above it. */
    double lowest() {
        return this == CONTINUOUS ? Double.NEGATIVE_INFINITY : -timesPerYear;
    }

    /** ln(1 + effective annual rate) of a rate quoted with this compounding. */
    double force(double rate) {
        if (this == CONTINUOUS) return rate;
        return timesPerYear * StrictMath.log1p(rate / timesPerYear);
    }

    /** The rate quoted with this compounding that has the given force. */
    double rate(double force) {
        if (this == CONTINUOUS) return force;
        return timesPerYear * StrictMath.expm1(force / timesPerYear);
    }
}
