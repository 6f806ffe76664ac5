package org.dataassay.quality.rule;

import java.util.function.Predicate;
import org.dataassay.quality.source.Utf8;

/** Remembers what a costly test said of the first {@link #MAXIMUM} different texts, by their hashes; most columns have no more. */
final class CellCache {

    private static final int MAXIMUM = 4096;

    private final Predicate<Utf8> test;
    /** 0 is free; a text whose hash is 0 is tested each time. */
    private final long[] hashes = new long[2 * MAXIMUM];

    private final boolean[] answers = new boolean[2 * MAXIMUM];
    private int size;

    CellCache(Predicate<Utf8> test) {
        this.test = test;
    }

    boolean test(Utf8 cell, long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        for (long known; (known = hashes[slot]) != 0; slot = (slot + 1) & mask) {
            if (known == hash) return answers[slot];
        }
        boolean answer = test.test(cell);
        if (size < MAXIMUM && hash != 0) {
            size++;
            hashes[slot] = hash;
            answers[slot] = answer;
        }
        return answer;
    }
}
