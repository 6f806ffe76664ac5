package org.dataassay.valuation.option;

import java.util.Arrays;
import java.util.Optional;
import org.dataassay.valuation.numeric.Elementary;

/**
 * An option on the lattice of Cox, Ross and Rubinstein: in each of n steps of Δ = T/n the underlying is multiplied by u = e^h or 1/u, h = σ√Δ, with the probability p = (e^((r − q)Δ) − 1/u) / (u − 1/u) of
 * the former. Backward from the end each node is worth the greater of what waiting and, where allowed, exercise bring. Smoothed, the nodes one step before the end are worth the closed form.
 *
 * <p>The gradient is that of the lattice itself, carried along with the value (forward differentiation); by the strike it follows from homogeneity.
 */
final class Lattice {

    /** S, K, T, σ, r, q, sign, steps. */
    static final int ARGUMENTS = 8;

    static final int MOST_STEPS = 5_000;

    /** Beyond e^±600 the ends of a lattice leave the range of a double. */
    static final double MOST_WIDTH = 600;

    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    /** What the gradient is carried by, in this order. */
    private static final int UNDERLYING = 0;

    private static final int YEARS = 1;
    private static final int VOLATILITY = 2;
    private static final int RATE = 3;
    private static final int YIELD = 4;
    private static final int CARRIED = 5;

    private final double underlying;
    private final double strike;
    private final double years;
    private final double volatility;
    private final double rate;
    private final double yield;
    private final double sign;
    private final int steps;
    private final boolean early;
    private final boolean smoothed;

    private final double step;
    private final double height;
    private final double up;
    private final double discount;

    /** What exercise brings after k − n moves up net, k from 0 to 2n. */
    private final double[] payoff;

    private final double[] spot;

    private Lattice(double[] a, boolean early, boolean smoothed) {
        underlying = a[0];
        strike = a[1];
        years = a[2];
        volatility = a[3];
        rate = a[4];
        yield = a[5];
        sign = a[6];
        steps = (int) a[7];
        this.early = early;
        this.smoothed = smoothed;
        step = years / steps;
        height = volatility * Math.sqrt(step);
        up = Elementary.expm1((rate - yield) * step + height) / Elementary.expm1(2 * height);
        discount = Elementary.exp(-rate * step);
        spot = new double[2 * steps + 1];
        for (int k = 0; k < spot.length; k++) spot[k] = height * (k - steps);
        Elementary.exp(spot, spot, spot.length);
        payoff = new double[spot.length];
        for (int k = 0; k < spot.length; k++) {
            spot[k] *= underlying;
            payoff[k] = sign * (spot[k] - strike);
        }
    }

    /** Empty where there is no such lattice: a number out of range, or a probability outside (0, 1). */
    static Optional<Lattice> of(double[] a, boolean early, boolean smoothed) {
        boolean inRange = a[0] > 0
                && a[1] > 0
                && a[2] > 0
                && a[3] > 0
                && Math.abs(a[6]) == 1
                && a[7] >= 2
                && a[7] <= MOST_STEPS
                && a[7] == Math.rint(a[7])
                && a[3] * Math.sqrt(a[2] * a[7]) <= MOST_WIDTH
                && Double.isFinite(a[0] + a[1] + a[4] + a[5]);
        if (!inRange) return Optional.empty();
        var lattice = new Lattice(a, early, smoothed);
        return lattice.up > 0 && lattice.up < 1 ? Optional.of(lattice) : Optional.empty();
    }

    double value() {
        int last = smoothed ? steps - 1 : steps;
        var value = new double[last + 1];
        var unused = new double[CARRIED];
        for (int j = 0; j <= last; j++) value[j] = atEnd(steps + 2 * j - last, unused, false);
        double rises = discount * up;
        double falls = discount * (1 - up);
        if (early) {
            double[][] exercised = {everySecond(0), everySecond(1)};
            for (int i = last - 1; i >= 0; i--) {
                int lowest = steps - i;
                back(value, i, rises, falls, exercised[lowest & 1], lowest >> 1);
            }
        } else {
            for (int i = last - 1; i >= 0; i--)
                for (int j = 0; j <= i; j++) value[j] = rises * value[j + 1] + falls * value[j];
        }
        return value[0];
    }

