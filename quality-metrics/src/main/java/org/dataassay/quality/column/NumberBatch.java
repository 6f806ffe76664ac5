package org.dataassay.quality.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects numbers, sorts them by the bits of their keys, and hands them on as runs; one per thread and column, used again for every part. Not thread-safe. */
final class NumberBatch {

    /** So many are sorted at once. */
    private static final int SIZE = 1 << 16;

    private static final int DIGIT = 11;
    private static final int PASSES = 6;
    private static final int BUCKETS = 1 << DIGIT;

    private double[] numbers = new double[16];
    private long[] times = new long[16];
    private int size;
    /** Whether a number occurs more than once in one entry. */
    private boolean counted;

    private static final class Room {
        final long[] keys = new long[SIZE];
        final long[] other = new long[SIZE];
        final int[] places = new int[PASSES * BUCKETS];
        final double[] values = new double[SIZE];
        final long[] times = new long[SIZE];
    }

    /** Shared by all columns of a thread. */
    static final class Sorter {
        private @Nullable Room room;

        private Room room() {
            if (room == null) room = new Room();
            return room;
        }
    }

    private final Sorter sorter;

    NumberBatch(Sorter sorter) {
        this.sorter = sorter;
    }

    /** Takes a finite number into account. */
    void add(double number, long n, Numbers target) {
        target.addToSums(number, n);
        if (size == numbers.length) {
            if (size == SIZE) {
                flush(target);
            } else {
                numbers = Arrays.copyOf(numbers, 2 * size);
                if (counted) times = Arrays.copyOf(times, 2 * size);
            }
        }
        if (n > 1 && !counted) {
            if (times.length < numbers.length) times = new long[numbers.length];
            Arrays.fill(times, 0, size, 1);
            counted = true;
        }
        numbers[size] = number + 0.0;
        if (counted) times[size] = n;
        size++;
    }

    /** Hands on what was collected. */
    void flush(Numbers target) {
        if (size == 0) return;
        var room = sorter.room();
        int n = counted ? sortCounted(room) : sort(room);
        target.addAscending(room.values, room.times, n);
        size = 0;
        counted = false;
    }

    /** Entries with their counts are few: an insertion order by the numbers' own order. */
    private int sortCounted(Room room) {
        var order = new Integer[size];
        for (int i = 0; i < size; i++) order[i] = i;
        Arrays.sort(order, (a, b) -> Double.compare(numbers[a], numbers[b]));
        int n = 0;
        for (int i : order) {
            if (n > 0 && room.values[n - 1] == numbers[i]) {
                room.times[n - 1] += times[i];
            } else {
                room.values[n] = numbers[i];
                room.times[n++] = times[i];
            }
        }
        return n;
    }

    private int sort(Room room) {
        long[] keys = room.keys;
        for (int i = 0; i < size; i++) {
            long bits = Double.doubleToRawLongBits(numbers[i]);
            keys[i] = bits ^ (bits >> 63 | Long.MIN_VALUE);
        }
        if (size < 256) {
            for (int i = 0; i < size; i++) keys[i] ^= Long.MIN_VALUE;
            Arrays.sort(keys, 0, size);
            for (int i = 0; i < size; i++) keys[i] ^= Long.MIN_VALUE;
        } else {
            keys = sortByDigits(room);
        }
        int n = 0;
        long last = 0;
        for (int i = 0; i < size; i++) {
            if (n > 0 && keys[i] == last) {
                room.times[n - 1]++;
                continue;
            }
            last = keys[i];
            room.values[n] = Double.longBitsToDouble(last < 0 ? last ^ Long.MIN_VALUE : ~last);
            room.times[n++] = 1;
        }
        return n;
    }

    /** Least digit first, digits that are all alike left out; the array in which the sorted keys stand. */
    private long[] sortByDigits(Room room) {
        long[] from = room.keys;
        long[] to = room.other;
        int[] places = room.places;
        Arrays.fill(places, 0);
        for (int i = 0; i < size; i++) {
            long key = from[i];
            for (int pass = 0; pass < PASSES; pass++)
                places[pass * BUCKETS + ((int) (key >>> pass * DIGIT) & BUCKETS - 1)]++;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            int base = pass * BUCKETS;
            int shift = pass * DIGIT;
            if (places[base + ((int) (from[0] >>> shift) & BUCKETS - 1)] == size) continue;
            int place = 0;
            for (int b = base; b < base + BUCKETS; b++) {
                int here = places[b];
                places[b] = place;
                place += here;
            }
            for (int i = 0; i < size; i++) {
                long key = from[i];
                to[places[base + ((int) (key >>> shift) & BUCKETS - 1)]++] = key;
            }
            long[] swapped = from;
            from = to;
            to = swapped;
        }
        return from;
    }
}
