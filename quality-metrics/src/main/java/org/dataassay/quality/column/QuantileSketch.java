package org.dataassay.quality.column;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.CounterRandom;
import org.dataassay.valuation.numeric.Elementary;

/**
 * Quantiles of a column of numbers in bounded memory: exact at both ends and for small columns, in between within a stated error of rank.
 *
 * <p><b>Formula</b>  Q(p) = the ⌈N·p⌉-th number in ascending order, the first for p = 0: definition 1 of Hyndman and Fan, so that a quantile is a number of the
 * data; exact among the {@link #TAIL} lowest and highest, and otherwise read off the weighted values of a KLL sketch: compactors of capacity
 * {@link #CAPACITY}·(⅔)^depth, at least {@link #MINIMUM_CAPACITY}, whose values at level l stand for 2^l each; a full one is sorted and hands every other value
 * to the next level, beginning with the first or the second as a coin says. Numbers that come sorted go to the level l at once where they fill it, every
 * 2^l-th of them beginning with one that is drawn
 * <p><b>Coin</b>  one bit of {@link CounterRandom} at (seed, column and part, level and number of the compaction), so the same rows in the same parts give the
 * same bits; each part of a column has its own coins and may be merged once
 * <p><b>Error</b>  a compaction at level l moves the rank of a number by 0 or ±2^l with equal odds, hence by Azuma and Hoeffding  P(|error of rank| &gt; t) ≤
 * 2·exp(−t² / (2·Σ_l c_l 4^l))  with c_l compactions at level l, whatever the data and their order; {@link #rankError()} is that t at odds of
 * {@link #ODDS}, at most Σ c_l 2^l, as a share of N: some 0.1 % to 0.3 % in practice. Taking every 2^l-th of sorted numbers moves a rank by less than 2^l, with
 * mean 0, which is what one compaction at level l − 1 may do, and counts as one
 * <p><b>Merging</b>  count, tails, minimum and maximum do not depend on the cut or the order; the rest does, within its error, so parts are merged in their
 * order
 * <p><b>Memory</b>  at most 150 KiB for 10⁹ values
 * <p><b>Edge cases</b>  NaN and infinities are refused; −0 counts as 0
 * <p>Not thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/1603.05346">Z. Karnin, K. Lang, E. Liberty, Optimal Quantile Approximation in Streams, FOCS 2016, sections 2 and 3</a>
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50
 *     (1996), page 361</a>
 */
final class QuantileSketch {

    /** So many of the lowest and of the highest values are kept as they are. */
    static final int TAIL = 2048;

    /** Capacity of the highest compactor. */
    static final int CAPACITY = 2048;

    /** No compactor has less. */
    static final int MINIMUM_CAPACITY = 256;

    /** The odds that an order statistic lies outside the stated error. */
    static final double ODDS = 0.01;

    private static final int MAXIMUM_LEVELS = 48;

    /** Of sorted numbers at most so many are taken. */
    private static final int RUN = 4096;

    private final long seed;
    private final long stream;
    private long count;
    private final Tail lowest = new Tail(1);
    private final Tail highest = new Tail(-1);

    private int levels = 1;
    /** Level 0 in the order of arrival, the others ascending. */
    private double[][] items = new double[MAXIMUM_LEVELS][];

    private int[] sizes = new int[MAXIMUM_LEVELS];
    private final long[] compactions = new long[MAXIMUM_LEVELS];
    /** Of every level, as many levels as there are. */
    private int[] capacities = {CAPACITY};

    /** An empty state of one part of a column; no two parts of a column have the same number. */
    QuantileSketch(long seed, int column, long part) {
        this(seed, CounterRandom.nextBits(seed, column, part));
    }

    private QuantileSketch(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
        Arrays.fill(items, new double[0]);
    }

    /**
     * Takes a number into account.
     *
     * @throws InvalidInputException when it is NaN or infinite
     */
    void add(double number) {
        if (!(Math.abs(number) <= Double.MAX_VALUE))
            throw InvalidInputException.of(
                    ValuationError.NOT_FINITE, "number", number, "Quantiles need finite numbers.");
        double x = number + 0.0; // −0 becomes 0
        count++;
        lowest.add(x);
        highest.add(x);
        append(x);
        if (sizes[0] >= capacities[0]) compress();
    }

