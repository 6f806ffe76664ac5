package org.dataassay.pricing.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.market.MarketEvidence.Grade;
import org.dataassay.valuation.money.UnitPrice;

/**
 * One price that somebody paid, offered or listed.
 *
 * @param name of the deal, quote or listing
 * @param source who stands behind it, such as the provider; pieces of one source are not independent
 * @param grade how strong the evidence is
 * @param price per unit, at least 0; 0 is a free offer, which is set aside
 * @param termMonths for how long the price buys access; empty where there is no term
 * @param rights that the price buys, in one wording throughout
 * @param date of the deal, quote or listing
 */
public record PriceEvidence(
        String name,
        String source,
        Grade grade,
        UnitPrice price,
        Optional<BigDecimal> termMonths,
        String rights,
        Optional<LocalDate> date) {

    public PriceEvidence {
        var check = new Check()
                .that(!name.isBlank(), "name", "named", "''", "Name the deal, quote or listing.")
                .that(!source.isBlank(), "source", "named", "''", "Say who stands behind the price.")
                .that(
                        price.amount().signum() >= 0,
                        "price",
                        "at least 0",
                        price,
                        "A refund is no price; leave the row out.");
        termMonths.ifPresent(months -> Normalization.checkFactor(check, "termMonths", months));
        check.done();
    }

    /** A price without a term. */
    public static PriceEvidence of(
            String name, String source, Grade grade, UnitPrice price, String rights, LocalDate date) {
        return new PriceEvidence(name, source, grade, price, Optional.empty(), rights, Optional.of(date));
    }

    public PriceEvidence forMonths(String months) {
        return new PriceEvidence(name, source, grade, price, Optional.of(new BigDecimal(months)), rights, date);
    }
}
