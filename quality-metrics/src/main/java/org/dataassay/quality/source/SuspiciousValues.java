package org.dataassay.quality.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Values that look right and were probably typed to get past a form: {@code 13800000000}, {@code a@a}, {@code 1900-01-01}. They count as present and often as valid,
 * so only a list finds them.
 *
 * <p>Words are compared without surrounding blanks and without regard to case; a day is found in front of a time of day too. Besides the list, a number of
 * at least {@value #REPEATED} digits that are all the same is suspicious.
 *
 * @param words the values, as given
 */
public record SuspiciousValues(List<String> words) {

    /** The words used when the caller names none. */
    public static final List<String> STANDARD_WORDS = List.of(
            "test",
            "tests",
            "testing",
            "测试",
            "asdf",
            "qwerty",
            "xxx",
            "abc",
            "foo",
            "a@a",
            "a@b",
            "a@a.com",
            "a@b.com",
            "test@test.com",
            "13800000000",
            "13800138000",
            "13900000000",
            "12345678910",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "1234567890",
            "1900-01-01",
            "1970-01-01",
            "2099-12-31",
            "9999-12-31");

    /** From so many equal digits on. */
    public static final int REPEATED = 6;

    private static final int LONGEST = 64;

    public SuspiciousValues {
        words = List.copyOf(words);
    }

    /** {@link #STANDARD_WORDS}. */
    public static SuspiciousValues standard() {
        return new SuspiciousValues(STANDARD_WORDS);
    }

    /** A test to be made once and used for many cells. */
    public Matcher matcher() {
        return new Matcher(words);
    }

    /** Tells whether a value is suspicious. Immutable and thread-safe. */
    public static final class Matcher {

        private final Set<String> folded = new HashSet<>();

        private Matcher(List<String> words) {
            for (var word : words) folded.add(fold(word));
        }

        public boolean isSuspicious(Utf8 cell) {
            if (cell.isEmpty() || cell.length() > LONGEST) return false;
            if (cell.length() >= REPEATED && isRepeatedDigit(cell)) return true;
            var text = fold(cell.toString());
            if (folded.contains(text)) return true;
            return cell.kind() == ValueKind.TIMESTAMP && folded.contains(text.substring(0, 10));
        }

        private static boolean isRepeatedDigit(Utf8 cell) {
            byte first = cell.byteAt(0);
            if (!Digits.is(first)) return false;
            for (int i = 1; i < cell.length(); i++) {
                if (cell.byteAt(i) != first) return false;
            }
            return true;
        }

        private static String fold(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
    }
}
