package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link ExchangeOption}.
 *
 * @param received what is got on exercise
 * @param givenUp what is given for it, of a value above 0
 * @param correlation ρ of the two values' logarithms, in [−1, 1]
 * @param years T until the exchange, in [0, {@value OptionContract#MOST_YEARS}]
 */
public record ExchangeFacts(
        UnderlyingAsset received, UnderlyingAsset givenUp, Input<Double> correlation, Input<Double> years) {

    public ExchangeFacts {
        new Check()
                .that(
                        givenUp.value().value().amount().signum() > 0,
                        "givenUp.value",
                        "above 0",
                        givenUp.value().value(),
                        "Give the value of what is given up; what costs nothing needs no option.")
                .range(
                        "correlation",
                        correlation.value(),
                        -1,
                        1,
                        "Give the correlation of the logarithms of both values.")
                .range(
                        "years",
                        years.value(),
                        0,
                        OptionContract.MOST_YEARS,
                        "Give the years until the exchange can be made.")
                .done();
    }

    public ExchangeFacts withReceived(UnderlyingAsset other) {
        return new ExchangeFacts(other, givenUp, correlation, years);
    }

    public ExchangeFacts withGivenUp(UnderlyingAsset other) {
        return new ExchangeFacts(received, other, correlation, years);
    }

    public ExchangeFacts withCorrelation(Input<Double> other) {
        return new ExchangeFacts(received, givenUp, other, years);
    }
}
