package org.dataassay.valuation.violation;

/** Breaks: never use inexact functions of Math. */
final class UsesMath {
    double discount(double rate, double years) {
        return Math.exp(-rate * years);
    }
}
