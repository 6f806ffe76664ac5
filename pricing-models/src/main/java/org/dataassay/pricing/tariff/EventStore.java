package org.dataassay.pricing.tariff;

import java.util.Arrays;

/**
 * Every different event that counts: id, where it counts, how much. Entries stand in the order of a hash of their ids, so the same events make the same bytes, in
 * whatever order they came. Not thread-safe.
 *
 * <p>Short ids are kept whole; of longer ones, 121 bits of their SHA-256. An entry takes four words; tables are kept between 68 and 85 percent full, so that an event
 * costs at most 47 bytes.
 */
final class EventStore {

    /** What adding did. */
    enum Added {
        NEW,
        SAME,
        OTHER
    }

    /** Receives entries in order. */
    interface Visitor {
        void entry(long high, long low, long quantity, int account, int hour, boolean isConflict);
    }

    static final int WORDS = 4;
    private static final int SHARD_BITS = 10;
    private static final int SHARDS = 1 << SHARD_BITS;
    private static final int FIRST_CAPACITY = 16;
    private static final double FULL = 0.85;
    private static final double GROWTH = 1.25;
    /** Slots behind the last, for entries that are pushed on. */
    private static final int TAIL = 64;

    private static final int HOUR_BITS = 15;

    private final long[][] tables = new long[SHARDS][];
    private final int[] capacities = new int[SHARDS];
    private final int[] sizes = new int[SHARDS];
    private long size;

    long size() {
        return size;
    }

    static long tag(int account, int hour) {
        return (account + 1L) << (HOUR_BITS + 1) | (long) hour << 1;
    }

    private static long hash(long high, long low) {
        long h = high * 0x9E37_79B9_7F4A_7C15L ^ Long.rotateLeft(low * 0xC2B2_AE3D_27D4_EB4FL, 31);
        h = (h ^ h >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        h = (h ^ h >>> 29) * 0xBF58_476D_1CE4_E5B9L;
        return h ^ h >>> 32;
    }

    /** Order of entries: by hash, then by id. */
    private static int compare(long hash, long high, long low, long[] table, int at) {
        int byHash = Long.compareUnsigned(hash, hash(table[at], table[at + 1]));
        if (byHash != 0) return byHash;
        int byHigh = Long.compareUnsigned(high, table[at]);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, table[at + 1]);
    }

    private static int slot(long hash, int capacity) {
        return (int) ((hash << SHARD_BITS >>> 32) * capacity >>> 32);
    }

    /** Adds an event; where its id is there with another content, the lesser content stays and the entry is marked. */
    Added add(long high, long low, long quantity, long tag) {
        long hash = hash(high, low);
        int shard = (int) (hash >>> 64 - SHARD_BITS);
        var table = tables[shard];
        if (table == null) {
            table = new long[(FIRST_CAPACITY + TAIL) * WORDS];
            tables[shard] = table;
            capacities[shard] = FIRST_CAPACITY;
        }
        int at = slot(hash, capacities[shard]) * WORDS;
        while (at < table.length && table[at + 3] != 0) {
            int order = compare(hash, high, low, table, at);
            if (order == 0) return again(table, at, quantity, tag);
            if (order < 0) break;
            at += WORDS;
        }
        int empty = at;
        while (empty < table.length && table[empty + 3] != 0) empty += WORDS;
        if (empty >= table.length || sizes[shard] + 1 > capacities[shard] * FULL) {
            grow(shard);
            return add(high, low, quantity, tag);
        }
        System.arraycopy(table, at, table, at + WORDS, empty - at);
        table[at] = high;
        table[at + 1] = low;
        table[at + 2] = quantity;
        table[at + 3] = tag;
        sizes[shard]++;
        size++;
        return Added.NEW;
    }

    private static Added again(long[] table, int at, long quantity, long tag) {
        long known = table[at + 3];
        if (known >>> 1 == tag >>> 1 && table[at + 2] == quantity) {
            table[at + 3] |= tag & 1;
            return Added.SAME;
        }
        boolean isLess = tag >>> 1 < known >>> 1 || tag >>> 1 == known >>> 1 && quantity < table[at + 2];
        if (isLess) table[at + 2] = quantity;
        table[at + 3] = (isLess ? tag : known) | 1;
        return Added.OTHER;
    }

    private void grow(int shard) {
        var old = tables[shard];
        int capacity = (int) (capacities[shard] * GROWTH) + 1;
        while (true) {
            var table = new long[(capacity + TAIL) * WORDS];
            if (placed(old, table, capacity)) {
                tables[shard] = table;
                capacities[shard] = capacity;
                return;
            }
            capacity = (int) (capacity * GROWTH) + 1;
        }
    }

    /** Copies entries, which are in order, each to its slot or behind the one before. */
    private static boolean placed(long[] old, long[] table, int capacity) {
        int next = 0;
        for (int at = 0; at < old.length; at += WORDS) {
            if (old[at + 3] == 0) continue;
            int to = Math.max(next, slot(hash(old[at], old[at + 1]), capacity) * WORDS);
            if (to >= table.length) return false;
            System.arraycopy(old, at, table, to, WORDS);
            next = to + WORDS;
        }
        return true;
    }

    /** Every entry, in order. */
    void forEach(Visitor visitor) {
        for (var table : tables) {
            if (table == null) continue;
            for (int at = 0; at < table.length; at += WORDS) {
                long tag = table[at + 3];
                if (tag == 0) continue;
                visitor.entry(
                        table[at],
                        table[at + 1],
                        table[at + 2],
                        (int) ((tag >>> HOUR_BITS + 1) - 1),
                        (int) (tag >>> 1) & (1 << HOUR_BITS) - 1,
                        (tag & 1) == 1);
            }
        }
    }

    /** Drops everything. */
    void clear() {
        Arrays.fill(tables, null);
        Arrays.fill(sizes, 0);
        Arrays.fill(capacities, 0);
        size = 0;
    }
}
