package org.dataassay.valuation.time;

import java.time.LocalDate;
import org.dataassay.valuation.money.Money;

/**
 * Money that moves on a day.
 *
 * @param date when
 * @param amount how much; received is positive, paid is negative
 */
public record CashFlow(LocalDate date, Money amount) {

    public static CashFlow of(LocalDate date, Money amount) {
        return new CashFlow(date, amount);
    }
}
