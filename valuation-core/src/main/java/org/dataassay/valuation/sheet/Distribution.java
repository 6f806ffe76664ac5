package org.dataassay.valuation.sheet;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.numeric.Elementary;

/**
 * What an uncertain input may be. Draws are quantiles of uniform numbers, so the shape of dependence is free of the shape of each input.
 *
 * <p>A distribution is data: it is written beside the value in a request and comes back in the result.
 */
public sealed interface Distribution {

    /**
     * Quantiles at the probabilities {@code u[0 … n)}, each in (0, 1); {@code out} may not be {@code u}.
     *
     * @param u probabilities
     * @param out receives the quantiles
     * @param n how many
     */
    void quantiles(double[] u, double[] out, int n);

    /** The quantile at one probability in (0, 1). */
    default double quantile(double probability) {
        var out = new double[1];
        quantiles(new double[] {probability}, out, 1);
        return out[0];
    }

    double mean();

    /** The numbers that define it, in the order of the record's components. */
    List<Double> parameters();

    /**
     * Bell-shaped around the mean.
     *
     * @param mean expected value
     * @param standardDeviation above 0
     */
    record Normal(double mean, double standardDeviation) implements Distribution {
        public Normal {
            new Check()
                    .that(Double.isFinite(mean), "mean", "finite", mean, "Give the expected value.")
                    .that(
                            standardDeviation > 0 && Double.isFinite(standardDeviation),
                            "standardDeviation",
                            "above 0",
                            standardDeviation,
                            "Leave the distribution out for a certain value.")
                    .done();
        }

        @Override
        public List<Double> parameters() {
            return List.of(mean, standardDeviation);
        }

        @Override
        public void quantiles(double[] u, double[] out, int n) {
            Elementary.normalQuantile(u, out, n);
            for (int i = 0; i < n; i++) out[i] = mean + standardDeviation * out[i];
        }
    }

    /**
     * Positive and skewed: its logarithm is normal.
     *
     * @param median above 0
     * @param sigma standard deviation of the logarithm, above 0 and at most 5
     */
    record LogNormal(double median, double sigma) implements Distribution {
        public LogNormal {
            new Check()
                    .that(
                            median > 0 && Double.isFinite(median),
                            "median",
                            "above 0",
                            median,
                            "Give the median in the unit of the value.")
                    .that(
                            sigma > 0 && sigma <= 5,
                            "sigma",
                            "above 0 and at most 5",
                            sigma,
                            "Sigma is the standard deviation of the logarithm: 0.2 is about 20 %.")
                    .done();
        }

        @Override
        public List<Double> parameters() {
            return List.of(median, sigma);
        }

        @Override
        public void quantiles(double[] u, double[] out, int n) {
            Elementary.normalQuantile(u, out, n);
            var logs = new double[n];
            for (int i = 0; i < n; i++) logs[i] = sigma * out[i];
            Elementary.exp(logs, out, n);
            for (int i = 0; i < n; i++) out[i] *= median;
        }

        @Override
        public double mean() {
            return median * Elementary.exp(0.5 * sigma * sigma);
        }
    }

    /**
     * Rises to the mode and falls again, both in a straight line: what an expert can state as low, likely, high.
     *
     * @param low least value
     * @param mode likeliest value, in [low, high]
     * @param high greatest value, above low
     */
    record Triangular(double low, double mode, double high) implements Distribution {
        public Triangular {
            new Check()
                    .that(
                            low < high && Double.isFinite(high - low),
                            "high",
                            "above low " + Plain.of(low),
                            high,
                            "Order the three as low, mode, high.")
                    .that(
                            mode >= low && mode <= high,
                            "mode",
                            "in [low, high]",
                            mode,
                            "Order the three as low, mode, high.")
                    .done();
        }

        /** Left branch at min(u, c) plus right branch at max(u, c) less the mode: no branch to mispredict. */
        @Override
        public List<Double> parameters() {
            return List.of(low, mode, high);
        }

