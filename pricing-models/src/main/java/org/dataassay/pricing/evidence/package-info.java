/**
 * What similar data are sold for: from deals, quotes and list prices in many units to a band with a grade of confidence. A reference price is no valuation and no offer.
 *
 * <p>Reading order: {@link org.dataassay.pricing.evidence.PriceEvidence} and the {@link org.dataassay.pricing.evidence.Normalization} that brings it to one unit; {@link
 * org.dataassay.pricing.evidence.BandFacts}; {@link org.dataassay.pricing.evidence.ReferenceBand} with its {@link
 * org.dataassay.pricing.evidence.ConfidenceLadder}; {@link org.dataassay.pricing.evidence.ReferencePrices}.
 */
@NullMarked
package org.dataassay.pricing.evidence;

import org.jspecify.annotations.NullMarked;
