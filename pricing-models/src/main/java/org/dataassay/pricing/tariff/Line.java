package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.money.Money;

/**
 * One line of a quote or an invoice.
 *
 * @param id of the charge, or of the discount; {@code minimum} and {@code cap} are lines of their own
 * @param quantity what was charged for, where something is counted
 * @param exact amount before rounding
 * @param amount amount, rounded; the lines add up to the total
 * @param why how it came about
 */
public record Line(String id, Optional<BigDecimal> quantity, BigDecimal exact, Money amount, List<Why> why) {
    public Line {
        why = List.copyOf(why);
    }
}
