package org.dataassay.valuation.income;

/**
 * From which earnings the charges of contributory assets are deducted. On one set of inputs the two are 10.9 % apart: charges found at rates after tax must not
 * be taxed again.
 */
public enum ChargeTaxBasis {
    /** From earnings before tax: (earnings − charges) · (1 − τ). Required returns are before tax. */
    PRE_TAX_EARNINGS,
    /** From earnings after tax: earnings · (1 − τ) − charges. Required returns are after tax. */
    AFTER_TAX_EARNINGS
}
