package org.dataassay.valuation.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * The function f(y) = Σ aᵢ · e^(−y · tᵢ) of one variable, and all its roots: with y = ln(1 + r), the net present value of amounts aᵢ at times tᵢ.
 *
 * <p>The roots are complete, not merely found: the interval of y is cut until every piece is <em>proved</em> to hold none, one, or two roots. On a piece,
 * g(y) = f(y) · e^(c · y), which has the roots of f, and its first two derivatives are bounded by a Taylor polynomial with Lagrange's remainder, widened by the rounding of
 * their own computation. A piece without zero in the bounds of g holds no root; one without zero in those of g′ holds one where the signs at its ends differ; one without
 * zero in those of g″ is convex or concave and holds at most two. What cannot be cut further (three or more roots within the rounding of f) is given as one root. By Descartes' rule for real exponents there are at most {@link #signChanges} roots, counted with multiplicity; a single change is a single
 * root and needs no search.
 *
 * <p>Every term is scaled by the largest of its sum, so amounts and times over hundreds of orders of magnitude neither overflow nor vanish. Immutable.
 *
 * @see "G. J. O. Jameson, Counting zeros of generalised polynomials: Descartes' rule of signs and Laguerre's extensions, Mathematical Gazette 90 (2006), 223–234"
 */
public final class ExponentialSum {

    /** Roots are sought from here: below, 1 + r is lost in the rounding of r. */
    public static final double LOWEST = -36;

    /** Roots are sought up to here: above, r is no double. */
    public static final double HIGHEST = 700;

    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int MOST_PIECES = 200_000;
    private static final int BOUND_STEPS = 40;
    /** Terms of a Taylor polynomial. */
    private static final int ORDER = 16;
    /** A piece narrower than this share of its place is not cut further. */
    private static final double NARROWEST = 1e-12;
    /** Where a piece is cut; the first place at which the sign of f is certain. */
    private static final double[] CUTS = {0.5, 0.4375, 0.5625, 0.375, 0.625, 0.3125, 0.6875};

    /** Tolerance of a root: it only matters for one at 0, which has no last bit. */
    private static final double FINEST = 0x1p-70;

    private final double[] signs;
    /** ln |a|. */
    private final double[] sizes;
    /** From the earliest time, ascending. */
    private final double[] times;

    /**
     * A root.
     *
     * @param y where f is zero
     * @param crosses whether f changes sign there; otherwise it touches zero, and a change in the last digits of an amount makes two roots of it or none
     */
    public record Root(double y, boolean crosses) {}

    private ExponentialSum(double[] amounts, double[] times) {
        int n = amounts.length;
        this.signs = new double[n];
        this.sizes = new double[n];
        this.times = times;
        for (int i = 0; i < n; i++) {
            signs[i] = Math.signum(amounts[i]);
            sizes[i] = Elementary.log(Math.abs(amounts[i]));
        }
    }

