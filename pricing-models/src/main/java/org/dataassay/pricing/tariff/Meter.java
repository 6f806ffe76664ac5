package org.dataassay.pricing.tariff;

import org.dataassay.valuation.error.Check;

/**
 * What is counted, in which unit, and how finely.
 *
 * @param id by which events and charges name it
 * @param unit of measure
 * @param decimals of a quantity: 0 where whole units are counted, at most 9
 * @param counting which events count
 */
public record Meter(String id, MeterUnit unit, int decimals, Counting counting) {

    /** Most decimals of a quantity. */
    public static final int MOST_DECIMALS = 9;

    /** Which events count. */
    public enum Counting {
        /** Every event. */
        ALL,
        /** Only events that did not fail. */
        SUCCESSFUL
    }

    public Meter {
        var check = new Check();
        Ids.check(check, "id", id);
        check.that(
                        decimals >= 0 && decimals <= MOST_DECIMALS,
                        "decimals",
                        "in [0, " + MOST_DECIMALS + "]",
                        decimals,
                        "Take 0 for calls, 3 for megabytes of a gigabyte.")
                .done();
    }

    /** Whole units, every event counts. */
    public static Meter of(String id, MeterUnit unit) {
        return new Meter(id, unit, 0, Counting.ALL);
    }

    /** Quantities with decimals, every event counts. */
    public static Meter of(String id, MeterUnit unit, int decimals) {
        return new Meter(id, unit, decimals, Counting.ALL);
    }
}
