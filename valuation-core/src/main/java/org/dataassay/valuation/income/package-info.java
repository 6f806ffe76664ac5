/**
 * The income approach: what an asset will bring, discounted. One class per method, named as its id.
 *
 * <p>Reading order: {@link org.dataassay.valuation.income.ReliefFromRoyalty}, its {@link org.dataassay.valuation.income.RoyaltyFacts}; for what is left when helpers are
 * paid {@link org.dataassay.valuation.income.MultiPeriodExcessEarnings} and {@link org.dataassay.valuation.income.ContributoryAsset}; then the parts that
 * methods share: {@link org.dataassay.valuation.income.TaxAmortizationBenefit}, {@link org.dataassay.valuation.income.TerminalValue}, {@link
 * org.dataassay.valuation.income.ReplicationCap}. Gains over a business without the asset: {@link org.dataassay.valuation.income.WithAndWithout}, {@link
 * org.dataassay.valuation.income.PremiumProfit}, {@link org.dataassay.valuation.income.CostSaving}; several uses of one asset: {@link
 * org.dataassay.valuation.income.IncomeScenarios}; businesses and products yet to come: {@link org.dataassay.valuation.income.Greenfield}, {@link
 * org.dataassay.valuation.income.HypotheticalDevelopment}; customers: {@link org.dataassay.valuation.income.Distributor}.
 */
@NullMarked
package org.dataassay.valuation.income;

import org.jspecify.annotations.NullMarked;
