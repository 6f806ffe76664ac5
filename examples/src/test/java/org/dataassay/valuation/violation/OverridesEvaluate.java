package org.dataassay.valuation.violation;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.result.ValuationMethod;

/** Breaks: evaluate is the same for all methods. */
abstract class OverridesEvaluate implements ValuationMethod<String> {
    @Override
    public Valuation evaluate(String facts, ValuationContext context) {
        throw new UnsupportedOperationException();
    }
}
