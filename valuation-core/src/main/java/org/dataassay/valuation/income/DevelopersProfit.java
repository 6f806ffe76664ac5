package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/**
 * What a developer keeps for the effort and risk of making the product, after tax.
 *
 * @param share of the base, in [0, 1] of the product's value and in [0, 10] of the cost
 * @param base what it is a share of
 */
public record DevelopersProfit(Input<Double> share, Base base) {

    /** What the profit is a share of. */
    public enum Base {
        /** Present value of the development cost. */
        DEVELOPMENT_COST,
        /** Present value of the product's income. */
        PRODUCT_VALUE
    }

    public DevelopersProfit {
        var check = new Check();
        if (base == Base.PRODUCT_VALUE) check.share("share", share.value());
        else check.range("share", share.value(), 0, 10, "Give it as a decimal share of cost: 0.15 is 15 %.");
        check.done();
    }
}
