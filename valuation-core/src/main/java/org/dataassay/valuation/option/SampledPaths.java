package org.dataassay.valuation.option;

import org.dataassay.valuation.numeric.CounterRandom;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.option.LongstaffSchwartzFacts.PayoffOn;

/**
 * Paths of an underlying in units of the strike, in mirrored pairs, walked forward and back: a step is a function of seed, stream, date and pair, so it is drawn again instead of kept.
 *
 * <p>Path 2i takes the steps of pair i, path 2i + 1 their mirror image.
 */
final class SampledPaths {

    private final int pairs;
    private final long seed;
    private final long stream;
    private final double start;
    private final double drift;
    private final double scale;
    private final boolean averages;

    private final double[] walk;
    private final double[] step;
    private final double[] spot;
    private final double[] sum;
    private int date;

    SampledPaths(int paths, long seed, long stream, double start, double drift, double scale, PayoffOn payoffOn) {
        this.pairs = paths / 2;
        this.seed = seed;
        this.stream = stream;
        this.start = start;
        this.drift = drift;
        this.scale = scale;
        averages = payoffOn == PayoffOn.AVERAGE;
        walk = new double[pairs];
        step = new double[pairs];
        spot = new double[paths];
        sum = new double[averages ? paths : 0];
    }

    void forward() {
        date++;
        draw();
        for (int i = 0; i < pairs; i++) walk[i] += step[i];
        look();
        if (averages) for (int k = 0; k < spot.length; k++) sum[k] += spot[k];
    }

    void back() {
        if (averages) for (int k = 0; k < spot.length; k++) sum[k] -= spot[k];
        draw();
        for (int i = 0; i < pairs; i++) walk[i] -= step[i];
        date--;
        look();
    }

    private void draw() {
        CounterRandom.fill(seed, stream, (long) date * pairs, step, pairs);
        Elementary.normalQuantile(step, step, pairs);
    }

    private void look() {
        double center = drift * date;
        for (int i = 0; i < pairs; i++) {
            spot[2 * i] = center + scale * walk[i];
            spot[2 * i + 1] = center - scale * walk[i];
        }
        Elementary.exp(spot, spot, spot.length);
        for (int k = 0; k < spot.length; k++) spot[k] *= start;
    }

    /** S/K. */
    double spot(int path) {
        return spot[path];
    }

    /** What the payoff is reckoned on, over K. */
    double reckoned(int path) {
        return averages ? sum[path] / date : spot[path];
    }
}
