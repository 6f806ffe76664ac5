package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often each number occurs, exactly, while there are not too many different ones. */
final class NumberCounts {

    /** With more different numbers than this, exact quantiles are given up. */
    static final int MAXIMUM = 1 << 16;

    record Count(double value, long count) {}

    private long[] keys = new long[64];
    private long[] counts = new long[64];
    private int size;
    private boolean overflowed;

    void add(double value, long times) {
        if (overflowed) return;
        long key = Double.doubleToRawLongBits(value + 0.0);
        int slot = slot(key);
        if (counts[slot] == 0) {
            if (size == MAXIMUM) {
                overflow();
                return;
            }
            keys[slot] = key;
            size++;
        }
        counts[slot] += times;
        if (size * 2 > keys.length) grow();
    }

    void merge(NumberCounts other) {
        if (other.overflowed) overflow();
        for (int i = 0; i < other.keys.length && !overflowed; i++) {
            if (other.counts[i] > 0) add(Double.longBitsToDouble(other.keys[i]), other.counts[i]);
        }
    }

    boolean isExact() {
        return !overflowed;
    }

    /** The numbers, ascending. */
    List<Count> ascending() {
        var list = new ArrayList<Count>(size);
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) list.add(new Count(Double.longBitsToDouble(keys[i]), counts[i]));
        }
        list.sort(Comparator.comparingDouble(Count::value));
        return list;
    }

    private void overflow() {
        overflowed = true;
        keys = new long[0];
        counts = new long[0];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (counts[slot] != 0 && keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] == 0) continue;
            int slot = slot(oldKeys[i]);
            keys[slot] = oldKeys[i];
            counts[slot] = oldCounts[i];
        }
    }
}
