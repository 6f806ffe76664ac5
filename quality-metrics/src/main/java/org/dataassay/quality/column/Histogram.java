package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * How many numbers of a column lie between the steps … 0.1, 0.2, 0.5, 1, 2, 5, 10, 20 …, on both sides of zero: the shape of a column whose range nobody knew
 * beforehand.
 *
 * <p><b>Formula</b>  [1, 2)·10^k, [2, 5)·10^k, [5, 10)·10^k for k in [−324, 308], the same mirrored below zero, and zero by itself (the 1-2-5 series); a step is the double next to
 * its decimal, so a number that is written as a step lies in the bin that begins there
 * <p><b>Error</b>  none: every number is counted in its bin
 * <p><b>Merging</b>  adds counts: associative and commutative to the bit, and the whole equals the merge of its parts
 * <p><b>Memory</b>  30 KiB at most
 * <p><b>Edge cases</b>  NaN and infinities are refused; −0 is zero
 * <p>Not thread-safe.
 */
final class Histogram {

    private static final int LEAST_POWER = -324;
    private static final int GREATEST_POWER = 308;

    /** All steps above zero that are doubles, ascending; the first is 5·10⁻³²⁴. */
    private static final double[] STEPS = steps();

    /** Where the steps of a binary exponent begin: the last step that is not above 2^e. */
    private static final short[] FIRST_STEP = firstSteps();

    /** The numbers from one step (inclusive, on the side of zero) to the next; zero has both edges 0. */
    record Bin(double from, double to, long count) {}

    private long count;
    private long zeros;
    private long[] positive = new long[0];
    private long[] negative = new long[0];

    /**
     * Takes a number into account that occurs so many times.
     *
     * @throws InvalidInputException when it is NaN or infinite
     */
    void add(double number, long times) {
        if (!(Math.abs(number) <= Double.MAX_VALUE))
            throw InvalidInputException.of(
                    ValuationError.NOT_FINITE, "number", number, "Histograms need finite numbers.");
        count += times;
        if (number == 0) {
            zeros += times;
            return;
        }
        double x = Math.abs(number);
        int step = FIRST_STEP[(int) (Double.doubleToRawLongBits(x) >>> 52)];
        while (step + 1 < STEPS.length && STEPS[step + 1] <= x) step++;
        if (number > 0) {
            if (positive.length == 0) positive = new long[STEPS.length];
            positive[step] += times;
        } else {
            if (negative.length == 0) negative = new long[STEPS.length];
            negative[step] += times;
        }
    }

    /** Takes different finite numbers into account, ascending, each so many times. */
    void addAscending(double[] numbers, long[] times, int length) {
        int step = 0;
        for (int i = 0; i < length; i++) {
            double x = numbers[i];
            if (x <= 0) {
                add(x, times[i]);
                continue;
            }
            step = Math.max(step, FIRST_STEP[(int) (Double.doubleToRawLongBits(x) >>> 52)]);
            while (step + 1 < STEPS.length && STEPS[step + 1] <= x) step++;
            if (positive.length == 0) positive = new long[STEPS.length];
            positive[step] += times[i];
            count += times[i];
        }
    }

    /** Adds another part of the column; that state stays as it is. */
    void merge(Histogram other) {
        count += other.count;
        zeros += other.zeros;
        positive = sum(positive, other.positive);
        negative = sum(negative, other.negative);
    }

    private static long[] sum(long[] a, long[] b) {
        if (b.length == 0) return a;
        if (a.length == 0) return b.clone();
        for (int i = 0; i < a.length; i++) a[i] += b[i];
        return a;
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    /** The bins that have numbers, ascending; below zero {@code to} is the edge on the side of zero, which is inside. */
    List<Bin> bins() {
        var bins = new ArrayList<Bin>();
        for (int i = negative.length - 1; i >= 0; i--) {
            if (negative[i] > 0) bins.add(new Bin(-next(i), -STEPS[i], negative[i]));
        }
        if (zeros > 0) bins.add(new Bin(0, 0, zeros));
        for (int i = 0; i < positive.length; i++) {
            if (positive[i] > 0) bins.add(new Bin(STEPS[i], next(i), positive[i]));
        }
        return List.copyOf(bins);
    }

    /** The state as bytes; equal states have equal bytes. */
    byte[] toBytes() {
        var out = new StateBytes.Writer('H').put(zeros);
        for (var side : List.of(negative, positive)) {
            int filled = 0;
            for (long n : side) if (n > 0) filled++;
            out.put(filled);
            for (int i = 0; i < side.length; i++) {
                if (side[i] > 0) out.put(i).put(side[i]);
            }
        }
        return out.bytes();
    }

    /**
     * The state that {@link #toBytes()} wrote.
     *
     * @throws InvalidInputException when the bytes are not such a state
     */
    static Histogram fromBytes(byte[] bytes) {
        var in = new StateBytes.Reader("histogram", 'H', bytes);
        var histogram = new Histogram();
        histogram.zeros = in.count();
        histogram.count = histogram.zeros;
        histogram.negative = histogram.side(in);
        histogram.positive = histogram.side(in);
        in.end();
        return histogram;
    }

    private long[] side(StateBytes.Reader in) {
        int filled = in.length(STEPS.length, Integer.BYTES + Long.BYTES);
        if (filled == 0) return new long[0];
        var side = new long[STEPS.length];
        for (int i = 0, last = -1; i < filled; i++) {
            int step = in.anInt();
            in.require(step > last && step < STEPS.length, "its bins are not in order");
            side[step] = in.count();
            in.require(side[step] > 0 && side[step] <= Long.MAX_VALUE - count, "a count is out of range");
            count += side[step];
            last = step;
        }
        return side;
    }

    private static double next(int step) {
        return step + 1 < STEPS.length ? STEPS[step + 1] : Double.MAX_VALUE;
    }

    private static double[] steps() {
        var steps = new double[3 * (GREATEST_POWER - LEAST_POWER + 1)];
        int n = 0;
        for (int power = LEAST_POWER; power <= GREATEST_POWER; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double step = Double.parseDouble(digit + "e" + power);
                if (step > 0 && step <= Double.MAX_VALUE && (n == 0 || step > steps[n - 1])) steps[n++] = step;
            }
        }
        return Arrays.copyOf(steps, n);
    }

    private static short[] firstSteps() {
        var first = new short[2047];
        int step = 0;
        for (int e = 1; e < first.length; e++) {
            double low = Double.longBitsToDouble((long) e << 52);
            while (step + 1 < STEPS.length && STEPS[step + 1] <= low) step++;
            first[e] = (short) step;
        }
        return first;
    }
}
