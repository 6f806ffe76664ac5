package org.dataassay.valuation.time;

/** Whether flows, and the rate that discounts them, are before or after income tax. */
public enum TaxBasis {
    PRE_TAX,
    POST_TAX
}
