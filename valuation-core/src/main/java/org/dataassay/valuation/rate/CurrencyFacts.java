package org.dataassay.valuation.rate;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.PriceBasis;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link CurrencyConversion}.
 *
 * @param rate to be converted; its price basis must fit the conversion
 * @param conversion into what
 */
public record CurrencyFacts(Input<Rate> rate, Conversion conversion) {

    /** Into what a rate is converted. All inflation is expected, per year, over the horizon of the flows. */
    public sealed interface Conversion {

        /**
         * A nominal rate of one currency into that of another: (1 + r) · (1 + foreign) / (1 + domestic) − 1.
         *
         * @param domesticInflation of the currency of the rate
         * @param foreignInflation of the other
         */
        record ToForeign(Input<Double> domesticInflation, Input<Double> foreignInflation) implements Conversion {
            public ToForeign {
                var check = new Check();
                checkInflation(check, "domesticInflation", domesticInflation);
                checkInflation(check, "foreignInflation", foreignInflation);
                check.done();
            }
        }

        /**
         * A real rate into a nominal one: (1 + r) · (1 + inflation) − 1.
         *
         * @param inflation of the currency
         */
        record ToNominal(Input<Double> inflation) implements Conversion {
            public ToNominal {
                var check = new Check();
                checkInflation(check, "inflation", inflation);
                check.done();
            }
        }

        /**
         * A nominal rate into a real one: (1 + r) / (1 + inflation) − 1.
         *
         * @param inflation of the currency
         */
        record ToReal(Input<Double> inflation) implements Conversion {
            public ToReal {
                var check = new Check();
                checkInflation(check, "inflation", inflation);
                check.done();
            }
        }

        private static void checkInflation(Check check, String field, Input<Double> inflation) {
            check.that(
                    inflation.value() > -1 && inflation.value() <= 10,
                    field,
                    "above -1 and at most 10",
                    inflation.value(),
                    "Give a decimal per year: 2 % is 0.02.");
        }
    }

    public CurrencyFacts {
        boolean isFromReal = conversion instanceof Conversion.ToNominal;
        var needed = isFromReal ? PriceBasis.REAL : PriceBasis.NOMINAL;
        if (rate.value().prices() != needed)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "rate",
                    isFromReal ? "it is nominal already" : "it is real",
                    isFromReal ? "Do not convert it twice." : "Make it nominal first.");
    }
}
