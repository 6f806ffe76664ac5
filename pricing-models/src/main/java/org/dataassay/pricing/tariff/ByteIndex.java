package org.dataassay.pricing.tariff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Numbers of texts, found by their UTF-8 bytes without making a text. Immutable. */
final class ByteIndex {

    private final byte[][] keys;
    private final int[] slots;
    private final int mask;

    ByteIndex(List<String> texts) {
        keys = texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        int capacity = Integer.highestOneBit(Math.max(4, keys.length) * 2 - 1) * 2;
        mask = capacity - 1;
        slots = new int[capacity];
        for (int i = 0; i < keys.length; i++) {
            int at = hash(keys[i], 0, keys[i].length) & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = i + 1;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int h = 1;
        for (int i = from; i < to; i++) h = h * 31 + bytes[i];
        h *= 0x9E37_79B9;
        return h ^ h >>> 15;
    }

    /** The number of the text; −1 where it is none of them. */
    int find(byte[] bytes, int from, int to) {
        int at = hash(bytes, from, to) & mask;
        while (slots[at] != 0) {
            var key = keys[slots[at] - 1];
            if (key.length == to - from && Arrays.equals(key, 0, key.length, bytes, from, to)) return slots[at] - 1;
            at = (at + 1) & mask;
        }
        return -1;
    }
}
