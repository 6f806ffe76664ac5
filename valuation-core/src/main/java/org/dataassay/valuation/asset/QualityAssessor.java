package org.dataassay.valuation.asset;

import org.dataassay.valuation.context.ValuationContext;

/**
 * Measures the quality of data. The module quality-metrics implements it; a valuation only reads the score.
 *
 * @param <T> what is measured, such as a table
 */
@FunctionalInterface
public interface QualityAssessor<T> {

    /**
     * Measures. Pure: the same data and context give the same score.
     *
     * @throws org.dataassay.valuation.error.NotApplicableException where nothing can be measured
     */
    QualityScore assess(T subject, ValuationContext context);
}
