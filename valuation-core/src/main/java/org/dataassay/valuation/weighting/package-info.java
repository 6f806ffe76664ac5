/**
 * Weights of criteria, and alternatives ranked by several criteria at once.
 *
 * <p>Reading order: {@link org.dataassay.valuation.weighting.Weights}, {@link org.dataassay.valuation.weighting.FoundWeights}; {@link
 * org.dataassay.valuation.weighting.DecisionMatrix}, {@link org.dataassay.valuation.weighting.Ranking}.
 */
@NullMarked
package org.dataassay.valuation.weighting;

import org.jspecify.annotations.NullMarked;
