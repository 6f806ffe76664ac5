package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A stretch of numbers laid on a stretch of a drawing, with round numbers to mark it. */
record Span(double low, double high, double from, double to) {

    /** The stretch from the least to the largest value, widened a little where all are the same. */
    static Span over(DoubleStream values, double from, double to) {
        var stats = values.summaryStatistics();
        double low = stats.getMin();
        double high = stats.getMax();
        if (!(high > low)) {
            double pad = low == 0 ? 1 : Math.abs(low) * 0.5;
            return new Span(low - pad, high + pad, from, to);
        }
        return new Span(low, high, from, to);
    }

    /** The same stretch of numbers, widened by a share of itself on either side. */
    Span widened(double share) {
        double pad = (high / 2 - low / 2) * 2 * share;
        return new Span(low - pad, high + pad, from, to);
    }

    /** The same stretch, widened to round numbers on either side. */
    Span rounded(int most) {
        var ticks = ticks(most);
        if (ticks.size() < 2) return this;
        double step = ticks.get(1) - ticks.get(0);
        double first = ticks.get(0);
        double last = ticks.get(ticks.size() - 1);
        return new Span(first > low ? first - step : first, last < high ? last + step : last, from, to);
    }

    double at(double value) {
        return from + (value / 2 - low / 2) / (high / 2 - low / 2) * (to - from);
    }

    /** Round numbers within the stretch, at most about {@code most}. */
    List<Double> ticks(int most) {
        double raw = (high - low) / Math.max(1, most);
        if (!(raw > 0) || Double.isInfinite(raw)) return List.of(low, high);
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(raw)));
        if (!(power > 0)) return List.of(low, high);
        double step = 10 * power;
        for (double m : new double[] {1, 2, 2.5, 5}) {
            if (m * power >= raw * 0.999999) {
                step = m * power;
                break;
            }
        }
        var ticks = new ArrayList<Double>();
        double first = StrictMath.ceil(low / step - 1e-9);
        for (int i = 0; i <= 2 * most + 2; i++) {
            double tick = (first + i) * step;
            if (tick > high + step * 1e-9) break;
            ticks.add(Numbers.decimal(tick).round(new java.math.MathContext(12)).doubleValue());
        }
        return ticks;
    }
}