    /** One step back; a loop over neighbors, so that it runs on vectors. */
    private static void back(double[] value, int i, double rises, double falls, double[] exercised, int lowest) {
        for (int j = 0; j <= i; j++)
            value[j] = Math.max(rises * value[j + 1] + falls * value[j], exercised[lowest + j]);
    }

    /** What exercise brings, of one parity: the nodes of one step lie two moves apart. */
    private double[] everySecond(int from) {
        var some = new double[(payoff.length - from + 1) / 2];
        for (int m = 0; m < some.length; m++) some[m] = payoff[from + 2 * m];
        return some;
    }

    /** By S, K, T, σ, r, q; 0 by the sign and the number of steps. */
    double[] gradient() {
        int last = smoothed ? steps - 1 : steps;
        var value = new double[last + 1];
        var slopes = new double[last + 1][CARRIED];
        for (int j = 0; j <= last; j++) value[j] = atEnd(steps + 2 * j - last, slopes[j], true);
        var ofUp = slopesOfUp();
        double[] ofDiscount = {0, -rate / steps * discount, 0, -step * discount, 0};
        for (int i = last - 1; i >= 0; i--) {
            for (int j = 0; j <= i; j++) {
                double mean = up * value[j + 1] + (1 - up) * value[j];
                double waiting = discount * mean;
                int k = steps + 2 * j - i;
                if (early && payoff[k] > waiting) {
                    value[j] = payoff[k];
                    exercise(k, slopes[j]);
                } else {
                    double spread = discount * (value[j + 1] - value[j]);
                    for (int x = 0; x < CARRIED; x++)
                        slopes[j][x] = discount * (up * slopes[j + 1][x] + (1 - up) * slopes[j][x])
                                + spread * ofUp[x]
                                + mean * ofDiscount[x];
                    value[j] = waiting;
                }
            }
        }
        var s = slopes[0];
        double byStrike = (value[0] - underlying * s[UNDERLYING]) / strike;
        return new double[] {s[UNDERLYING], byStrike, s[YEARS], s[VOLATILITY], s[RATE], s[YIELD], 0, 0};
    }

    private double[] slopesOfUp() {
        double rise = Elementary.exp((rate - yield) * step + height);
        double square = Elementary.exp(2 * height);
        double over = 1 / (square - 1);
        double byHeight = (rise - 2 * up * square) * over;
        return new double[] {
            0,
            rise * (rate - yield) / steps * over + byHeight * height / (2 * years),
            byHeight * height / volatility,
            rise * step * over,
            -rise * step * over
        };
    }

    /** Slopes of what exercise brings at k: of sign · (S · e^(h · m) − K). */
    private void exercise(int k, double[] slopes) {
        Arrays.fill(slopes, 0);
        moved(k, sign, slopes);
    }

    /** Adds the slopes that a node has because its underlying moves. */
    private void moved(int k, double delta, double[] slopes) {
        double byHeight = delta * spot[k] * (k - steps);
        slopes[UNDERLYING] += delta * spot[k] / underlying;
        slopes[YEARS] += byHeight * height / (2 * years);
        slopes[VOLATILITY] += byHeight * height / volatility;
    }

    /** The value of a node from which nothing is looked back any more. */
    private double atEnd(int k, double[] slopes, boolean withSlopes) {
        double exercised = payoff[k];
        if (!smoothed) {
            if (exercised <= 0) return 0;
            if (withSlopes) exercise(k, slopes);
            return exercised;
        }
        double got = spot[k] * Elementary.exp(-yield * step);
        double paid = strike * discount;
        double d1 = Elementary.log(got / paid) / height + 0.5 * height;
        double d2 = d1 - height;
        double keeps = Elementary.normalCdf(sign * d1);
        double pays = Elementary.normalCdf(sign * d2);
        double closed = sign * (got * keeps - paid * pays);
        if (early && exercised > closed) {
            if (withSlopes) exercise(k, slopes);
            return exercised;
        }
        if (withSlopes) {
            double density = got * INVERSE_ROOT_TWO_PI * Elementary.exp(-0.5 * d1 * d1);
            moved(k, sign * keeps * got / spot[k], slopes);
            slopes[VOLATILITY] += density * height / volatility;
            slopes[YEARS] +=
                    (density * height / (2 * step) + sign * (rate * paid * pays - yield * got * keeps)) / steps;
            slopes[RATE] += sign * step * paid * pays;
            slopes[YIELD] -= sign * step * got * keeps;
        }
        return closed;
    }
}
