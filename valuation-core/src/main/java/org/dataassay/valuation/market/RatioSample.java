package org.dataassay.valuation.market;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.numeric.Quantiles;

/** Estimates and prices side by side, and the statistics of their ratios. */
final class RatioSample {

    private static final double PERCENT = 100;
    private static final double LN_2 = 0.6931471805599453;

    /** Values that differ by less than this share of a doubling say nothing of a trend. */
    private static final double LEAST_SPREAD = 1e-12;

    private final double[] estimates;
    private final double[] prices;
    private final double[] ratios;
    final double median;

    RatioSample(double[] estimates, double[] prices) {
        this.estimates = estimates;
        this.prices = prices;
        ratios = new double[prices.length];
        Arrays.setAll(ratios, i -> estimates[i] / prices[i]);
        median = Quantiles.exact(ratios, 0.5)[0];
    }

    /** The sales at these places, with repeats. */
    RatioSample at(int... places) {
        return new RatioSample(
                Arrays.stream(places).mapToDouble(i -> estimates[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> prices[i]).toArray());
    }

    int size() {
        return prices.length;
    }

    double[] ratios() {
        return ratios.clone();
    }

    double meanRatio() {
        return NeumaierSum.of(ratios) / size();
    }

    double weightedMeanRatio() {
        return NeumaierSum.of(estimates) / NeumaierSum.of(prices);
    }

    /** COD. */
    double dispersion() {
        var sum = new NeumaierSum();
        for (double ratio : ratios) sum.add(Math.abs(ratio - median));
        return PERCENT / median * sum.value() / size();
    }

    /** PRD. */
    double differential() {
        return meanRatio() / weightedMeanRatio();
    }

    /** Slope and its standard error, of (r − m)/m on log₂ of the mean of A/m and S; absent where values do not differ. */
    record Slope(double value, double standardError) {}

    /** PRB; empty where values do not differ. */
    OptionalDouble bias() {
        var slope = slope();
        return slope.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(slope.get().value);
    }

    Optional<Slope> slope() {
        int n = size();
        var x = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Elementary.log(0.5 * (estimates[i] / median + prices[i])) / LN_2;
            y[i] = (ratios[i] - median) / median;
        }
        double meanX = NeumaierSum.of(x) / n;
        double meanY = NeumaierSum.of(y) / n;
        var squares = new NeumaierSum();
        var products = new NeumaierSum();
        for (int i = 0; i < n; i++) {
            squares.add((x[i] - meanX) * (x[i] - meanX));
            products.add((x[i] - meanX) * (y[i] - meanY));
        }
        if (!(squares.value() > LEAST_SPREAD)) return Optional.empty();
        double slope = products.value() / squares.value();
        var rest = new NeumaierSum();
        for (int i = 0; i < n; i++) {
            double e = y[i] - meanY - slope * (x[i] - meanX);
            rest.add(e * e);
        }
        return Optional.of(new Slope(slope, Math.sqrt(rest.value() / (n - 2) / squares.value())));
    }

    /** KI and MKI. */
    record Concentration(double ofEstimates, double ofPrices) {
        double kakwani() {
            return ofEstimates - ofPrices;
        }

        OptionalDouble modified() {
            return ofPrices > LEAST_SPREAD ? OptionalDouble.of(ofEstimates / ofPrices) : OptionalDouble.empty();
        }
    }

    /** Gini coefficients in the order of prices; equal prices share their mean rank, so that the order of the sales does not matter. */
    Concentration concentration() {
        int n = size();
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> prices[i]))
                .mapToInt(i -> i)
                .toArray();
        var weightedEstimates = new NeumaierSum();
        var weightedPrices = new NeumaierSum();
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && prices[order[to]] == prices[order[from]]) to++;
            double rank = 0.5 * (from + 1 + to);
            for (int i = from; i < to; i++) {
                weightedEstimates.add(rank * estimates[order[i]]);
                weightedPrices.add(rank * prices[order[i]]);
            }
            from = to;
        }
        return new Concentration(
                gini(weightedEstimates.value(), NeumaierSum.of(estimates), n),
                gini(weightedPrices.value(), NeumaierSum.of(prices), n));
    }

    private static double gini(double weighted, double total, int n) {
        return (2 * weighted / total - (n + 1)) / n;
    }
}
