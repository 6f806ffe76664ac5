package org.dataassay.pricing.tariff;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/**
 * The days that one run bills: one billing period of its tariffs. An event belongs to it by its own time, whenever it arrives.
 *
 * @param from first day
 * @param until last day
 * @param offset from UTC in which days and hours begin, such as {@code +08:00}
 */
public record BillingWindow(LocalDate from, LocalDate until, String offset) {

    private static final Pattern OFFSET = Pattern.compile("Z|[+-](0\\d|1[0-4]):[0-5]\\d");

    public BillingWindow {
        new Check()
                .that(!until.isBefore(from), "until", "on or after from", until, "Exchange the dates.")
                .that(
                        until.isBefore(from.plusDays(367)),
                        "until",
                        "at most a year after from",
                        until,
                        "Bill one period at a time.")
                .that(
                        OFFSET.matcher(offset).matches(),
                        "offset",
                        "Z or an offset of hours and minutes",
                        "\"" + Ids.shown(offset) + "\"",
                        "Write it as +08:00.")
                .done();
    }

    /** A calendar month. */
    public static BillingWindow month(int year, int month, String offset) {
        var first = LocalDate.of(year, month, 1);
        return new BillingWindow(first, first.plusMonths(1).minusDays(1), offset);
    }

    /** The day after the last. */
    LocalDate end() {
        return until.plusDays(1);
    }

    long startMillis() {
        return from.atStartOfDay(ZoneOffset.of(offset)).toInstant().toEpochMilli();
    }

    long endMillis() {
        return end().atStartOfDay(ZoneOffset.of(offset)).toInstant().toEpochMilli();
    }
}
