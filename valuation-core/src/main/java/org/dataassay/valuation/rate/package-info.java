/**
 * Discounting on a sheet, and the methods that find discount rates and returns.
 *
 * <p>Reading order: {@link org.dataassay.valuation.rate.Discounting}; rates that are built: {@link org.dataassay.valuation.rate.BuildUp}, {@link
 * org.dataassay.valuation.rate.Capm} with {@link org.dataassay.valuation.rate.Beta} and {@link org.dataassay.valuation.rate.Leverage}, {@link
 * org.dataassay.valuation.rate.Wacc}, checked by {@link org.dataassay.valuation.rate.Wara}; rates that are converted: {@link
 * org.dataassay.valuation.rate.PreTaxEquivalent}, {@link org.dataassay.valuation.rate.CurrencyConversion}; rates that flows return: {@link
 * org.dataassay.valuation.rate.Irr}, {@link org.dataassay.valuation.rate.Xirr}, {@link org.dataassay.valuation.rate.Mirr} and {@link
 * org.dataassay.valuation.rate.Npv}; discounts between {@linkplain org.dataassay.valuation.rate.LevelsOfValue levels of value}.
 */
@NullMarked
package org.dataassay.valuation.rate;

import org.jspecify.annotations.NullMarked;
