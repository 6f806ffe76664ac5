package org.dataassay.quality.column;

import org.dataassay.quality.source.Utf8;
import org.jspecify.annotations.Nullable;

/** How often each text occurs, exactly: compared byte by byte, not only by hash. */
final class ValueCounts {

    /** Receives one text, its hash and how often it occurs. */
    interface Visitor {
        void visit(Utf8 value, long hash, long count);
    }

    private long[] hashes = new long[64];
    private long[] counts = new long[64];
    private @Nullable Utf8[] values = new Utf8[64];
    private int size;

    int size() {
        return size;
    }

    void add(Utf8 value, long hash, long times) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        for (Utf8 known; (known = values[slot]) != null; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash && known.sameAs(value)) {
                counts[slot] += times;
                return;
            }
        }
        hashes[slot] = hash;
        counts[slot] = times;
        values[slot] = value.copy();
        if (++size * 2 > hashes.length) grow();
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < hashes.length; i++) {
            var value = values[i];
            if (value != null) visitor.visit(value, hashes[i], counts[i]);
        }
    }

    private void grow() {
        var oldHashes = hashes;
        var oldCounts = counts;
        var oldValues = values;
        int mask = oldHashes.length * 2 - 1;
        hashes = new long[mask + 1];
        counts = new long[mask + 1];
        values = new Utf8[mask + 1];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldValues[i] == null) continue;
            int slot = (int) oldHashes[i] & mask;
            while (values[slot] != null) slot = (slot + 1) & mask;
            hashes[slot] = oldHashes[i];
            counts[slot] = oldCounts[i];
            values[slot] = oldValues[i];
        }
    }
}
