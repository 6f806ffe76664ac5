package org.dataassay.valuation.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * Finds where a continuous function of one variable is zero, between two points where its signs differ.
 *
 * <p>Brent's method: inverse quadratic interpolation or the secant where they shrink the bracket fast enough, bisection where not; it
 * cannot fail on a bracket, and its answer depends on nothing but its arguments.
 *
 * @see <a href="https://maths-people.anu.edu.au/~brent/pub/pub011.html">R. P. Brent, Algorithms for Minimization without Derivatives,
 *     1973, chapter 4, procedure zero</a>
 */
public final class Brent {

    /** Iterations allowed where none are given. */
    public static final int MOST_ITERATIONS = 500;

    private Brent() {}

    /**
     * The root of {@code f} in [low, high], to the last bits, in at most {@link #MOST_ITERATIONS}. A multiple root at 0 has no last bit: give a
     * tolerance there.
     */
    public static double root(DoubleUnaryOperator f, double low, double high) {
        return root(f, low, high, 0, MOST_ITERATIONS);
    }

    /**
     * The root of {@code f} in [low, high].
     *
     * @param tolerance the root is off by at most this and two units in the last place; at least 0
     * @param iterations most evaluations of the function after the two at the ends
     * @throws ValuationFailedException NO_CONVERGENCE, with the last bracket, where the ends have the same sign, a value is not finite or
     *     the iterations are used up
     */
    public static double root(DoubleUnaryOperator f, double low, double high, double tolerance, int iterations) {
        new Check()
                .that(
                        low <= high && high - low < Double.POSITIVE_INFINITY,
                        "bracket",
                        "two finite numbers in order",
                        bracket(low, high),
                        "Give the lower end first.")
                .that(
                        tolerance >= 0 && tolerance < 1,
                        "tolerance",
                        "in [0, 1)",
                        tolerance,
                        "Give an absolute tolerance.")
                .that(iterations >= 1, "iterations", "at least 1", iterations, "Give an iteration limit.")
                .done();
        return root(f, low, value(f, low, low, high), high, value(f, high, low, high), tolerance, iterations);
    }

    /**
     * Every root that a change of sign between neighbors of {@code intervals} + 1 equally spaced points betrays, in ascending order. Roots
     * that lie in pairs within one interval, or touch zero without crossing, are not seen, unless one is a point of the grid.
     */
    public static List<Double> allRoots(DoubleUnaryOperator f, double low, double high, int intervals) {
        new Check()
                .that(
                        low < high && high - low < Double.POSITIVE_INFINITY,
                        "bracket",
                        "two finite numbers in ascending order",
                        bracket(low, high),
                        "Give the lower end first.")
                .that(intervals >= 1, "intervals", "at least 1", intervals, "Say how finely to scan.")
                .done();
        var roots = new ArrayList<Double>();
        double left = low;
        double atLeft = value(f, left, low, high);
        if (atLeft == 0) roots.add(left);
        for (int i = 1; i <= intervals; i++) {
            double right = i == intervals ? high : low + (high - low) * i / intervals;
            double atRight = value(f, right, low, high);
            if (atRight == 0) {
                roots.add(right);
            } else if (atLeft != 0 && (atLeft < 0) != (atRight < 0)) {
                roots.add(root(f, left, atLeft, right, atRight, 0, MOST_ITERATIONS));
            }
            left = right;
            atLeft = atRight;
        }
        return List.copyOf(roots);
    }

    private static double root(
            DoubleUnaryOperator f,
            double low,
            double atLow,
            double high,
            double atHigh,
            double tolerance,
            int iterations) {
        if (atLow == 0) return low;
        if (atHigh == 0) return high;
        if ((atLow < 0) == (atHigh < 0)) {
            throw failed(
                    low,
                    high,
                    "the function has the same sign at both ends, " + Plain.of(atLow) + " and " + Plain.of(atHigh),
                    "Widen the bracket.");
        }
        double a = low;
        double fa = atLow;
        double b = high; // the best so far
        double fb = atHigh;
        double c = a; // f has the other sign there
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int i = 0; i <= iterations; i++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                fa = fb;
                b = c;
                fb = fc;
                c = a;
                fc = fa;
            }
            double close = Math.ulp(b) + 0.5 * tolerance;
            double half = 0.5 * (c - b);
            if (Math.abs(half) <= close || fb == 0) return b;
            if (i == iterations) break;
            double p = 0;
            double q = 1;
            boolean interpolate = Math.abs(before) >= close && Math.abs(fa) > Math.abs(fb);
            if (interpolate) {
                double s = fb / fa;
                if (a == c) {
                    p = 2 * half * s;
                    q = 1 - s;
                } else {
                    double r = fb / fc;
                    double t = fa / fc;
                    p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
                    q = (t - 1) * (r - 1) * (s - 1);
                }
                if (p > 0) q = -q;
                p = Math.abs(p);
                interpolate = 2 * p < Math.min(3 * half * q - Math.abs(close * q), Math.abs(before * q));
            }
            if (interpolate) {
                before = step;
                step = p / q;
            } else {
                step = half;
                before = half;
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > close ? step : half > 0 ? close : -close;
            fb = value(f, b, Math.min(a, c), Math.max(a, c));
            if ((fb > 0) == (fc > 0)) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }
        throw failed(
                Math.min(b, c),
                Math.max(b, c),
                iterations + " iterations were not enough",
                "Raise the iteration limit or the tolerance.");
    }

    private static double value(DoubleUnaryOperator f, double x, double low, double high) {
        double value = f.applyAsDouble(x);
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            throw failed(
                    low,
                    high,
                    "the function is " + value + " at " + Plain.of(x),
                    "Choose a bracket where it is finite.");
        }
        return value;
    }

    private static ValuationFailedException failed(double low, double high, String why, String remedy) {
        return ValuationFailedException.of(
                ValuationError.NO_CONVERGENCE, "root", why + "; the last bracket is " + bracket(low, high), remedy);
    }

    private static String bracket(double low, double high) {
        return "[" + Plain.of(low) + ", " + Plain.of(high) + "]";
    }
}
