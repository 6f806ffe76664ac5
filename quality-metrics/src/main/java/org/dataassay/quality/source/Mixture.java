package org.dataassay.quality.source;

/**
 * Watches text read as GB 18030 for stretches that are UTF-8. Most of UTF-8 is no GB 18030, but some of it is, and would be read as other characters without a word.
 *
 * <p>A run of bytes above 127 that consists of two or more three-byte sequences of UTF-8 occurs in real GB 18030 by chance, about once in 50 000; three such runs
 * one behind the other do not.
 */
final class Mixture {

    private static final int RUNS = 3;

    private long offset;
    private int length;
    private int phase;
    private boolean utf8 = true;
    private int streak;
    private long firstOfStreak;

    /** Begins at this offset of the text. */
    Mixture(long offset) {
        this.offset = offset;
    }

    /** The offset from which the text is UTF-8, or -1 where nothing says so. */
    long check(byte[] b, int from, int to) {
        for (int i = from; i < to; i++, offset++) {
            int value = b[i];
            if (value < 0) {
                accept(value & 0xFF);
            } else if (length > 0 && endRun()) {
                return firstOfStreak;
            }
        }
        return -1;
    }

    private void accept(int value) {
        length++;
        if (!utf8) return;
        utf8 = phase == 0 ? value >= 0xE3 && value <= 0xEF : value <= 0xBF;
        phase = phase == 2 ? 0 : phase + 1;
    }

    private boolean endRun() {
        if (length >= 6) {
            if (utf8 && phase == 0) {
                if (streak++ == 0) firstOfStreak = offset - length;
            } else {
                streak = 0;
            }
        }
        length = 0;
        phase = 0;
        utf8 = true;
        return streak == RUNS;
    }
}