    /** Takes different numbers into account, ascending, each so many times. */
    void addAscending(double[] numbers, long[] times, int length) {
        long total = 0;
        for (int i = 0; i < length; i++) total += times[i];
        if (total == 0) return;
        count += total;
        lowest.addRun(numbers, times, length);
        highest.addRun(numbers, times, length);
        int level = 0;
        while (total >> level > RUN) level++;
        long weight = 1L << level;
        long single = total & weight - 1; // so many of the least stay single
        long next = single;
        if (level > 0) {
            setLevels(Math.max(levels, level + 1));
            long number = (long) (level - 1) << 56 | compactions[level - 1]++;
            next += CounterRandom.nextBits(seed, stream, number) & weight - 1;
        }
        var taken = new double[(int) ((total - single) >> level)];
        int n = 0;
        long seen = 0;
        for (int i = 0; i < length; i++) {
            long end = seen + times[i];
            for (; next < end && n < taken.length; next += weight) taken[n++] = numbers[i];
            for (long k = seen; k < Math.min(end, single); k++) append(numbers[i]);
            seen = end;
        }
        if (level == 0) {
            for (double x : taken) append(x);
        } else {
            items[level] = merged(items[level], sizes[level], taken, n);
            sizes[level] += n;
        }
        compress();
    }

