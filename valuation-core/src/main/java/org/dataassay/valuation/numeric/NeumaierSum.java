package org.dataassay.valuation.numeric;

/**
 * A sum that keeps what each addition loses: {1e100, 1, −1e100} is 1. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1002/zamm.19740540106">Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974),
 *     39–51</a>
 */
public final class NeumaierSum {

    private double sum;
    private double lost;

    public void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    public double value() {
        return sum + lost;
    }
}
