package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a recurring fee costs in a period that is not served whole. A prorated price is a price: it is rounded half even to 10⁻⁸ of the currency unit.
 */
public enum Proration {
    /** The whole fee, however few days. */
    NONE("not prorated", "不折算"),
    /** Days served over the days of the period. */
    ACTUAL_DAYS("by actual days", "按实际天数"),
    /** Months of thirty days: days served, at most 30 in a month, over 30 in each month. */
    THIRTY_DAYS("by months of thirty days", "按每月 30 天");

    private final String en;
    private final String zh;

    Proration(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    String english() {
        return en;
    }

    String chinese() {
        return zh;
    }

    /** The price of the days [from, until) of the period [start, end). */
    BigDecimal of(BigDecimal price, LocalDate from, LocalDate until, LocalDate start, LocalDate end) {
        if (!from.isBefore(until)) return BigDecimal.ZERO;
        if (this == NONE || from.equals(start) && until.equals(end)) return price;
        long served = this == ACTUAL_DAYS ? ChronoUnit.DAYS.between(from, until) : thirty(from, until);
        long whole = this == ACTUAL_DAYS ? ChronoUnit.DAYS.between(start, end) : thirty(start, end);
        return price.multiply(BigDecimal.valueOf(served))
                .divide(BigDecimal.valueOf(whole), Fixed.PRICE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Days between two dates where every month has thirty; the 31st counts as the 30th, and the last day of February as what it is. */
    private static long thirty(LocalDate from, LocalDate until) {
        return (until.getYear() - from.getYear()) * 360L
                + (until.getMonthValue() - from.getMonthValue()) * 30L
                + Math.min(until.getDayOfMonth(), 30)
                - Math.min(from.getDayOfMonth(), 30);
    }
}
