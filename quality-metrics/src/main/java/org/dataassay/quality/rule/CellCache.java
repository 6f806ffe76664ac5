package org.dataassay.quality.rule;

import java.util.function.Predicate;
import org.dataassay.quality.source.Utf8;
import org.jspecify.annotations.Nullable;

/** Remembers what a costly test said of the first {@link #MAXIMUM} different texts; most columns have no more. */
final class CellCache {

    private static final int MAXIMUM = 4096;

    private final Predicate<Utf8> test;
    private final @Nullable Utf8[] texts = new Utf8[2 * MAXIMUM];
    private final boolean[] answers = new boolean[2 * MAXIMUM];
    private int size;

    CellCache(Predicate<Utf8> test) {
        this.test = test;
    }

    boolean test(Utf8 cell) {
        int mask = texts.length - 1;
        int slot = (int) cell.hash() & mask;
        for (Utf8 known; (known = texts[slot]) != null; slot = (slot + 1) & mask) {
            if (known.sameAs(cell)) return answers[slot];
        }
        boolean answer = test.test(cell);
        if (size < MAXIMUM) {
            size++;
            texts[slot] = cell.copy();
            answers[slot] = answer;
        }
        return answer;
    }
}
