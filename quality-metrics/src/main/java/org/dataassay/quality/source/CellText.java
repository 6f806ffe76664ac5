package org.dataassay.quality.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.dataassay.valuation.error.Plain;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a typed value, whatever database, driver, locale, zone or Java version it comes through.
 *
 * <p>Integers in digits · decimals plain, with the places they have · floating point as the shortest decimal that is read back as the same number · {@code true}
 * and {@code false} · {@code yyyy-MM-dd} · {@code yyyy-MM-ddTHH:mm:ss[.fraction]}, with {@code Z} where the value is an instant, shown in UTC · bytes as lower-case
 * hexadecimal digits · nothing for null.
 */
final class CellText {

    /** A decimal that would be longer is written with an exponent. */
    private static final int LONGEST_PLAIN = 400;

    private CellText() {}

    /** Empty where the value is of a type without a text of its own. */
    static Optional<String> of(@Nullable Object value) {
        if (value == null) return Optional.of("");
        if (value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof UUID) {
            return Optional.of(value.toString());
        }
        if (value instanceof Number number) return number(number);
        return time(value);
    }

    private static Optional<String> number(Number value) {
        if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger) return Optional.of(value.toString());
        if (value instanceof BigDecimal decimal) return Optional.of(plain(decimal));
        if (value instanceof Double d) return Optional.of(Plain.of(d));
        if (value instanceof Float f) return Optional.of(shortest(f));
        return Optional.empty();
    }

    private static String plain(BigDecimal value) {
        long integerDigits = Math.max(1, (long) value.precision() - value.scale());
        boolean brief = integerDigits + Math.max(0, value.scale()) <= LONGEST_PLAIN;
        return brief ? value.toPlainString() : value.toString();
    }

    private static String shortest(float value) {
        if (!Float.isFinite(value)) return Plain.of((double) value);
        var exact = new BigDecimal(value);
        if (exact.signum() == 0) return "0";
        for (int digits = 1; ; digits++) {
            for (var mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
                var rounded = exact.round(new MathContext(digits, mode));
                if (Float.parseFloat(rounded.toString()) == value) return plain(rounded.stripTrailingZeros());
            }
        }
    }

    private static Optional<String> time(Object value) {
        if (value instanceof LocalDate day) return Optional.of(day(day));
        if (value instanceof LocalDateTime time) return Optional.of(time(time));
        if (value instanceof OffsetDateTime time) return Optional.of(instant(time));
        if (value instanceof ZonedDateTime time) return Optional.of(instant(time.toOffsetDateTime()));
        if (value instanceof Instant time) return Optional.of(instant(time.atOffset(ZoneOffset.UTC)));
        if (value instanceof LocalTime time) return Optional.of(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
        if (value instanceof OffsetTime time) return Optional.of(DateTimeFormatter.ISO_OFFSET_TIME.format(time));
        if (value instanceof java.sql.Timestamp time) return Optional.of(time(time.toLocalDateTime()));
        if (value instanceof java.sql.Date day) return Optional.of(day(day.toLocalDate()));
        if (value instanceof java.sql.Time time)
            return Optional.of(DateTimeFormatter.ISO_LOCAL_TIME.format(time.toLocalTime()));
        if (value instanceof byte[] bytes) return Optional.of(HexFormat.of().formatHex(bytes));
        return Optional.empty();
    }

    private static String day(LocalDate day) {
        if (day.equals(LocalDate.MAX)) return "infinity";
        return day.equals(LocalDate.MIN) ? "-infinity" : day.toString();
    }

    private static String time(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) return "infinity";
        return time.equals(LocalDateTime.MIN) ? "-infinity" : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static String instant(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) return "infinity";
        return time.equals(OffsetDateTime.MIN)
                ? "-infinity"
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
    }
}
