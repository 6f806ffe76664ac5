package org.dataassay.valuation.rate;

import java.time.LocalDate;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * A flow on a day.
 *
 * @param date when; a date without a time or zone
 * @param amount received is positive, paid is negative
 */
public record DatedFlow(LocalDate date, Input<Money> amount) {

    public static DatedFlow of(LocalDate date, Input<Money> amount) {
        return new DatedFlow(date, amount);
    }
}
