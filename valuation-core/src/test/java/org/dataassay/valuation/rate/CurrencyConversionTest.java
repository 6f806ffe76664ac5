package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.rate.CurrencyFacts.Conversion;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.PriceBasis;
import org.dataassay.valuation.time.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurrencyConversionTest {

    private static double converted(Rate rate, Conversion conversion) {
        return CurrencyConversion.standard()
                .evaluate(new CurrencyFacts(Input.of(rate), conversion), CONTEXT)
                .value();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void there_and_back_and_as_rate_itself_converts(long seed) {
        var random = new SplittableRandom(seed);
        double r = random.nextDouble(-0.1, 0.5);
        double here = random.nextDouble(-0.02, 0.1);
        double there = random.nextDouble(-0.02, 0.3);
        double foreign = converted(Rate.of(r), new Conversion.ToForeign(number(here), number(there)));
        assertThat(foreign).isCloseTo((1 + r) * (1 + there) / (1 + here) - 1, within(1e-15));
        assertThat(converted(Rate.of(foreign), new Conversion.ToForeign(number(there), number(here))))
                .isCloseTo(r, within(1e-15));
        double real = converted(Rate.of(r), new Conversion.ToReal(number(here)));
        assertThat(real).isCloseTo(Rate.of(r).real(here).decimal(), within(1e-15));
        assertThat(converted(Rate.of(real).withPrices(PriceBasis.REAL), new Conversion.ToNominal(number(there))))
                .as("real, then nominal abroad")
                .isCloseTo(foreign, within(1e-15));
    }

    @Test
    void a_rate_of_other_compounding_is_made_effective() {
        var monthly = new Rate(0.12, Compounding.MONTHLY, Rate.of(0).tax(), PriceBasis.NOMINAL);
        assertThat(converted(monthly, new Conversion.ToReal(number(0))))
                .isCloseTo(Math.pow(1.01, 12) - 1, within(1e-15));
    }

    @Test
    void refuses_to_convert_twice() {
        assertThatThrownBy(() -> converted(Rate.of(0.1), new Conversion.ToNominal(number(0.02))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("rate does not fit: it is nominal already. Do not convert it twice.");
        assertThatThrownBy(
                        () -> converted(Rate.of(0.1).withPrices(PriceBasis.REAL), new Conversion.ToReal(number(0.02))))
                .hasMessage("rate does not fit: it is real. Make it nominal first.");
        assertThatThrownBy(() -> new Conversion.ToForeign(number(-1), number(20)))
                .hasMessage(
                        "domesticInflation must be above -1 and at most 10, but was -1. Give a decimal per year: 2 % is 0.02.\n"
                                + "foreignInflation must be above -1 and at most 10, but was 20. Give a decimal per year: 2 % is 0.02.");
    }
}
