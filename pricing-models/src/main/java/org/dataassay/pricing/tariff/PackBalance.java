package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dataassay.valuation.error.Check;

/**
 * Packs that a buyer has.
 *
 * @param pack id of the charge
 * @param bought day of purchase; packs bought within the billing window are on its invoice
 * @param count how many were bought together
 * @param left units that are left of them when the window begins, or when they are bought
 */
public record PackBalance(String pack, LocalDate bought, int count, BigDecimal left) {
    public PackBalance {
        var check = new Check();
        Ids.check(check, "pack", pack);
        check.that(count >= 1 && count <= 1_000_000, "count", "in [1, 1000000]", count, "Give how many were bought.")
                .that(left.signum() >= 0, "left", "at least 0", Fixed.shown(left), "Give the units left.")
                .done();
        left = Fixed.plain(left);
    }
}
