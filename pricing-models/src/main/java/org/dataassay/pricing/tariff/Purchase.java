package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.List;

/**
 * The concrete purchase that shows a finding.
 *
 * @param meter what is bought
 * @param need units that are needed in each billing period
 * @param parts what is bought, one quantity for each account
 * @param pays what that costs, before tax, over the horizon
 * @param insteadOf what the purchase is compared with
 */
public record Purchase(String meter, BigDecimal need, List<BigDecimal> parts, BigDecimal pays, BigDecimal insteadOf) {
    public Purchase {
        need = Fixed.plain(need);
        parts = parts.stream().map(Fixed::plain).toList();
        pays = Fixed.plain(pays);
        insteadOf = Fixed.plain(insteadOf);
    }

    BigDecimal gap() {
        return insteadOf.subtract(pays);
    }
}
