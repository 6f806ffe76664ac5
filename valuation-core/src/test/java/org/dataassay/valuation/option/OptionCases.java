package org.dataassay.valuation.option;

import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.SplittableRandom;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.Rate;

/** Options for tests, and what textbooks say of them in plain arithmetic. */
final class OptionCases {

    private OptionCases() {}

    static Input<Rate> continuous(double rate) {
        return Input.of(Rate.of(rate).withCompounding(Compounding.CONTINUOUS));
    }

    static UnderlyingAsset asset(double value, double volatility, double yield) {
        return new UnderlyingAsset(cny(value), number(volatility), number(yield));
    }

    static OptionFacts facts(OptionType type, double s, double k, double r, double q, double t, double sigma) {
        return new OptionFacts(asset(s, sigma, q), new OptionContract(type, cny(k), number(t)), continuous(r));
    }

    /** Anything in the usual ranges, in whole cents. */
    static OptionFacts any(SplittableRandom random, OptionType type) {
        return facts(
                type,
                cents(random, 20, 200),
                cents(random, 20, 200),
                random.nextDouble(-0.02, 0.15),
                random.nextDouble(-0.05, 0.15),
                random.nextDouble(0.05, 4),
                random.nextDouble(0.05, 0.9));
    }

    static double cents(SplittableRandom random, int low, int high) {
        return random.nextInt(low * 100, high * 100) / 100.0;
    }

    static double price(OptionFacts facts, ValuationContext context) {
        return BlackScholesMerton.standard().evaluate(facts, context).value();
    }
}
