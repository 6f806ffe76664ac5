/**
 * Dates, spans of years and rates per year, with every convention named.
 *
 * <p>Reading order: {@link org.dataassay.valuation.time.Rate} with {@link org.dataassay.valuation.time.Compounding}, {@link
 * org.dataassay.valuation.time.TaxBasis} and {@link org.dataassay.valuation.time.PriceBasis}; {@link org.dataassay.valuation.time.DayCount}; {@link
 * org.dataassay.valuation.time.Timing}; {@link org.dataassay.valuation.time.CashFlow}.
 */
@NullMarked
package org.dataassay.valuation.time;

import org.jspecify.annotations.NullMarked;
