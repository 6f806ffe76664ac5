package org.dataassay.valuation.market;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * A comparable with its whole price and what the price is compared with.
 *
 * @param name of the transaction or listing
 * @param price for all of it, above 0
 * @param driver what the price is divided by
 * @param grade how strong the evidence is
 */
public record PricedComparable(String name, Input<Money> price, ValueDriver driver, MarketEvidence.Grade grade) {

    public PricedComparable {
        new Check()
                .that(!name.isBlank(), "name", "named", "''", "Name the transaction.")
                .that(
                        price.value().amount().signum() > 0,
                        "price",
                        "above 0",
                        price.value(),
                        "A free offer is a substitute, not a comparable.")
                .done();
    }
}
