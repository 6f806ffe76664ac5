package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.dataassay.quality.column.QualityProfile.Correlation;
import org.dataassay.quality.rule.internal.StateBytes;

/**
 * Pearson's correlation of every two columns that have numbers, over the rows where both have one, of the first {@link #MAXIMUM_COLUMNS} such columns.
 *
 * <p><b>Formula</b>  r = C₁₂ / √(C₁₁·C₂₂),  C co-moments about the means;  parts A and B merge as C = C_A + C_B + (m_B − m_A)(m′_B − m′_A)·n_A·n_B/n
 * <p><b>Numerics</b>  two passes over at most 1 024 rows each, then merged in the order of the table, so the same cut gives the same bits; the relative error of a
 * co-moment is some n·2⁻⁵³ in the number n of merges, below 1e-12 for 10⁷ rows
 * <p>Not thread-safe.
 *
 * @see <a href="https://www.osti.gov/biblio/1028931">P. Pébay, Formulas for Robust, One-Pass Parallel Computation of Covariances and Arbitrary-Order Statistical
 *     Moments, Sandia SAND2008-6212, 2008, section 3</a>
 */
final class Correlations {

    /** Of more columns with numbers the first so many are compared: 190 pairs. */
    static final int MAXIMUM_COLUMNS = 20;

    /** n, mean and mean, co-moments 11, 22, 12 of a pair (first · 2^32 + second). */
    private final TreeMap<Long, double[]> pairs = new TreeMap<>();

    private int[] columns = {};
    private boolean cut;

    /** Takes rows into account: the numbers of each of some columns, ascending, NaN where a cell is none. */
    void add(int[] numeric, double[][] numbers, int rows) {
        use(numeric);
        var own = numeric;
        for (int i = 0; i < own.length && own[i] <= columns[columns.length - 1]; i++) {
            for (int j = i + 1; j < own.length && own[j] <= columns[columns.length - 1]; j++) {
                var pair = pair(numbers[own[i]], numbers[own[j]], rows);
                if (pair[0] > 0) merge((long) own[i] << 32 | own[j], pair);
            }
        }
    }

    private static double[] pair(double[] x, double[] y, int rows) {
        int n = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < rows; i++) {
            double both = x[i] + y[i];
            if (Double.isNaN(both)) continue;
            n++;
            sumX += x[i];
            sumY += y[i];
        }
        if (n == 0) return new double[1];
        double meanX = sumX / n;
        double meanY = sumY / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < rows; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            double product = dx * dy;
            if (Double.isNaN(product)) continue;
            xx += dx * dx;
            yy += dy * dy;
            xy += product;
        }
        return new double[] {n, meanX, meanY, xx, yy, xy};
    }

    /** Makes these columns, ascending, part of the first ones. */
    private void use(int[] more) {
        var union = new int[columns.length + more.length];
        System.arraycopy(columns, 0, union, 0, columns.length);
        System.arraycopy(more, 0, union, columns.length, more.length);
        var all = Arrays.stream(union).sorted().distinct().toArray();
        if (all.length == columns.length) return;
        columns = all;
        if (all.length <= MAXIMUM_COLUMNS) return;
        cut = true;
        columns = Arrays.copyOf(all, MAXIMUM_COLUMNS);
        int last = columns[MAXIMUM_COLUMNS - 1];
        pairs.keySet().removeIf(key -> key.intValue() > last);
    }

    private void merge(long key, double[] b) {
        var a = pairs.get(key);
        if (a == null) {
            pairs.put(key, b);
            return;
        }
        double n = a[0] + b[0];
        double dx = b[1] - a[1];
        double dy = b[2] - a[2];
        double share = a[0] * b[0] / n;
        a[3] += b[3] + dx * dx * share;
        a[4] += b[4] + dy * dy * share;
        a[5] += b[5] + dx * dy * share;
        a[1] += dx * b[0] / n;
        a[2] += dy * b[0] / n;
        a[0] = n;
    }

    /** Adds the rows that follow; that state must not be used afterwards. */
    void merge(Correlations later) {
        use(later.columns);
        cut |= later.cut;
        if (columns.length == 0) return;
        int last = columns[columns.length - 1];
        later.pairs.forEach((key, pair) -> {
            if (key.intValue() <= last) merge(key, pair);
        });
    }

    /** Whether there were more columns with numbers. */
    boolean isCut() {
        return cut;
    }

    /** The correlations of pairs of these columns that have any: at least two rows, and neither column constant in them. */
    List<Correlation> of(List<String> names, java.util.function.IntPredicate wanted) {
        var found = new ArrayList<Correlation>();
        pairs.forEach((key, p) -> {
            int first = (int) (key >>> 32);
            int second = key.intValue();
            if (!wanted.test(first) || !wanted.test(second)) return;
            double r = p[5] / (Math.sqrt(p[3]) * Math.sqrt(p[4]));
            if (!(Math.abs(r) <= 2)) return; // not a number: a constant column, or an overflow
            found.add(new Correlation(names.get(first), names.get(second), (long) p[0], Math.max(-1, Math.min(1, r))));
        });
        return List.copyOf(found);
    }

    void write(StateBytes.Writer out) {
        out.put((byte) (cut ? 1 : 0)).put(columns.length);
        for (int column : columns) out.put(column);
        out.put(pairs.size());
        pairs.forEach((key, pair) -> {
            out.put(key);
            for (double x : pair) out.put(x);
        });
    }

    void read(StateBytes.Reader in, int tableColumns, long rows) {
        byte mark = in.aByte();
        in.require(mark == 0 || mark == 1, "a mark is neither 0 nor 1");
        cut = mark == 1;
        columns = new int[in.length(MAXIMUM_COLUMNS, Integer.BYTES)];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = in.anInt();
            in.require(
                    columns[i] > (i == 0 ? -1 : columns[i - 1]) && columns[i] < tableColumns,
                    "a column is out of range");
        }
        int n = in.length(MAXIMUM_COLUMNS * MAXIMUM_COLUMNS, 7 * Long.BYTES);
        long before = -1;
        for (int i = 0; i < n; i++) {
            long key = in.aLong();
            int first = (int) (key >>> 32);
            int second = (int) key;
            in.require(
                    key > before
                            && first < second
                            && Arrays.binarySearch(columns, first) >= 0
                            && Arrays.binarySearch(columns, second) >= 0,
                    "a pair is out of range");
            var pair = new double[6];
            for (int k = 0; k < pair.length; k++) pair[k] = Double.longBitsToDouble(in.aLong());
            in.require(
                    pair[0] >= 1 && pair[0] <= rows && pair[0] == Math.rint(pair[0]),
                    "a pair has more rows than there are");
            pairs.put(key, pair);
            before = key;
        }
    }
}
