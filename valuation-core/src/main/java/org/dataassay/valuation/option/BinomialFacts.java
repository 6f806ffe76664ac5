package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;

/**
 * Facts of {@link BinomialOption}.
 *
 * @param option on what and on which terms; value, volatility and years above 0
 * @param exercise on the last day or on any
 */
public record BinomialFacts(OptionFacts option, ExerciseStyle exercise) {

    public BinomialFacts {
        var check = new Check();
        option.underlying().checkAboveZero(check, "option.underlying");
        option.contract().checkAboveZero(check, "option.contract");
        check.done();
    }
}
