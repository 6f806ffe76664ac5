package org.dataassay.quality.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What counts as no value: an empty cell, a blank one, and a list of words that stand for nothing (a <em>disguised</em> missing value).
 *
 * <p>Words are compared without surrounding blanks and without regard to case. {@code None} is not in the standard list: as a category it is a
 * value ("no damage").
 *
 * @param words the words, as given
 */
public record MissingValues(List<String> words) {

    /** The words used when the caller names none. */
    public static final List<String> STANDARD_WORDS = List.of(
            "N/A", "#N/A", "n.a.", "NULL", "\\N", "NaN", "nil", "-", "--", "?", "unknown", "unkn", "tbd", "无", "未知",
            "不详", "暂无", "空");

    public MissingValues {
        words = List.copyOf(words);
    }

    /** {@link #STANDARD_WORDS}. */
    public static MissingValues standard() {
        return new MissingValues(STANDARD_WORDS);
    }

    static final byte VALUE = 0;
    static final byte EMPTY = 1;
    static final byte BLANK = 2;
    static final byte DISGUISED = 3;

    /** A test to be made once and used for many cells. */
    public Matcher matcher() {
        return new Matcher(words);
    }

    /** Tells whether a cell holds a value. Immutable and thread-safe. */
    public static final class Matcher {

        private final Map<String, String> words = new HashMap<>();
        private final boolean[] firstBytes = new boolean[256];
        /** By first byte: bit n is set where a word of n bytes begins with it, bit 63 where a longer one does. */
        private final long[] lengths = new long[256];

        private final int longest;

        private Matcher(List<String> given) {
            int length = 0;
            for (var word : given) {
                var folded = fold(word);
                if (folded.isEmpty()) continue;
                words.putIfAbsent(folded, word);
                for (var cased : List.of(folded, folded.toUpperCase(Locale.ROOT))) {
                    int first = Utf8.of(cased).byteAt(0) & 0xFF;
                    firstBytes[first] = true;
                    lengths[first] |= 1L << Math.min(63, Utf8.of(cased).length());
                }
                length = Math.max(length, Utf8.of(folded).length());
            }
            longest = length;
        }

        /** Whether the cell is empty or blank, or says that there is no value. */
        public boolean isMissing(Utf8 cell) {
            return cell.content(this) != VALUE;
        }

        /** What the bytes hold: a value, nothing, blanks or a word of the list. */
        byte content(byte[] b, int from, int to) {
            if (from == to) return EMPTY;
            byte first = b[from];
            if (first > ' ') {
                if (!firstBytes[first]) return VALUE;
                boolean fits = (lengths[first] & 1L << Math.min(63, to - from)) != 0 || b[to - 1] <= ' ';
                if (!fits && (to - from > longest || isAscii(b, from, to))) return VALUE;
            } else if (first < 0 && !Utf8.mayBeginBlank(first)) {
                if (!firstBytes[first & 0xFF]) return VALUE;
            } else if (Utf8.isBlank(b, from, to)) {
                return BLANK;
            }
            return disguise(new Utf8().set(b, from, to)).isPresent() ? DISGUISED : VALUE;
        }

        private static boolean isAscii(byte[] b, int from, int to) {
            for (int i = from; i < to; i++) {
                if (b[i] < 0) return false;
            }
            return true;
        }

        /** The word by which the cell says that it has no value, as it stands in the list. */
        public Optional<String> disguise(Utf8 cell) {
            if (cell.isEmpty()) return Optional.empty();
            byte first = cell.byteAt(0);
            boolean padded = (first <= ' ' && first >= 0) || first == (byte) 0xE3 || first == (byte) 0xC2;
            if (!padded && (!firstBytes[first & 0xFF] || (cell.length() > longest && !endsBlank(cell))))
                return Optional.empty();
            return Optional.ofNullable(words.get(fold(cell.toString())));
        }

        private static boolean endsBlank(Utf8 cell) {
            byte last = cell.byteAt(cell.length() - 1);
            return last <= ' '; // also any byte of a multi-byte blank, which is negative
        }

        private static String fold(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
    }
}
