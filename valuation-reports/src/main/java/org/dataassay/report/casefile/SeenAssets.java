package org.dataassay.report.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalInt;

/**
 * The ids that have been met and in which row, without the ids: 128 bits of the SHA-256 of each, so that two ids are never taken for one. At most 60 bytes an id.
 * Not thread-safe.
 */
final class SeenAssets {

    /** Bytes of one entry in the work folder. */
    static final int ENTRY_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private static final int FIRST_CAPACITY = 1 << 10;

    private final MessageDigest digest = ScreeningFolder.sha256();
    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int[] rows = new int[FIRST_CAPACITY]; // 0 where free
    private int count;

    /** Notes an id; the row where it stood before, if it did. A new one is appended to the log. */
    OptionalInt add(String id, int row, ByteBuffer log) {
        var hash = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        long h = hash.getLong();
        long l = hash.getLong();
        int before = put(h, l, row);
        if (before > 0) return OptionalInt.of(before);
        log.putLong(h).putLong(l).putInt(row);
        return OptionalInt.empty();
    }

    /** Notes an entry of the log. */
    void restore(ByteBuffer entry) {
        put(entry.getLong(), entry.getLong(), entry.getInt());
    }

    private int put(long h, long l, int row) {
        if (count > high.length / 4 * 3) grow();
        int i = (int) l & high.length - 1;
        while (rows[i] != 0) {
            if (high[i] == h && low[i] == l) return rows[i];
            i = i + 1 & high.length - 1;
        }
        high[i] = h;
        low[i] = l;
        rows[i] = row;
        count++;
        return 0;
    }

    private void grow() {
        var oldHigh = high;
        var oldLow = low;
        var oldRows = rows;
        high = new long[oldHigh.length * 2];
        low = new long[oldHigh.length * 2];
        rows = new int[oldHigh.length * 2];
        count = 0;
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) put(oldHigh[i], oldLow[i], oldRows[i]);
        }
    }
}
