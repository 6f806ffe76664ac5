package org.dataassay.valuation.market;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;

/**
 * One sale or listing whose price is known, and what a model said of it.
 *
 * @param name of the sale
 * @param estimate what the model said, above 0
 * @param price what was paid or asked, above 0, in the same currency
 */
public record RatedSale(String name, Money estimate, Money price) {

    public RatedSale {
        new Check()
                .that(!name.isBlank(), "name", "named", "''", "Name the sale.")
                .that(
                        estimate.amount().signum() > 0,
                        "estimate",
                        "above 0",
                        estimate,
                        "A ratio needs an estimate; leave out what the model could not value, and say how many.")
                .that(
                        price.amount().signum() > 0,
                        "price",
                        "above 0",
                        price,
                        "Nothing can be divided by it; leave the sale out, and say why.")
                .that(
                        estimate.currency().equals(price.currency()),
                        "estimate",
                        "in " + price.currency().code(),
                        estimate.currency().code(),
                        "Convert one of the two.")
                .done();
    }

    /** Estimate over price. */
    double ratio() {
        return estimate.toDouble() / price.toDouble();
    }
}
