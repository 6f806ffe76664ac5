package org.dataassay.quality.rule.internal;

import java.util.Arrays;

/**
 * A set of 64-bit keys, with the number of the row that had each first: 8 to 13 bytes a key, or 16 to 26 with row numbers.
 *
 * <p>Keys stand in the order of their bits but for short runs, so walking through one set and asking another one touches memory in order.
 * <p>Not thread-safe.
 */
public final class KeySet {

    /** Receives a key and its row. */
    @FunctionalInterface
    public interface Visitor {
        void visit(long key, long row);
    }

    private static final int SEGMENT_BITS = 6;
    private static final int LEAST = 8;

    /** Fuller than this a segment grows, by a third: 0.85. */
    private static final double LOAD = 0.85;

    /** 0 marks a free slot; key 0 is kept as {@link #ZERO}. */
    private final long[][] keys = new long[1 << SEGMENT_BITS][];

    private final long[][] rows = new long[1 << SEGMENT_BITS][];
    private final int[] sizes = new int[1 << SEGMENT_BITS];
    private boolean withRows = true;
    private int size;

    private static final long ZERO = 0x9E3779B97F4A7C15L;

    /** An empty set that remembers rows. */
    public KeySet() {
        Arrays.fill(keys, new long[0]);
        Arrays.fill(rows, new long[0]);
    }

    public int size() {
        return size;
    }

    /** Whether the set knows rows. */
    public boolean hasRows() {
        return withRows;
    }

    /** Forgets the rows, so that a key takes half the memory. */
    public void forgetRows() {
        withRows = false;
        Arrays.fill(rows, new long[0]);
    }

    /** Adds a key of a row; false when it was there. The row of a known key stays as it is. */
    public boolean add(long hash, long row) {
        long key = hash == 0 ? ZERO : hash;
        int segment = (int) (key >>> (64 - SEGMENT_BITS));
        if (sizes[segment] >= keys[segment].length * LOAD) grow(segment);
        var table = keys[segment];
        int slot = slot(key, table.length);
        for (long known; (known = table[slot]) != 0; ) {
            if (known == key) return false;
            if (++slot == table.length) slot = 0;
        }
        table[slot] = key;
        if (withRows) rows[segment][slot] = row;
        sizes[segment]++;
        size++;
        return true;
    }

    /** The row that had a key first; 0 where it is not known. */
    public long row(long hash) {
        long key = hash == 0 ? ZERO : hash;
        int segment = (int) (key >>> (64 - SEGMENT_BITS));
        var table = keys[segment];
        if (!withRows || table.length == 0) return 0;
        int slot = slot(key, table.length);
        for (long known; (known = table[slot]) != 0; ) {
            if (known == key) return rows[segment][slot];
            if (++slot == table.length) slot = 0;
        }
        return 0;
    }

    /** Shows every key with its row, 0 where rows are not known. */
    public void forEach(Visitor visitor) {
        for (int segment = 0; segment < keys.length; segment++) {
            var table = keys[segment];
            for (int i = 0; i < table.length; i++) {
                if (table[i] != 0) visitor.visit(table[i], withRows ? rows[segment][i] : 0);
            }
        }
    }

    /** Within a segment the place follows from the bits below the segment's, so that order is kept. */
    private static int slot(long key, int length) {
        return (int) ((key << SEGMENT_BITS >>> 33) * length >>> 31);
    }

    private void grow(int segment) {
        var oldKeys = keys[segment];
        var oldRows = rows[segment];
        int length = Math.max(LEAST, oldKeys.length + oldKeys.length / 3);
        var table = new long[length];
        var tableRows = withRows ? new long[length] : new long[0];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            int slot = slot(oldKeys[i], length);
            while (table[slot] != 0) if (++slot == length) slot = 0;
            table[slot] = oldKeys[i];
            if (withRows) tableRows[slot] = oldRows[i];
        }
        keys[segment] = table;
        rows[segment] = tableRows;
    }
}
