package org.dataassay.valuation.life;

import org.dataassay.valuation.error.Check;

/**
 * What became of items at one age: contracts that ended, records that went out of date, or items that were last seen still in use (right-censored).
 *
 * @param years age, above 0
 * @param lost how many were lost at this age
 * @param censored how many were last seen in use at this age; they count as at risk up to it
 */
public record LifeRecord(double years, int lost, int censored) {

    private static final int MOST = 1_000_000_000;

    public LifeRecord {
        new Check()
                .that(
                        years > 0 && years <= 1000,
                        "years",
                        "above 0 and at most 1000",
                        years,
                        "Give the age in years; what was lost at once has no life to fit.")
                .that(
                        lost >= 0 && censored >= 0 && (long) lost + censored >= 1 && lost <= MOST && censored <= MOST,
                        "lost",
                        "at least 1 together with censored, neither below 0",
                        lost + " and " + censored,
                        "Count the items, or leave the record out.")
                .done();
    }

    /** One item that was lost. */
    public static LifeRecord lost(double years) {
        return new LifeRecord(years, 1, 0);
    }

    /** One item last seen in use. */
    public static LifeRecord censored(double years) {
        return new LifeRecord(years, 0, 1);
    }
}
