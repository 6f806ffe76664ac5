/**
 * Weights of criteria, and alternatives ranked by several criteria at once.
 *
 * <p>Reading order: {@link org.dataassay.valuation.weighting.Weights}, {@link org.dataassay.valuation.weighting.FoundWeights}; by judgement {@link
 * org.dataassay.valuation.weighting.Ahp}, {@link org.dataassay.valuation.weighting.Delphi}; {@link org.dataassay.valuation.weighting.Combination} of several sets; {@link
 * org.dataassay.valuation.weighting.DecisionMatrix}, weights from it by {@link org.dataassay.valuation.weighting.Entropy}, {@link
 * org.dataassay.valuation.weighting.Critic} and {@link org.dataassay.valuation.weighting.Merec}; {@link org.dataassay.valuation.weighting.WeightedMatrix} and the {@link
 * org.dataassay.valuation.weighting.Ranking} of its alternatives by {@link org.dataassay.valuation.weighting.Topsis} and {@link
 * org.dataassay.valuation.weighting.GreyRelational}; grades by {@link org.dataassay.valuation.weighting.FuzzyComprehensive}; causes and effects by {@link
 * org.dataassay.valuation.weighting.Dematel}; how far an order stands: {@link org.dataassay.valuation.weighting.RankOrder}, {@link
 * org.dataassay.valuation.weighting.RankAgreement} across methods, {@link org.dataassay.valuation.weighting.RankStability} under uncertain judgements.
 */
@NullMarked
package org.dataassay.valuation.weighting;

import org.jspecify.annotations.NullMarked;
