package org.dataassay.quality.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads numbers and dates from bytes. Hand-written, so that a cell costs no object and a failed attempt no exception. */
final class Literals {

    /** A longer number is text; together with {@link #MAXIMUM_EXPONENT} this bounds the work that one cell can cause. */
    private static final int MAXIMUM_NUMBER_LENGTH = 400;

    private static final int MAXIMUM_EXPONENT = 308;
    private static final int MINIMUM_EXPONENT = -400;
    private static final int LONG_DIGITS = 18;
    private static final long EXACT_DOUBLE = 1L << 53;
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Literals() {}

    static ValueKind kind(byte[] b, int from, int to) {
        if (from == to) return ValueKind.TEXT;
        byte first = b[from];
        if (isDigit(first) || first == '-' || first == '+' || first == '.') {
            if (isNumber(b, from, to)) return numberKind(b, from, to);
            if (to - from >= 10 && isDay(b, from)) {
                if (to - from == 10) return ValueKind.DATE;
                if (isTime(b, from + 10, to)) return ValueKind.TIMESTAMP;
            }
            return ValueKind.TEXT;
        }
        return isWord(b, from, to, "true") || isWord(b, from, to, "false") ? ValueKind.BOOLEAN : ValueKind.TEXT;
    }

    private static ValueKind numberKind(byte[] b, int from, int to) {
        int start = b[from] == '-' || b[from] == '+' ? from + 1 : from;
        int end = start;
        while (end < to && isDigit(b[end])) end++;
        boolean code =
                (end - start > 1 && b[start] == '0') || end - start > LONG_DIGITS || (b[from] == '+' && end == to);
        if (code) return ValueKind.TEXT;
        return end == to ? ValueKind.INTEGER : ValueKind.DECIMAL;
    }

    private static boolean isNumber(byte[] b, int from, int to) {
        if (to - from > MAXIMUM_NUMBER_LENGTH) return false;
        int i = from;
        if (b[i] == '-' || b[i] == '+') i++;
        int start = i;
        while (i < to && isDigit(b[i])) i++;
        int digits = i - start;
        if (i < to && b[i] == '.') {
            start = ++i;
            while (i < to && isDigit(b[i])) i++;
            digits += i - start;
        }
        if (digits == 0) return false;
        if (i < to && (b[i] == 'e' || b[i] == 'E')) {
            i++;
            int largest = i < to && b[i] == '-' ? -MINIMUM_EXPONENT : MAXIMUM_EXPONENT;
            if (i < to && (b[i] == '-' || b[i] == '+')) i++;
            start = i;
            int exponent = 0;
            while (i < to && isDigit(b[i]) && exponent <= largest) exponent = exponent * 10 + b[i++] - '0';
            if (i == start || exponent > largest) return false;
        }
        return i == to;
    }

    static @Nullable BigDecimal decimal(byte[] b, int from, int to) {
        if (from == to || !isNumber(b, from, to)) return null;
        int i = from;
        boolean negative = b[i] == '-';
        if (negative || b[i] == '+') i++;
        long unscaled = 0;
        int scale = 0;
        boolean fraction = false;
        for (int digits = 0; i < to; i++) {
            if (b[i] == '.') {
                fraction = true;
            } else if (isDigit(b[i]) && ++digits <= LONG_DIGITS) {
                unscaled = unscaled * 10 + (b[i] - '0');
                if (fraction) scale++;
            } else {
                return new BigDecimal(new String(b, from, to - from, StandardCharsets.ISO_8859_1));
            }
        }
        return BigDecimal.valueOf(negative ? -unscaled : unscaled, scale);
    }

    static OptionalDouble number(byte[] b, int from, int to) {
        double value = toDouble(b, from, to);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The number, or NaN when it is none. */
    static double toDouble(byte[] b, int from, int to) {
        if (from == to || !isNumber(b, from, to)) return Double.NaN;
        int i = from;
        boolean negative = b[i] == '-';
        if (negative || b[i] == '+') i++;
        long unscaled = 0;
        int scale = 0;
        boolean fraction = false;
        for (; i < to; i++) {
            if (b[i] == '.') {
                fraction = true;
            } else if (isDigit(b[i]) && unscaled < EXACT_DOUBLE / 10) {
                unscaled = unscaled * 10 + (b[i] - '0');
                if (fraction) scale++;
            } else {
                break;
            }
        }
        if (i == to && scale < POWERS_OF_TEN.length) { // both exact, so one division is correctly rounded
            double value = unscaled / POWERS_OF_TEN[scale];
            return negative ? 0.0 - value : value;
        }
        double value = Double.parseDouble(new String(b, from, to - from, StandardCharsets.ISO_8859_1));
        return Double.isFinite(value) ? value + 0.0 : Double.NaN;
    }

    static OptionalLong epochDay(byte[] b, int from, int to) {
        if (to - from < 10 || (to - from > 10 && !isTime(b, from + 10, to))) return OptionalLong.empty();
        return day(b, from);
    }

    /** The ten bytes from {@code at} as a day. */
    private static OptionalLong day(byte[] b, int at) {
        return isDay(b, at)
                ? OptionalLong.of(epochDay(digits(b, at, 4), digits(b, at + 5, 2), digits(b, at + 8, 2)))
                : OptionalLong.empty();
    }

    private static boolean isDay(byte[] b, int at) {
        if (b[at + 4] != '-' || b[at + 7] != '-') return false;
        int year = digits(b, at, 4);
        int month = digits(b, at + 5, 2);
        int day = digits(b, at + 8, 2);
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= length(year, month));
    }

    private static int length(int year, int month) {
        if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar; the year begins in March, so that the leap day is its last. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int century = Math.floorDiv(y, 100);
        int daysBefore = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
        return Math.floorDiv(1461L * y, 4) - century + Math.floorDiv(century, 4) + daysBefore + day - 719_469;
    }

    /** {@code [T ]HH:mm[:ss[.fraction]][Z|±HH[:]mm]}. */
    private static boolean isTime(byte[] b, int from, int to) {
        int i = from;
        if (to - i < 6
                || (b[i] != 'T' && b[i] != ' ')
                || !below(b, i + 1, 24)
                || b[i + 3] != ':'
                || !below(b, i + 4, 60)) return false;
        i += 6;
        if (i < to && b[i] == ':') {
            if (to - i < 3 || !below(b, i + 1, 60)) return false;
            i += 3;
            if (i < to && b[i] == '.') {
                int start = ++i;
                while (i < to && isDigit(b[i])) i++;
                if (i == start || i - start > 9) return false;
            }
        }
        if (i == to) return true;
        if (b[i] == 'Z') return i + 1 == to;
        if ((b[i] != '+' && b[i] != '-') || to - i < 5 || !below(b, i + 1, 19)) return false;
        i += b[i + 3] == ':' ? 4 : 3;
        return to - i == 2 && below(b, i, 60);
    }

    private static boolean below(byte[] b, int at, int limit) {
        int value = digits(b, at, 2);
        return value >= 0 && value < limit;
    }

    private static int digits(byte[] b, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            if (!isDigit(b[i])) return -1;
            value = value * 10 + b[i] - '0';
        }
        return value;
    }

    private static boolean isWord(byte[] b, int from, int to, String word) {
        if (to - from != word.length()) return false;
        for (int i = from; i < to; i++) {
            if ((b[i] | 0x20) != word.charAt(i - from)) return false;
        }
        return true;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
