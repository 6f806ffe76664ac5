package org.dataassay.quality.column;

import java.math.BigDecimal;
import java.util.Arrays;
import org.dataassay.quality.rule.internal.StateBytes;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a column: how many, the least and the greatest, exact sums of their first three powers, a histogram, and how often each occurs while there are
 * at most {@link #MAXIMUM} different ones; with more, a {@link QuantileSketch}. Not thread-safe.
 */
final class Numbers {

    /** With more different numbers than this, exact quantiles are given up. */
    static final int MAXIMUM = 1 << 16;

    /** The coins of all sketches are drawn from this seed, so that a profile needs none. */
    private static final long SEED = 0x44617461L;

    private final int column;
    private final long part;

    private long count;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private final ExactSum sum = ExactSum.ofPower(1);
    private final ExactSum squares = ExactSum.ofPower(2);
    private final ExactSum cubes = ExactSum.ofPower(3);
    private Histogram histogram = new Histogram();

    /** While exact: different numbers, ascending, and how often each occurs. */
    private double[] values = {};

    private long[] times = {};
    private int size;
    private @Nullable QuantileSketch sketch;

    Numbers(int column, long part) {
        this.column = column;
        this.part = part;
    }

    /** Adds to the sums a number that occurs so many times; {@link #addAscending} must be told of it too. */
    void addToSums(double x, long n) {
        sum.add(x, n);
        squares.add(x, n);
        cubes.add(x, n);
    }

    /** Adds different numbers, ascending, each so many times. */
    void addAscending(double[] more, long[] moreTimes, int length) {
        if (length == 0) return;
        for (int i = 0; i < length; i++) count += moreTimes[i];
        minimum = Math.min(minimum, more[0]);
        maximum = Math.max(maximum, more[length - 1]);
        histogram.addAscending(more, moreTimes, length);
        addCounts(more, moreTimes, length);
    }

    private void addCounts(double[] more, long[] moreTimes, int length) {
        if (sketch != null) {
            sketch.addAscending(more, moreTimes, length);
            return;
        }
        var union = new double[size + length];
        var unionTimes = new long[size + length];
        int n = 0;
        for (int i = 0, j = 0; i < size || j < length; ) {
            boolean first = j == length || i < size && values[i] <= more[j];
            boolean second = i == size || j < length && more[j] <= values[i];
            union[n] = first ? values[i] : more[j];
            unionTimes[n++] = (first ? times[i] : 0) + (second ? moreTimes[j] : 0);
            if (first) i++;
            if (second) j++;
        }
        if (n > MAXIMUM) {
            var own = sketch();
            own.addAscending(more, moreTimes, length);
        } else {
            values = union;
            times = unionTimes;
            size = n;
        }
    }

    /** Gives up the counts. */
    private QuantileSketch sketch() {
        if (sketch == null) {
            sketch = new QuantileSketch(SEED, column, part);
            sketch.addAscending(values, times, size);
            values = new double[0];
            times = new long[0];
            size = 0;
        }
        return sketch;
    }

    /** Adds the numbers of the rows that follow; that state stays as it is. */
    void merge(Numbers later) {
        count += later.count;
        minimum = Math.min(minimum, later.minimum);
        maximum = Math.max(maximum, later.maximum);
        sum.merge(later.sum);
        squares.merge(later.squares);
        cubes.merge(later.cubes);
        histogram.merge(later.histogram);
        if (later.sketch != null) sketch().merge(later.sketch);
        else addCounts(later.values, later.times, later.size);
    }

    long count() {
        return count;
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }

    ExactSum sum() {
        return sum;
    }

    ExactSum squares() {
        return squares;
    }

    ExactSum cubes() {
        return cubes;
    }

    Histogram histogram() {
        return histogram;
    }

    /** The ⌈N·p⌉-th number, exactly or within {@link #rankError()}; there must be one. */
    double quantile(double probability) {
        if (sketch != null) return sketch.quantiles(probability)[0];
        return at(values, times, QuantileSketch.rank(count, probability));
    }

    boolean isExact(double probability) {
        return sketch == null || sketch.isExact(probability);
    }

    /** The share of all numbers by which the rank of a quantile that is not exact may be off, but for odds of {@link QuantileSketch#ODDS}. */
    double rankError() {
        return sketch == null ? 0 : sketch.rankError();
    }

    /** The median of the distances from a number of the column. */
    double medianDistance(double from) {
        if (sketch != null) return sketch.medianDistance(from);
        int right = Arrays.binarySearch(values, 0, size, from);
        if (right < 0) right = -right - 1;
        int left = right - 1;
        long wanted = QuantileSketch.rank(count, 0.5) + 1;
        double distance = 0;
        for (long seen = 0; seen < wanted; ) {
            boolean takeLeft = right == size || left >= 0 && from - values[left] <= values[right] - from;
            int taken = takeLeft ? left-- : right++;
            seen += times[taken];
            distance = Math.abs(values[taken] - from);
        }
        return distance;
    }

    private static double at(double[] ascending, long[] times, long rank) {
        long seen = 0;
        for (int i = 0; ; i++) {
            seen += times[i];
            if (seen > rank) return ascending[i];
        }
    }

    void write(StateBytes.Writer out) {
        out.put(count).put(minimum).put(maximum);
        if (count == 0) return;
        sum.write(out);
        squares.write(out);
        cubes.write(out);
        out.put(histogram.toBytes());
        if (sketch != null) {
            out.put((byte) 1).put(sketch.toBytes());
        } else {
            out.put((byte) 0).put(values, size);
            for (int i = 0; i < size; i++) out.put(times[i]);
        }
    }

    void read(StateBytes.Reader in, long cells) {
        count = in.count();
        in.require(count <= cells, "it has more numbers than cells");
        long low = in.aLong();
        long high = in.aLong();
        if (count == 0) return;
        minimum = Double.longBitsToDouble(low);
        maximum = Double.longBitsToDouble(high);
        in.require(
                Math.abs(minimum) <= Double.MAX_VALUE && Math.abs(maximum) <= Double.MAX_VALUE && minimum <= maximum,
                "its least and greatest number contradict each other");
        sum.read(in);
        squares.read(in);
        cubes.read(in);
        var s = sum.value();
        in.require(
                squares.value().multiply(BigDecimal.valueOf(count)).compareTo(s.multiply(s)) >= 0,
                "its sums contradict each other");
        histogram = Histogram.fromBytes(in.bytes());
        in.require(histogram.count() == count, "its histogram has another count");
        byte mode = in.aByte();
        in.require(mode == 0 || mode == 1, "how its numbers are kept is unknown");
        if (mode == 1) {
            sketch = QuantileSketch.fromBytes(in.bytes());
            in.require(sketch.count() == count, "its sketch has another count");
            return;
        }
        values = in.ascending(MAXIMUM);
        size = values.length;
        times = new long[size];
        long seen = 0;
        for (int i = 0; i < size; i++) {
            times[i] = in.count();
            in.require(times[i] > 0 && times[i] <= count - seen, "a count is out of range");
            in.require(i == 0 || values[i - 1] < values[i], "numbers are not in order");
            seen += times[i];
        }
        in.require(seen == count, "its counts do not add up");
        in.require(values[0] == minimum && values[size - 1] == maximum, "its ends contradict its numbers");
    }
}
