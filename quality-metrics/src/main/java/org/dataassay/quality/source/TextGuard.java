package org.dataassay.quality.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the first byte of a stream that is not text: a NUL, or one that no UTF-8 sequence allows (Unicode 15, table 3-7: no overlong forms, no
 * surrogates, nothing above U+10FFFF). Keeps its state between chunks, so a sequence may be cut anywhere.
 */
final class TextGuard {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    /** Bytes still to come in the current sequence, and the range allowed for the next one. */
    private int pending;

    private int low = 0x80;
    private int high = 0xBF;

    /** Index of the first byte in [from, to) that is not text, or {@code to}. */
    int check(byte[] b, int from, int to) {
        int i = from;
        while (i < to) {
            if (pending == 0) {
                while (i + 8 <= to) {
                    long word = (long) LONGS.get(b, i);
                    if (((word | (word - ONES)) & HIGH_BITS) != 0) break; // a byte above 127, or a zero
                    i += 8;
                }
                if (i == to) return to;
            }
            if (!accept(b[i] & 0xFF)) return i;
            i++;
        }
        return to;
    }

    /** Whether the stream may end here. */
    boolean complete() {
        return pending == 0;
    }

    private boolean accept(int b) {
        if (pending > 0) {
            if (b < low || b > high) return false;
            pending--;
            low = 0x80;
            high = 0xBF;
            return true;
        }
        if (b < 0x80) return b != 0;
        if (b < 0xC2 || b > 0xF4) return false;
        if (b < 0xE0) {
            pending = 1;
        } else if (b < 0xF0) {
            pending = 2;
            if (b == 0xE0) low = 0xA0;
            if (b == 0xED) high = 0x9F;
        } else {
            pending = 3;
            if (b == 0xF0) low = 0x90;
            if (b == 0xF4) high = 0x8F;
        }
        return true;
    }
}