    /** Adds the rows that follow, another part of the same column; that state stays as it is. */
    void merge(QuantileSketch later) {
        count += later.count;
        lowest.merge(later.lowest);
        highest.merge(later.highest);
        for (int i = 0; i < later.sizes[0]; i++) append(later.items[0][i]);
        setLevels(Math.max(levels, later.levels));
        for (int level = 0; level < later.levels; level++) {
            compactions[level] += later.compactions[level];
            if (level > 0) {
                items[level] = merged(items[level], sizes[level], later.items[level], later.sizes[level]);
                sizes[level] += later.sizes[level];
            }
        }
        compress();
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    /** The least number; there must be one. */
    double minimum() {
        return quantiles(0)[0];
    }

    /** The greatest number; there must be one. */
    double maximum() {
        return quantiles(1)[0];
    }

    /** Whether the quantile at p is exact. */
    boolean isExact(double probability) {
        return isExactRank(rank(probability));
    }

    private boolean isExactRank(long rank) {
        return rank < TAIL || rank >= count - TAIL || levels == 1;
    }

    /** The share of all numbers by which the rank of a quantile that is not exact may be off, but for odds of {@link #ODDS}; 0 without numbers. */
    double rankError() {
        double variance = 0;
        double worst = 0;
        for (int level = 0; level < levels; level++) {
            double weight = Math.scalb(1.0, level);
            variance += compactions[level] * weight * weight;
            worst += compactions[level] * weight;
        }
        return count == 0 ? 0 : Math.min(worst, Math.sqrt(-2 * Elementary.log(ODDS / 2) * variance)) / count;
    }

    /** The quantiles at these probabilities; there must be a number. */
    double[] quantiles(double... probabilities) {
        var check =
                new Check().that(count > 0, "count", "above 0", count, "Ask for quantiles where there are numbers.");
        for (double p : probabilities) check.range("probability", p, 0, 1, "Give a decimal: 5% is 0.05.");
        check.done();
        var ranks = new long[probabilities.length];
        for (int j = 0; j < ranks.length; j++) ranks[j] = rank(probabilities[j]);
        return orderStatistics(ranks);
    }

    private long rank(double probability) {
        return rank(count, probability);
    }

    /** The rank of the quantile at p of so many numbers, counted from 0; p is taken for the decimal it is written as. */
    static long rank(long count, double probability) {
        long number = BigDecimal.valueOf(probability)
                .multiply(BigDecimal.valueOf(count))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(number - 1, 0);
    }

    /** The median of the distances of all numbers from one, which must be there; its rank is off by at most twice {@link #rankError()}. */
    double medianDistance(double from) {
        var all = new WeightedValues();
        int n = all.values.length;
        long wanted = rank(count, 0.5) + 1;
        int right = Arrays.binarySearch(all.values, from);
        if (right < 0) right = -right - 1;
        int left = right - 1;
        long seen = 0;
        double distance = 0;
        while (seen < wanted) {
            boolean takeLeft = right == n || left >= 0 && from - all.values[left] <= all.values[right] - from;
            int taken = takeLeft ? left-- : right++;
            seen += all.upTo[taken] - (taken == 0 ? 0 : all.upTo[taken - 1]);
            distance = Math.abs(all.values[taken] - from);
        }
        return distance;
    }

    /** The numbers of these ranks, counted from 0. */
    private double[] orderStatistics(long[] ranks) {
        var found = new double[ranks.length];
        var low = lowest.ordered();
        var high = highest.ordered();
        WeightedValues middle = null;
        for (int j = 0; j < ranks.length; j++) {
            long fromAbove = count - 1 - ranks[j];
            if (ranks[j] < low.length) found[j] = low[(int) ranks[j]];
            else if (fromAbove < high.length) found[j] = high[(int) fromAbove];
            else {
                if (middle == null) middle = new WeightedValues();
                found[j] = Math.max(low[low.length - 1], Math.min(middle.at(ranks[j]), high[high.length - 1]));
            }
        }
        return found;
    }

    /** All values of the compactors, ascending, and how many numbers are at most each. */
    private final class WeightedValues {

        private final double[] values;
        private final long[] upTo;

        WeightedValues() {
            var all = Arrays.copyOf(items[0], sizes[0]);
            Arrays.sort(all);
            var weights = new long[all.length];
            Arrays.fill(weights, 1);
            for (int level = 1; level < levels; level++) {
                int n = sizes[level];
                var sum = new double[all.length + n];
                var sumWeights = new long[sum.length];
                for (int i = 0, j = 0; i + j < sum.length; ) {
                    boolean own = j == n || i < all.length && all[i] <= items[level][j];
                    sumWeights[i + j] = own ? weights[i] : 1L << level;
                    sum[i + j] = own ? all[i] : items[level][j];
                    if (own) i++;
                    else j++;
                }
                all = sum;
                weights = sumWeights;
            }
            for (int i = 1; i < weights.length; i++) weights[i] += weights[i - 1];
            values = all;
            upTo = weights;
        }

        /** The first value with more than so many numbers up to it. */
        double at(long rank) {
            int found = Arrays.binarySearch(upTo, rank + 1);
            return values[found >= 0 ? found : -found - 1];
        }
    }

    /** The state as bytes; equal states have equal bytes. */
    byte[] toBytes() {
        var out = new StateBytes.Writer('Q').put(seed).put(stream).put(count);
        var low = lowest.ordered();
        var high = highest.ordered();
        for (int i = 0; i < high.length / 2; i++) {
            double x = high[i];
            high[i] = high[high.length - 1 - i];
            high[high.length - 1 - i] = x;
        }
        out.put(low, low.length).put(high, high.length).put(levels);
        Arrays.sort(items[0], 0, sizes[0]); // its order has no meaning
        for (int level = 0; level < levels; level++) out.put(compactions[level]).put(items[level], sizes[level]);
        return out.bytes();
    }

    /**
     * The state that {@link #toBytes()} wrote.
     *
     * @throws InvalidInputException when the bytes are not such a state
     */
    static QuantileSketch fromBytes(byte[] bytes) {
        var in = new StateBytes.Reader("quantile sketch", 'Q', bytes);
        var sketch = new QuantileSketch(in.aLong(), in.aLong());
        sketch.count = in.count();
        double[] low = sketch.lowest.read(in, sketch.count);
        double[] high = sketch.highest.read(in, sketch.count);
        int n = low.length;
        for (int i = 0; i < n; i++) in.require(low[i] <= high[i], "its tails contradict each other");
        if (n == sketch.count) in.require(Arrays.equals(low, high), "its tails contradict each other");
        int levels = in.anInt();
        in.require(levels >= 1 && levels <= MAXIMUM_LEVELS, "its number of levels is out of range");
        sketch.setLevels(levels);
        long weight = 0;
        for (int level = 0; level < levels; level++) {
            sketch.compactions[level] = in.count();
            in.require(sketch.compactions[level] <= sketch.count, "it has more compactions than numbers");
            in.require(level < levels - 1 || sketch.compactions[level] == 0, "its last level was compacted");
            var values = in.ascending(sketch.capacities[level] - 1);
            in.require(values.length <= (sketch.count - weight) >> level, "it has more numbers than were counted");
            for (double x : values) in.require(x >= low[0] && x <= high[n - 1], "a number is outside its range");
            sketch.items[level] = values;
            sketch.sizes[level] = values.length;
            weight += (long) values.length << level;
        }
        in.require(weight == sketch.count, "it has fewer numbers than were counted");
        in.end();
        return sketch;
    }

    private void append(double x) {
        if (sizes[0] == items[0].length) items[0] = Arrays.copyOf(items[0], Math.max(64, 2 * sizes[0]));
        items[0][sizes[0]++] = x;
    }

    private void setLevels(int number) {
        if (number > MAXIMUM_LEVELS) throw new IllegalStateException("more numbers than can be counted");
        levels = number;
        capacities = new int[number];
        int capacity = CAPACITY;
        for (int level = number - 1; level >= 0; level--) {
            capacities[level] = capacity;
            capacity = Math.max(MINIMUM_CAPACITY, capacity * 2 / 3);
        }
    }

    /** Compacts whatever is full, from below; a new level makes the others smaller, so it may take more than one pass. */
    private void compress() {
        for (int before = 0; before != levels; ) {
            before = levels;
            for (int level = 0; level < levels; level++) {
                if (sizes[level] >= capacities[level]) compact(level);
            }
        }
    }

    private void compact(int level) {
        if (level == levels - 1) setLevels(levels + 1);
        var values = items[level];
        int n = sizes[level];
        if (level == 0) Arrays.sort(values, 0, n);
        int kept = n & 1; // of an odd number the least stays
        long number = (long) level << 56 | compactions[level]++;
        int first = kept + (int) (CounterRandom.nextBits(seed, stream, number) & 1);
        int half = n / 2;
        var handed = new double[half];
        for (int i = 0; i < half; i++) handed[i] = values[first + 2 * i];
        sizes[level] = kept;
        items[level + 1] = merged(items[level + 1], sizes[level + 1], handed, half);
        sizes[level + 1] += half;
    }

    private static double[] merged(double[] a, int n, double[] b, int m) {
        var sum = new double[n + m];
        for (int i = 0, j = 0, k = 0; k < sum.length; ) {
            sum[k++] = j == m || i < n && a[i] <= b[j] ? a[i++] : b[j++];
        }
        return sum;
    }

    /** The {@link #TAIL} lowest numbers, or the highest as the lowest of the negated ones. */
    private static final class Tail {

        private final double sign;
        private double[] values = new double[16];
        private int size;
        /** Larger numbers are not among them. */
        private double limit = Double.POSITIVE_INFINITY;

        Tail(double sign) {
            this.sign = sign;
        }

        void add(double x) {
            double value = sign * x;
            if (value >= limit) return;
            if (size == values.length) {
                if (size == 2 * TAIL) {
                    cut();
                    if (value >= limit) return;
                } else {
                    values = Arrays.copyOf(values, 2 * size);
                }
            }
            values[size++] = value;
        }

        void addRun(double[] numbers, long[] times, int length) {
            int step = sign > 0 ? 1 : -1;
            int left = TAIL;
            for (int i = sign > 0 ? 0 : length - 1; i >= 0 && i < length && left > 0; i += step) {
                for (long k = Math.min(times[i], left); k > 0; k--, left--) add(numbers[i]);
            }
        }

        void merge(Tail other) {
            for (double x : Arrays.copyOf(other.values, other.size)) add(sign * x);
        }

        private void cut() {
            Arrays.sort(values, 0, size);
            if (size >= TAIL) {
                size = TAIL;
                limit = values[TAIL - 1];
            }
        }

        /** From the end inwards. */
        double[] ordered() {
            cut();
            var ordered = new double[size];
            for (int i = 0; i < size; i++) ordered[i] = sign * values[i] + 0.0;
            return ordered;
        }

        /** Reads the numbers in ascending order. */
        double[] read(StateBytes.Reader in, long count) {
            var ascending = in.ascending(TAIL);
            in.require(ascending.length == Math.min(count, TAIL), "a tail has not as many numbers as it must have");
            for (double x : ascending) add(x);
            return ascending;
        }
    }
}
