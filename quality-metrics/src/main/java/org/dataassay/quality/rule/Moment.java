package org.dataassay.quality.rule;

import java.util.OptionalLong;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;

/** Reads a day, with or without a time of day and an offset, as microseconds since 1970-01-01T00:00Z. */
final class Moment {

    private static final long MICROS = 1_000_000;
    private static final long DAY = 86_400 * MICROS;
    private static final int TIME = 11;

    private Moment() {}

    static OptionalLong micros(Utf8 cell) {
        var day = cell.epochDay();
        if (day.isEmpty()) return day;
        long midnight = day.getAsLong() * DAY;
        if (cell.kind() != ValueKind.TIMESTAMP) return OptionalLong.of(midnight);
        int length = cell.length();
        long micros = (two(cell, TIME) * 3600L + two(cell, TIME + 3) * 60L) * MICROS;
        int at = TIME + 5;
        if (at < length && cell.byteAt(at) == ':') {
            micros += two(cell, at + 1) * MICROS;
            at += 3;
            if (at < length && cell.byteAt(at) == '.') {
                long unit = MICROS / 10;
                for (at++; at < length && isDigit(cell.byteAt(at)); at++, unit /= 10)
                    micros += unit * (cell.byteAt(at) - '0');
            }
        }
        if (at < length && cell.byteAt(at) != 'Z') {
            boolean ahead = cell.byteAt(at) == '+';
            long offset = (two(cell, at + 1) * 3600L + two(cell, length - 2) * 60L) * MICROS;
            micros += ahead ? -offset : offset;
        }
        return OptionalLong.of(midnight + micros);
    }

    private static int two(Utf8 cell, int at) {
        return (cell.byteAt(at) - '0') * 10 + cell.byteAt(at + 1) - '0';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