    /**
     * The sum of a term per amount, in any order; amounts of one time are added up, amounts of zero left out.
     *
     * @param amounts finite
     * @param times finite, as many
     */
    public static ExponentialSum of(double[] amounts, double[] times) {
        new Check()
                .that(
                        amounts.length == times.length,
                        "times",
                        "as many as the amounts, " + amounts.length,
                        times.length,
                        "Give each amount its time.")
                .that(
                        Arrays.stream(amounts).allMatch(Double::isFinite),
                        "amounts",
                        "finite",
                        "not",
                        "Check the amounts.")
                .that(Arrays.stream(times).allMatch(Double::isFinite), "times", "finite", "not", "Check the times.")
                .done();
        var order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> times[i]))
                .toList();
        var a = new double[amounts.length];
        var t = new double[amounts.length];
        int n = 0;
        for (int k = 0; k < order.size(); ) {
            double time = times[order.get(k)];
            double sum = 0;
            for (; k < order.size() && times[order.get(k)] == time; k++) sum += amounts[order.get(k)];
            if (sum == 0) continue;
            a[n] = sum;
            t[n] = time;
            n++;
        }
        for (int i = n - 1; i >= 0; i--) t[i] -= t[0];
        return new ExponentialSum(Arrays.copyOf(a, n), Arrays.copyOf(t, n));
    }

    /** How often the amounts change sign in the order of time. */
    public int signChanges() {
        int changes = 0;
        for (int i = 1; i < signs.length; i++) if (signs[i] != signs[i - 1]) changes++;
        return changes;
    }

    /**
     * Every root in [{@link #LOWEST}, {@link #HIGHEST}], ascending.
     *
     * @throws ValuationFailedException NO_CONVERGENCE where the search takes more than {@value #MOST_PIECES} pieces
     */
    public List<Root> roots() {
        int changes = signChanges();
        if (changes == 0) return List.of();
        double low = lowerBound();
        double high = upperBound();
        if (!(low < high)) return List.of();
        if (changes == 1) {
            return balance(low) * balance(high) <= 0 ? List.of(crossing(low, high)) : List.of();
        }
        return new Search().roots(low, high);
    }

    /** |f| over Σ|a| · e^(−y · t), which is what a root must make small whatever the size of the amounts. */
    public double relativeResidual(double y) {
        return Math.abs(balance(y));
    }

    /** f over Σ|a| · e^(−y · t): between −1 and 1, with the sign and the roots of f. */
    private double balance(double y) {
        double largest = largest(y);
        double sum = 0;
        double size = 0;
        for (int i = 0; i < times.length; i++) {
            double term = Elementary.exp(sizes[i] - y * times[i] - largest);
            sum += signs[i] * term;
            size += term;
        }
        return sum / size;
    }

    private double largest(double y) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < times.length; i++) largest = Math.max(largest, sizes[i] - y * times[i]);
        return largest;
    }

    /** Bound of the relative error of a sum of terms whose exponents are at most so large. */
    private double rounding(double y) {
        double exponent = 0;
        for (int i = 0; i < times.length; i++)
            exponent = Math.max(exponent, Math.abs(sizes[i]) + Math.abs(y * times[i]));
        return (times.length + 16 + 4 * exponent) * UNIT_ROUNDOFF;
    }

    /** −1, 1, or 0 where rounding hides the sign. */
    private double certainSign(double y) {
        double balance = balance(y);
        return Math.abs(balance) > rounding(y) ? Math.signum(balance) : 0;
    }

    /** Above it the earliest amount outweighs all of the other sign. */
    private double upperBound() {
        return bound(true);
    }

    /** Below it the latest amount outweighs all of the other sign. */
    private double lowerBound() {
        return bound(false);
    }

    /** By bisection of a monotone sum, on the side where it is below 1. */
    private double bound(boolean upper) {
        double inside = upper ? LOWEST : HIGHEST;
        double outside = upper ? HIGHEST : LOWEST;
        if (outweighed(outside, upper) >= 1) return outside;
        if (outweighed(inside, upper) < 1) return inside;
        for (int i = 0; i < BOUND_STEPS; i++) {
            double middle = 0.5 * (inside + outside);
            if (outweighed(middle, upper) < 0.999) outside = middle;
            else inside = middle;
        }
        return outside;
    }

    private double outweighed(double y, boolean byFirst) {
        int heavy = byFirst ? 0 : times.length - 1;
        double sum = 0;
        for (int i = 0; i < times.length; i++)
            if (signs[i] != signs[heavy])
                sum += Elementary.exp(sizes[i] - sizes[heavy] - y * (times[i] - times[heavy]));
        return sum;
    }

    private Root crossing(double low, double high) {
        return new Root(Brent.root(this::balance, low, high, FINEST, Brent.MOST_ITERATIONS), true);
    }

    /** One search; keeps the bounds of the piece it looks at. */
    private final class Search {

        private final List<Root> found = new ArrayList<>();
        private int pieces;
        private double center;
        private double value;
        private double valueReach;
        private double slope;
        private double slopeReach;
        private double curvature;
        private double curvatureReach;

        private List<Root> roots(double low, double high) {
            search(low, sign(low), high, sign(high));
            return List.copyOf(found);
        }

        private double sign(double y) {
            double certain = certainSign(y);
            return certain != 0 ? certain : Math.signum(balance(y));
        }

        private void search(double low, double atLow, double high, double atHigh) {
            if (++pieces > MOST_PIECES)
                throw ValuationFailedException.of(
                        ValuationError.NO_CONVERGENCE,
                        "the search for all rates",
                        MOST_PIECES + " pieces were not enough, the last from " + Plain.of(low) + " to "
                                + Plain.of(high),
                        "Merge flows that lie close together.");
            enclose(low, high);
            if (Math.abs(value) > valueReach) return;
            if (Math.abs(slope) > slopeReach) {
                if (atLow != atHigh) found.add(crossing(low, high));
                return;
            }
            if (Math.abs(curvature) > curvatureReach) {
                bent(low, atLow, high, atHigh);
                return;
            }
            double width = high - low;
            if (width > NARROWEST * Math.max(1, Math.abs(low) + Math.abs(high))) {
                for (double cut : CUTS) {
                    double middle = low + cut * width;
                    double atMiddle = certainSign(middle);
                    if (atMiddle == 0) continue;
                    search(low, atLow, middle, atMiddle);
                    search(middle, atMiddle, high, atHigh);
                    return;
                }
            }
            found.add(atLow != atHigh ? crossing(low, high) : new Root(flattest(low, high), false));
        }

        /** A convex or concave piece. */
        private void bent(double low, double atLow, double high, double atHigh) {
            if (atLow != atHigh) {
                found.add(crossing(low, high));
                return;
            }
            double c = center;
            if (slopeAt(low, c) * slopeAt(high, c) >= 0) return;
            double turn = Brent.root(y -> slopeAt(y, c), low, high, FINEST, Brent.MOST_ITERATIONS);
            double atTurn = certainSign(turn);
            if (atTurn == atLow) return;
            if (atTurn == 0) {
                found.add(new Root(turn, false));
                return;
            }
            found.add(crossing(low, turn));
            found.add(crossing(turn, high));
        }

        /** Where |f| is least on a fine grid: the place of a root that touches and cannot be told apart from its surroundings. */
        private double flattest(double low, double high) {
            double best = low;
            for (int i = 0; i <= 64; i++) {
                double y = low + (high - low) * i / 64;
                if (relativeResidual(y) < relativeResidual(best)) best = y;
            }
            return best;
        }

        /** Derivative of g, over Σ|terms|. */
        private double slopeAt(double y, double c) {
            double largest = largest(y);
            double sum = 0;
            double size = 0;
            for (int i = 0; i < times.length; i++) {
                double term = Elementary.exp(sizes[i] - y * times[i] - largest);
                sum -= signs[i] * (times[i] - c) * term;
                size += term;
            }
            return sum / size;
        }

        /**
         * Bounds of g, g′ · h and g″ · h² / 2 over a piece of half width h, from the Taylor polynomial at its middle and Lagrange's remainder; infinite or not numbers
         * where the piece is too wide to say.
         */
        private void enclose(double low, double high) {
            double m = 0.5 * (low + high);
            double half = 0.5 * (high - low);
            center = center(m);
            double largest = largest(m);
            var taylor = new double[ORDER];
            double remainder = 0;
            double size = 0;
            double slopeSize = 0;
            double curvatureSize = 0;
            for (int i = 0; i < times.length; i++) {
                double weight = Elementary.exp(sizes[i] - m * times[i] - largest);
                double x = (center - times[i]) * half;
                double term = weight;
                for (int j = 0; j < ORDER; j++) {
                    taylor[j] += signs[i] * term;
                    term *= x / (j + 1);
                }
                double widest = Elementary.exp(Math.abs(x));
                remainder += Math.abs(term) * widest;
                size += weight * widest;
                slopeSize += weight * widest * Math.abs(x);
                curvatureSize += 0.5 * weight * widest * x * x;
            }
            double reach = remainder;
            double slopeReach = ORDER * remainder;
            double curvatureReach = 0.5 * ORDER * (ORDER - 1) * remainder;
            for (int j = 1; j < ORDER; j++) {
                double one = Math.abs(taylor[j]);
                reach += one;
                if (j > 1) slopeReach += j * one;
                if (j > 2) curvatureReach += 0.5 * j * (j - 1) * one;
            }
            double error = rounding(Math.max(Math.abs(low), Math.abs(high)));
            value = taylor[0];
            valueReach = reach + error * size;
            slope = taylor[1];
            this.slopeReach = slopeReach + error * slopeSize;
            curvature = taylor[2];
            this.curvatureReach = curvatureReach + error * curvatureSize;
        }

        /** Mean of the times, weighted by the sizes of their terms: around it g is flattest. */
        private double center(double y) {
            double largest = largest(y);
            double weights = 0;
            double weighted = 0;
            for (int i = 0; i < times.length; i++) {
                double weight = Elementary.exp(sizes[i] - y * times[i] - largest);
                weights += weight;
                weighted += weight * times[i];
            }
            return weighted / weights;
        }
    }
}
