/**
 * A study of real listings: which pricing model tells the price of a provider it has never seen. Reading order: {@link org.dataassay.examples.market.ListingsStudy}, {@link
 * org.dataassay.examples.market.ListingRow}, {@link org.dataassay.examples.market.UnitCheck}, {@link org.dataassay.examples.market.PriceModel}.
 */
@NullMarked
package org.dataassay.examples.market;

import org.jspecify.annotations.NullMarked;
