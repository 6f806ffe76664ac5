package org.dataassay.valuation.market;

import java.time.LocalDate;

/** Spans of time within which prices count as of one level. */
public enum ListingPeriod {
    YEAR,
    QUARTER,
    MONTH;

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The period of a date, such as {@code 2025}, {@code 2025-Q3} or {@code 2025-09}; in the order of time the texts are in order. */
    public String of(LocalDate date) {
        int month = date.getMonthValue();
        return switch (this) {
            case YEAR -> Integer.toString(date.getYear());
            case QUARTER -> date.getYear() + "-Q" + ((month - 1) / MONTHS_OF_A_QUARTER + 1);
            case MONTH -> date.getYear() + (month < 10 ? "-0" : "-") + month;
        };
    }
}
