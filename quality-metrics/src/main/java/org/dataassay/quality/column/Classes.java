package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dataassay.quality.column.ColumnProfile.FrequentValue;
import org.dataassay.valuation.numeric.Elementary;

/** How often each class of values occurs in two columns; the classes are those of the earlier column. Not a record: arrays belong to it. */
final class Classes {

    private static final int TENTHS = 10;

    /** A class without a row in one column counts as half a row there, so that a logarithm exists. */
    private static final double EMPTY = 0.5;

    private static final double LOG_2 = Elementary.log(2);

    final String what;
    private final double[] earlier;
    private final double[] later;

    private Classes(String what, List<double[]> counts) {
        this.what = what;
        this.earlier = counts.stream().mapToDouble(c -> c[0]).toArray();
        this.later = counts.stream().mapToDouble(c -> c[1]).toArray();
    }

    /** The classes by which two columns can be compared; empty where there are none. */
    static Optional<Classes> of(ColumnSummary earlier, ColumnSummary later, int mostValues) {
        if (earlier.valued() == 0 || later.valued() == 0) return Optional.empty();
        if (earlier.valuesComplete()
                && later.valuesComplete()
                && earlier.distinct() <= mostValues
                && later.distinct() <= mostValues)
            return Optional.of(new Classes("values", listed(earlier, later, ColumnSummary::values)));
        var numbers = distributions(earlier, later, ColumnSummary::numbers);
        if (numbers.isPresent()) return numbers;
        var days = distributions(earlier, later, ColumnSummary::days);
        if (days.isPresent()) return days;
        return Optional.of(new Classes("looks", listed(earlier, later, ColumnSummary::masks)));
    }

    private static Optional<Classes> distributions(
            ColumnSummary earlier, ColumnSummary later, Function<ColumnSummary, Optional<Distribution>> of) {
        var a = of.apply(earlier);
        var b = of.apply(later);
        if (a.isEmpty()
                || b.isEmpty()
                || 2 * a.get().count() < earlier.valued()
                || 2 * b.get().count() < later.valued()) return Optional.empty();
        return Optional.of(new Classes("tenths", tenths(a.get(), b.get())));
    }

    private static List<double[]> listed(
            ColumnSummary earlier, ColumnSummary later, Function<ColumnSummary, List<FrequentValue>> of) {
        var names = new LinkedHashSet<String>();
        of.apply(earlier).forEach(v -> names.add(v.value()));
        of.apply(later).forEach(v -> names.add(v.value()));
        var counts = new ArrayList<double[]>();
        double restEarlier = earlier.valued();
        double restLater = later.valued();
        for (var name : names) {
            double a = count(of.apply(earlier), name);
            double b = count(of.apply(later), name);
            restEarlier -= a;
            restLater -= b;
            counts.add(new double[] {a, b});
        }
        if (restEarlier > 0 || restLater > 0) counts.add(new double[] {restEarlier, restLater});
        return counts;
    }

    private static double count(List<FrequentValue> values, String name) {
        return values.stream()
                .filter(v -> v.value().equals(name))
                .mapToLong(FrequentValue::count)
                .sum();
    }

    /** Between the tenths of the earlier numbers; equal ones are one edge. */
    private static List<double[]> tenths(Distribution earlier, Distribution later) {
        var counts = new ArrayList<double[]>();
        double lowEarlier = 0;
        double lowLater = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < TENTHS; i++) {
            double edge = earlier.quantile(i * Distribution.STEPS / TENTHS);
            if (edge <= last || edge >= earlier.maximum()) continue;
            double a = earlier.interpolatedShareUpTo(edge);
            double b = later.interpolatedShareUpTo(edge);
            counts.add(new double[] {(a - lowEarlier) * earlier.count(), (b - lowLater) * later.count()});
            lowEarlier = a;
            lowLater = b;
            last = edge;
        }
        counts.add(new double[] {(1 - lowEarlier) * earlier.count(), (1 - lowLater) * later.count()});
        return counts;
    }

    int size() {
        return earlier.length;
    }

    private double[] shares(double[] counts) {
        double total = 0;
        for (double c : counts) total += Math.max(c, EMPTY);
        var shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) shares[i] = Math.max(counts[i], EMPTY) / total;
        return shares;
    }

    double stabilityIndex() {
        var p = shares(earlier);
        var q = shares(later);
        double sum = 0;
        for (int i = 0; i < p.length; i++) sum += (q[i] - p[i]) * Elementary.log(q[i] / p[i]);
        return Math.max(0, sum);
    }

    double jensenShannonDistance() {
        double n = total(earlier);
        double m = total(later);
        double sum = 0;
        for (int i = 0; i < earlier.length; i++) {
            double p = earlier[i] / n;
            double q = later[i] / m;
            double middle = (p + q) / 2;
            if (p > 0) sum += p * Elementary.log(p / middle) / 2;
            if (q > 0) sum += q * Elementary.log(q / middle) / 2;
        }
        return Math.sqrt(Math.max(0, Math.min(1, sum / LOG_2)));
    }

    /** Pearson's Σ (observed − expected)²/expected of the table of two rows, which both measures come to for small differences. */
    double chiSquare() {
        double n = total(earlier);
        double m = total(later);
        double sum = 0;
        for (int i = 0; i < earlier.length; i++) {
            double both = earlier[i] + later[i];
            if (both == 0) continue;
            double expected = both * n / (n + m);
            double difference = earlier[i] - expected;
            sum += difference * difference * (1 / expected + 1 / (both - expected));
        }
        return sum;
    }

    private static double total(double[] counts) {
        double total = 0;
        for (double c : counts) total += c;
        return total;
    }
}
