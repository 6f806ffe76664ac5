package org.dataassay.valuation.market;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;

/**
 * From where to where a statistic is called good.
 *
 * @param low lower limit
 * @param high upper limit, not below the lower
 */
public record Band(double low, double high) {

    public Band {
        new Check()
                .that(
                        low <= high && Double.isFinite(high - low),
                        "band",
                        "two finite numbers in order",
                        Plain.of(low) + " to " + Plain.of(high),
                        "Write low, high.")
                .done();
    }

    public static Band of(double low, double high) {
        return new Band(low, high);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }
}
