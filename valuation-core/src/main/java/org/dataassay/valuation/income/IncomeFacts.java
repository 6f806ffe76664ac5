package org.dataassay.valuation.income;

/**
 * Facts of an income method: whatever earns the income, and the terms on which it becomes a value. An appraisal hands a freely available substitute on to every
 * income method by {@link #withTerms}.
 *
 * @param <F> the facts themselves
 */
public interface IncomeFacts<F> {

    IncomeTerms terms();

    F withTerms(IncomeTerms terms);
}
