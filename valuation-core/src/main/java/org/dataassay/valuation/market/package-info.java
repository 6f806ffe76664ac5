/**
 * The market approach: what comparable data was sold for, adjusted to the subject. One class per method, named as its id.
 *
 * <p>Reading order: {@link org.dataassay.valuation.market.ComparableTransactions}, {@link org.dataassay.valuation.market.MarketFacts}, {@link
 * org.dataassay.valuation.market.MarketEvidence}, {@link org.dataassay.valuation.market.Adjustment}, {@link org.dataassay.valuation.market.GridProfile}; then the other methods, {@link org.dataassay.valuation.market.Cas2023} and
 * {@link org.dataassay.valuation.market.Multiples}. Of listings described by characteristics: {@link
 * org.dataassay.valuation.market.ListingFacts}, {@link org.dataassay.valuation.market.HedonicRegression}, {@link org.dataassay.valuation.market.NearestComparables}, {@link org.dataassay.valuation.market.PriceIndex};
 * {@link org.dataassay.valuation.market.RatioStudy} tells how good a model is.
 */
@NullMarked
package org.dataassay.valuation.market;

import org.jspecify.annotations.NullMarked;
