/**
 * Examples that the manual shows: each is a class with {@code main} on a task a reader has. What they print is compared with the files that the manual
 * prints.
 *
 * <p>Reading order: {@link org.dataassay.examples.FormulaSheetExample}, {@link org.dataassay.examples.ReliefFromRoyaltyExample}, {@link
 * org.dataassay.examples.DirectIncomeExample}, {@link
 * org.dataassay.examples.IncomeShareExample}, {@link org.dataassay.examples.MultiPeriodExcessEarningsExample}, {@link
 * org.dataassay.examples.NormalYearExample}, {@link
 * org.dataassay.examples.WithAndWithoutExample}, {@link org.dataassay.examples.IncomeScenariosExample}, {@link
 * org.dataassay.examples.ProfitDriversExample}, {@link org.dataassay.examples.NewBusinessExample}, {@link org.dataassay.examples.DistributorExample}, {@link
 * org.dataassay.examples.ReplacementCostExample}, {@link org.dataassay.examples.ComparableTransactionsExample}.
 */
@NullMarked
package org.dataassay.examples;

import org.jspecify.annotations.NullMarked;
