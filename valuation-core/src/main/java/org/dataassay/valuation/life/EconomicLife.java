package org.dataassay.valuation.life;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;

/** How long an asset brings a benefit that is worth having. */
public sealed interface EconomicLife permits EconomicLife.Judged, EconomicLife.Benefits {

    /**
     * As judged.
     *
     * @param years above 0
     */
    record Judged(Input<Double> years) implements EconomicLife {
        public Judged {
            new Check()
                    .that(
                            years.value() > 0 && years.value() <= 1000,
                            "years",
                            "above 0 and at most 1000",
                            years.value(),
                            "Give the remaining economic life in years.")
                    .done();
        }
    }

    /**
     * Until the present value of the benefits has reached a share of its total.
     *
     * @param benefits of the asset per year, at least 0, some above 0; forecast until nothing worth mentioning follows
     * @param decay of the benefits, where the forecast does not hold it already
     * @param discountRate per year
     */
    record Benefits(InputRow<Money> benefits, Optional<Decay> decay, Input<Rate> discountRate) implements EconomicLife {
        public Benefits {
            var check = new Check()
                    .that(
                            benefits.size() >= 1 && benefits.size() <= Timing.MAXIMUM_PERIODS,
                            "benefits",
                            "1 to " + Timing.MAXIMUM_PERIODS + " years",
                            benefits.size(),
                            "Forecast the benefits.");
            boolean any = false;
            for (int t = 0; t < benefits.size(); t++) {
                var amount = benefits.values().get(t);
                any |= amount.amount().signum() > 0;
                check.that(
                        amount.amount().signum() >= 0,
                        "benefits[" + t + "]",
                        "at least 0",
                        amount,
                        "A loss ends the economic life; leave it and what follows out.");
            }
            check.that(any || benefits.size() == 0, "benefits", "above 0 in some year", "0", "Without benefit no life.")
                    .done();
        }
    }
}
