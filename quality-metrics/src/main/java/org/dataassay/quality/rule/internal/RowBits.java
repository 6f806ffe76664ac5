package org.dataassay.quality.rule.internal;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * The rows of a part, one bit each, as long as they are few enough; then, and for the whole, a compressed bitmap.
 *
 * <p>Not thread-safe.
 */
public final class RowBits {

    /** As plain bits up to this row. */
    private static final int PLAIN = 1 << 20;

    /** Most rows of a stored state, so that a damaged one does not fill the memory: 68 thousand million. */
    public static final long MAXIMUM_ROWS = 1L << 36;

    private long[] bits = {};
    private final Roaring64NavigableMap more = new Roaring64NavigableMap();
    private boolean plain = true;

    /** Adds a row, 1 or above. */
    public void add(long row) {
        if (row >= PLAIN || !plain) {
            more.addLong(row);
            return;
        }
        int word = (int) row >>> 6;
        if (word >= bits.length) bits = Arrays.copyOf(bits, Math.max(word + 1, Math.min(2 * bits.length, PLAIN >>> 6)));
        bits[word] |= 1L << row;
    }

    /** Adds the rows of another set, whose numbers move on by so many. */
    public void addAll(RowBits other, long rowsBefore) {
        if (rowsBefore > 0) whole();
        other.forEachRun((first, last) -> addRun(first + rowsBefore, last + rowsBefore));
    }

    private void addRun(long first, long last) {
        if (first == last) {
            add(first);
        } else {
            whole();
            more.addRange(first, last + 1);
        }
    }

    /** How many rows there are. */
    public long size() {
        long size = more.getLongCardinality();
        for (long word : bits) size += Long.bitCount(word);
        return size;
    }

    public boolean contains(long row) {
        return whole().contains(row);
    }

    /** The rows, ascending. */
    public LongStream stream() {
        return whole().stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowBits set && whole().equals(set.whole());
    }

    @Override
    public int hashCode() {
        return whole().hashCode();
    }

    /** All rows as one compressed bitmap, which this set goes on using. */
    private Roaring64NavigableMap whole() {
        plain = false;
        if (bits.length > 0) {
            long[] old = bits;
            bits = new long[0];
            runs(old, (first, last) -> more.addRange(first, last + 1));
        }
        return more;
    }

    /** Shows runs of consecutive rows, ascending. */
    public void forEachRun(RunVisitor visitor) {
        runs(bits, visitor);
        long first = -1;
        long last = -2;
        for (LongIterator i = more.getLongIterator(); i.hasNext(); ) {
            long row = i.next();
            if (row != last + 1) {
                if (first >= 0) visitor.visit(first, last);
                first = row;
            }
            last = row;
        }
        if (first >= 0) visitor.visit(first, last);
    }

    /** Shows rows, ascending. */
    public void forEach(LongConsumer visitor) {
        forEachRun((first, last) -> {
            for (long row = first; row <= last; row++) visitor.accept(row);
        });
    }

    /** Receives the first and the last row of a run. */
    @FunctionalInterface
    public interface RunVisitor {
        void visit(long first, long last);
    }

    private static void runs(long[] words, RunVisitor visitor) {
        long first = -1;
        for (int w = 0; w < words.length; w++) {
            long word = words[w];
            if (word == 0 && first < 0 || word == -1L && first >= 0) continue;
            for (int b = 0; b < 64; b++) {
                boolean set = (word >>> b & 1) != 0;
                if (set && first < 0) first = 64L * w + b;
                if (!set && first >= 0) {
                    visitor.visit(first, 64L * w + b - 1);
                    first = -1;
                }
            }
        }
        if (first >= 0) visitor.visit(first, 64L * words.length - 1);
    }

    /** Writes the runs. */
    public void write(StateBytes.Writer out) {
        whole();
        var runs = new int[1];
        forEachRun((first, last) -> runs[0]++);
        out.put(runs[0]);
        forEachRun((first, last) -> out.put(first).put(last));
    }

    /** Reads what {@link #write} wrote: rows in [1, {@code rows}], and those are at most {@link #MAXIMUM_ROWS}. */
    public static RowBits read(StateBytes.Reader in, long rows) {
        var set = new RowBits();
        in.require(rows <= MAXIMUM_ROWS, "it has too many rows");
        set.plain = false;
        int runs = in.length(Integer.MAX_VALUE, 2 * Long.BYTES);
        long before = -1;
        for (int i = 0; i < runs; i++) {
            long first = in.aLong();
            long last = in.aLong();
            in.require(
                    first >= 1 && first > before + 1 && last >= first && last <= rows,
                    "its rows are out of order or range");
            set.more.addRange(first, last + 1);
            before = last;
        }
        return set;
    }
}
