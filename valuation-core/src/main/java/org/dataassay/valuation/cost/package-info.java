/**
 * The cost approach: no buyer pays more than an equivalent would cost. One class per method, named as its id.
 *
 * <p>Reading order: {@link org.dataassay.valuation.cost.ReplacementCost}, {@link org.dataassay.valuation.cost.CostFacts}, {@link
 * org.dataassay.valuation.cost.CostLine}, {@link org.dataassay.valuation.cost.ValueAdjustment}, {@link org.dataassay.valuation.cost.ReproductionCost}, {@link
 * org.dataassay.valuation.cost.Depreciation}, {@link org.dataassay.valuation.cost.CostChain}, {@link org.dataassay.valuation.cost.Cas2023Cost}, {@link
 * org.dataassay.valuation.cost.ExpertGuidance9}, {@link org.dataassay.valuation.cost.SumOfCosts}, {@link org.dataassay.valuation.cost.ComputeEnergy}.
 */
@NullMarked
package org.dataassay.valuation.cost;

import org.jspecify.annotations.NullMarked;
