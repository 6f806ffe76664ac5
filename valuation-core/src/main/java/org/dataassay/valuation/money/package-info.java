/**
 * Amounts of money that know their currency, and how a whole is split into parts that add up.
 *
 * <p>Reading order: {@link org.dataassay.valuation.money.CurrencyCode}, {@link org.dataassay.valuation.money.Money}, {@link
 * org.dataassay.valuation.money.UnitPrice}, {@link org.dataassay.valuation.money.LargestRemainder}.
 */
@NullMarked
package org.dataassay.valuation.money;

import org.jspecify.annotations.NullMarked;
