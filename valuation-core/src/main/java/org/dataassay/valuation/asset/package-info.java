/**
 * Facts about a data asset, the gate it must pass before it has any value, and what was measured of its quality.
 *
 * <p>Reading order: {@link org.dataassay.valuation.asset.DataAsset} with {@link org.dataassay.valuation.asset.Right}, {@link
 * org.dataassay.valuation.asset.Origin}, {@link org.dataassay.valuation.asset.Evidence}, {@link org.dataassay.valuation.asset.ComplianceCheck}, {@link
 * org.dataassay.valuation.asset.Scenario} and {@link org.dataassay.valuation.asset.FreelyAvailableSubstitute}; {@link
 * org.dataassay.valuation.asset.RightsGate}; {@link org.dataassay.valuation.asset.RightBundle}, which splits a value over rights; {@link org.dataassay.valuation.asset.QualityScore} and {@link
 * org.dataassay.valuation.asset.QualityAssessor}.
 */
@NullMarked
package org.dataassay.valuation.asset;

import org.jspecify.annotations.NullMarked;
