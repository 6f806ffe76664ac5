package org.dataassay.quality.source;

/** Questions about single bytes. */
final class Digits {

    private Digits() {}

    static boolean is(int b) {
        return b >= '0' && b <= '9';
    }

    static boolean isHex(int b) {
        return is(b) || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
    }

    static boolean isLetter(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /** Whether all bytes of a part are digits. */
    static boolean all(Utf8 text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!is(text.byteAt(i))) return false;
        }
        return true;
    }

    /** The number that digits make; call it only where {@link #all} holds, for at most nine. */
    static int value(Utf8 text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) value = value * 10 + text.byteAt(i) - '0';
        return value;
    }
}
