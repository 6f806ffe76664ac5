package org.dataassay.pricing.tariff;

import java.time.LocalDate;

/** How often is billed; free units, tiers, commitment and cap begin anew with each period. */
public enum BillingPeriod {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    BillingPeriod(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }

    /** The day after the period that begins on a day. */
    LocalDate after(LocalDate start, int periods) {
        return start.plusMonths((long) months * periods);
    }
}
