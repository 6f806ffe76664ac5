package org.dataassay.pricing.tariff;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * A moment, to the millisecond.
 *
 * @param millis since 1970-01-01T00:00Z
 */
public record EventTime(long millis) implements Comparable<EventTime> {

    /** What is no moment. */
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    /** Reads {@code 2026-01-31T23:59:59+08:00}, with {@code Z} or an offset, with or without fractions of a second. */
    public static EventTime parse(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        long millis = millis(bytes, 0, bytes.length);
        if (millis == UNREADABLE)
            throw InvalidInputException.of(
                    ValuationError.UNREADABLE,
                    "time",
                    "\"" + Ids.shown(text) + "\" is no moment with an offset",
                    "Write it as 2026-01-31T23:59:59+08:00.");
        return new EventTime(millis);
    }

    /** The same from bytes; {@link #UNREADABLE} where they are no moment. Makes no object. */
    static long millis(byte[] b, int from, int to) {
        if (to - from < 20 || b[from + 4] != '-' || b[from + 7] != '-' || b[from + 13] != ':' || b[from + 16] != ':')
            return UNREADABLE;
        if (b[from + 10] != 'T' && b[from + 10] != ' ') return UNREADABLE;
        int year = digits(b, from, 4);
        int month = digits(b, from + 5, 2);
        int day = digits(b, from + 8, 2);
        int hour = digits(b, from + 11, 2);
        int minute = digits(b, from + 14, 2);
        int second = digits(b, from + 17, 2);
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (year < 1900 || year > 2199 || month < 1 || month > 12) return UNREADABLE;
        int days = month == 2 ? (isLeap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        if (day < 1 || day > days || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
            return UNREADABLE;
        int at = from + 19;
        int fraction = 0;
        if (b[at] == '.') {
            int place = 100;
            int first = ++at;
            while (at < to && b[at] >= '0' && b[at] <= '9') {
                fraction += (b[at++] - '0') * place;
                place /= 10;
            }
            if (at == first || at - first > 9) return UNREADABLE;
        }
        int offset = offsetMinutes(b, at, to);
        if (offset == Integer.MIN_VALUE) return UNREADABLE;
        long y = year - 1L;
        long epochDay = y * 365
                + y / 4
                - y / 100
                + y / 400
                - 719_162
                + DAYS_BEFORE[month - 1]
                + day
                - 1
                + (isLeap && month > 2 ? 1 : 0);
        return ((epochDay * 24 + hour) * 60 + minute - offset) * 60_000L + second * 1000L + fraction;
    }

    private static int offsetMinutes(byte[] b, int at, int to) {
        if (at == to - 1 && b[at] == 'Z') return 0;
        if (at != to - 6 || b[at + 3] != ':' || b[at] != '+' && b[at] != '-') return Integer.MIN_VALUE;
        int hours = digits(b, at + 1, 2);
        int minutes = digits(b, at + 4, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return Integer.MIN_VALUE;
        return b[at] == '+' ? hours * 60 + minutes : -(hours * 60 + minutes);
    }

    private static int digits(byte[] b, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) return -1;
            value = value * 10 + digit;
        }
        return value;
    }

    @Override
    public int compareTo(EventTime other) {
        return Long.compare(millis, other.millis);
    }

    @Override
    public String toString() {
        return Instant.ofEpochMilli(millis).toString();
    }
}
