package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link CompoundOption}.
 *
 * @param underlying what the second option is on; value and volatility above 0
 * @param first the option that is held: on the second, at its own strike, until a time above 0
 * @param second the option that the first is on; ends after the first
 * @param riskFreeRate r, of any compounding; made continuous on the sheet
 */
public record CompoundFacts(
        UnderlyingAsset underlying, OptionContract first, OptionContract second, Input<Rate> riskFreeRate) {

    public CompoundFacts {
        var check = new Check();
        underlying.checkAboveZero(check, "underlying");
        first.checkAboveZero(check, "first");
        check.that(
                        second.years().value() > first.years().value(),
                        "second.years",
                        "above first.years " + Plain.of(first.years().value()),
                        second.years().value(),
                        "Both count from the valuation date; the second option must outlive the first.")
                .done();
    }

    public CompoundFacts withUnderlying(UnderlyingAsset other) {
        return new CompoundFacts(other, first, second, riskFreeRate);
    }

    public CompoundFacts withFirst(OptionContract other) {
        return new CompoundFacts(underlying, other, second, riskFreeRate);
    }

    public CompoundFacts withSecond(OptionContract other) {
        return new CompoundFacts(underlying, first, other, riskFreeRate);
    }
}
