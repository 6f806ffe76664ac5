package org.dataassay.pricing.contribution;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation, equal values sharing their mean rank. */
final class Ranks {

    private Ranks() {}

    /** In [−1, 1]; 1 where neither list has an order. */
    static double correlation(double[] x, double[] y) {
        var a = ranks(x);
        var b = ranks(y);
        double mean = 0.5 * (x.length + 1);
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            products += (a[i] - mean) * (b[i] - mean);
            squaresA += (a[i] - mean) * (a[i] - mean);
            squaresB += (b[i] - mean) * (b[i] - mean);
        }
        if (squaresA == 0 || squaresB == 0) return squaresA == squaresB ? 1 : 0;
        return products / Math.sqrt(squaresA * squaresB);
    }

    private static double[] ranks(double[] values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        var ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) to++;
            for (int i = from; i < to; i++) ranks[order[i]] = 0.5 * (from + 1 + to);
            from = to;
        }
        return ranks;
    }
}
