package org.dataassay.valuation.numeric;

/**
 * A sum that carries what each addition rounded away: {1e100, 1, −1e100} is 1.
 *
 * <p><b>Numerics</b>  |error| ≤ 2⁻⁵²·|Σx| + n²·2⁻¹⁰⁵·Σ|x|, in the order of addition. An infinity or NaN among the terms gives what plain
 * addition gives.
 *
 * <p>Mutable, for one thread; {@link #add(NeumaierSum)} merges partial sums, which must be done in index order to give the same bits.
 *
 * @see <a href="https://doi.org/10.1002/zamm.19740540106">A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 *     Summen, ZAMM 54 (1974), pages 39–51, method IV</a>
 */
public final class NeumaierSum {

    private double sum;
    private double lost;

    /** The sum of all elements, in order. */
    public static double of(double... values) {
        return of(values, values.length);
    }

    /** The sum of the first n elements, in order. */
    public static double of(double[] values, int n) {
        var total = new NeumaierSum();
        for (int i = 0; i < n; i++) total.add(values[i]);
        return total.value();
    }

    /** Adds one term. */
    public NeumaierSum add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        return this;
    }

    /** Adds what another sum holds. */
    public NeumaierSum add(NeumaierSum other) {
        double otherLost = other.lost;
        add(other.sum);
        lost += otherLost;
        return this;
    }

    /** The sum so far; 0 when nothing was added. */
    public double value() {
        double value = sum + lost;
        return Double.isNaN(value) ? sum : value;
    }
}
