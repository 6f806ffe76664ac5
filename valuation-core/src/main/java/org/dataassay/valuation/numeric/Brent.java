package org.dataassay.valuation.numeric;

import java.util.function.DoubleUnaryOperator;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * A root inside a bracket, to the last bits: bisection, secant and inverse quadratic steps.
 *
 * @see <a href="https://maths-people.anu.edu.au/~brent/pub/pub011.html">Brent, Algorithms for Minimization without Derivatives (1973), chapter 4</a>
 */
public final class Brent {

    private static final int MOST_STEPS = 500;

    private Brent() {}

    /**
     * The root of a continuous function in [low, high].
     *
     * @throws ValuationFailedException where the signs at the ends do not differ, or the function is not a number in between
     */
    public static double root(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa == 0) return a;
        if (fb == 0) return b;
        if (!(fa < 0 && fb > 0 || fa > 0 && fb < 0)) throw failed(low, high, "the signs at the ends do not differ");
        double c = a;
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double tolerance = Math.ulp(b);
            double middle = 0.5 * (c - b);
            if (Math.abs(middle) <= tolerance || fb == 0) return b;
            if (Math.abs(before) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
                double s = fb / fa;
                double p;
                double q;
                if (a == c) {
                    p = 2 * middle * s;
                    q = 1 - s;
                } else {
                    double t = fa / fc;
                    double r = fb / fc;
                    p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1));
                    q = (t - 1) * (r - 1) * (s - 1);
                }
                if (p > 0) q = -q;
                else p = -p;
                if (2 * p < Math.min(3 * middle * q - Math.abs(tolerance * q), Math.abs(before * q))) {
                    before = step;
                    step = p / q;
                } else {
                    step = middle;
                    before = middle;
                }
            } else {
                step = middle;
                before = middle;
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > tolerance ? step : middle > 0 ? tolerance : -tolerance;
            fb = f.applyAsDouble(b);
            if (Double.isNaN(fb))
                throw failed(Math.min(a, c), Math.max(a, c), "the function is not a number at " + Plain.of(b));
        }
        throw failed(Math.min(b, c), Math.max(b, c), "no end after " + MOST_STEPS + " steps");
    }

    private static ValuationFailedException failed(double low, double high, String why) {
        return ValuationFailedException.of(
                ValuationError.NO_CONVERGENCE,
                "root",
                why + ", bracket [" + Plain.of(low) + ", " + Plain.of(high) + "]",
                "Widen the bracket, or check the inputs.");
    }
}