        @Override
        public void quantiles(double[] u, double[] out, int n) {
            double width = high - low;
            double c = (mode - low) / width;
            double left = width * (mode - low);
            double right = width * (high - mode);
            double shift = low + high - mode;
            for (int i = 0; i < n; i++) {
                double below = Math.min(u[i], c);
                double above = 1 - Math.max(u[i], c);
                out[i] = shift + (Math.sqrt(below * left) - Math.sqrt(above * right));
            }
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }
    }

    /**
     * Any value in the range, none likelier than another.
     *
     * @param low least value
     * @param high greatest value, above low
     */
    record Uniform(double low, double high) implements Distribution {
        public Uniform {
            new Check()
                    .that(
                            low < high && Double.isFinite(high - low),
                            "high",
                            "above low " + Plain.of(low),
                            high,
                            "Order them as low, high.")
                    .done();
        }

        @Override
        public List<Double> parameters() {
            return List.of(low, high);
        }

        @Override
        public void quantiles(double[] u, double[] out, int n) {
            double width = high - low;
            for (int i = 0; i < n; i++) out[i] = low + width * u[i];
        }

        @Override
        public double mean() {
            return low + 0.5 * (high - low);
        }
    }

    /**
     * A normal cut off at both ends, for what cannot leave a range, such as a life or a share.
     *
     * @param center mean of the normal before it is cut
     * @param standardDeviation of the normal before it is cut, above 0
     * @param low least value
     * @param high greatest value, above low
     */
    record TruncatedNormal(double center, double standardDeviation, double low, double high) implements Distribution {
        public TruncatedNormal {
            new Check()
                    .that(
                            Double.isFinite(center),
                            "center",
                            "finite",
                            center,
                            "Give the mean of the normal before it is cut.")
                    .that(
                            standardDeviation > 0 && Double.isFinite(standardDeviation),
                            "standardDeviation",
                            "above 0",
                            standardDeviation,
                            "Leave the distribution out for a certain value.")
                    .that(
                            low < high && Double.isFinite(high - low),
                            "high",
                            "above low " + Plain.of(low),
                            high,
                            "Order them as low, high.")
                    .that(
                            low < center + 8 * standardDeviation && high > center - 8 * standardDeviation,
                            "low",
                            "within 8 standard deviations of the center",
                            low,
                            "The range holds almost none of the distribution.")
                    .done();
        }

        @Override
        public List<Double> parameters() {
            return List.of(center, standardDeviation, low, high);
        }

        @Override
        public void quantiles(double[] u, double[] out, int n) {
            double sign = isAbove() ? -1 : 1;
            double from = Elementary.normalCdf(sign * ((isAbove() ? high : low) - center) / standardDeviation);
            double width = mass();
            var within = new double[n];
            for (int i = 0; i < n; i++)
                within[i] = Math.min(
                        Math.max(from + width * (isAbove() ? 1 - u[i] : u[i]), Double.MIN_NORMAL), 1 - 0x1p-53);
            Elementary.normalQuantile(within, out, n);
            for (int i = 0; i < n; i++)
                out[i] = Math.min(Math.max(center + sign * standardDeviation * out[i], low), high);
        }

        @Override
        public double mean() {
            double a = (low - center) / standardDeviation;
            double b = (high - center) / standardDeviation;
            double density = (Elementary.exp(-0.5 * a * a) - Elementary.exp(-0.5 * b * b)) / Math.sqrt(2 * Math.PI);
            return center + standardDeviation * density / mass();
        }

        /** Whether most of the range lies above the center: then it is mirrored, for probabilities near 0 are finer than those near 1. */
        private boolean isAbove() {
            return low - center > center - high;
        }

        /** Probability of the range under the normal. */
        private double mass() {
            double a = (low - center) / standardDeviation;
            double b = (high - center) / standardDeviation;
            return isAbove()
                    ? Elementary.normalCdf(-a) - Elementary.normalCdf(-b)
                    : Elementary.normalCdf(b) - Elementary.normalCdf(a);
        }
    }
}
