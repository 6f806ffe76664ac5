package org.dataassay.valuation.rate;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;

/** A step from one level of value to another: what one multiplies by. */
public sealed interface LevelStep {

    /** Writes the factor of the step and what it is made of. */
    Cell write(Sheet sheet);

    /**
     * From a minority's value to a controlling one: 1 + p.
     *
     * @param premium paid for control, at least 0
     */
    record ControlPremium(Input<Double> premium) implements LevelStep {
        public ControlPremium {
            checkPremium("premium", premium);
        }

        @Override
        public Cell write(Sheet sheet) {
            return Cell.ONE.plus(sheet.given("controlPremium", Unit.SHARE, premium));
        }
    }

    /**
     * From a controlling value to a minority's: 1 / (1 + p), that is a discount of 1 − 1 / (1 + p).
     *
     * @param controlPremium paid for control, at least 0
     */
    record LackOfControl(Input<Double> controlPremium) implements LevelStep {
        public LackOfControl {
            checkPremium("controlPremium", controlPremium);
        }

        @Override
        public Cell write(Sheet sheet) {
            return Cell.ONE.dividedBy(Cell.ONE.plus(sheet.given("controlPremium", Unit.SHARE, controlPremium)));
        }
    }

    /**
     * As stated: 1 − d.
     *
     * @param discount in [0, 1)
     * @param reason what it is for; must be stated
     */
    record StatedDiscount(Input<Double> discount, String reason) implements LevelStep {
        public StatedDiscount {
            new Check()
                    .that(
                            discount.value() >= 0 && discount.value() < 1,
                            "discount",
                            "at least 0 and below 1",
                            discount.value(),
                            "Give a decimal: 15 % is 0.15.")
                    .that(!reason.isBlank(), "reason", "stated", "blank", "Say what the discount is for.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            return Cell.ONE.minus(sheet.given("discount", Unit.SHARE, discount));
        }
    }

    /**
     * Lack of marketability by a European put at the money: DLOM = e^(−rT) · N(−d₂) − e^(−qT) · N(−d₁).
     *
     * @param volatility σ per √year, above 0
     * @param years T until the asset can be sold, above 0
     * @param riskFreeRate r, effective annual; made continuous on the sheet
     * @param yield q per year, continuous; 0 for none
     * @see <a href="https://www.appraisers.org">Chaffe, "Option Pricing as a Proxy for Discount for Lack of Marketability in Private Company Valuations", Business Valuation
     *     Review 12 (1993), 182–188</a>
     */
    record ChaffePut(Input<Double> volatility, Input<Double> years, Input<Rate> riskFreeRate, Input<Double> yield)
            implements LevelStep {
        public ChaffePut {
            checkOption(volatility, years, yield);
        }

        @Override
        public Cell write(Sheet sheet) {
            var option = Marketability.write(sheet, volatility, years);
            var r = sheet.let(
                    "riskFreeForce",
                    Cell.ONE
                            .plus(RateInput.write(sheet, "riskFreeRate", riskFreeRate))
                            .log());
            var q = sheet.given("incomeYield", Unit.FACTOR, yield);
            return option.put(r, q);
        }
    }

    /**
     * Lack of marketability by an average-strike put: v² = x + ln[2(e^x − x − 1)] − 2 ln(e^x − 1) with x = σ²T; DLOM = e^(−qT) · [N(v/2) − N(−v/2)], about 0.32 at most.
     *
     * @param volatility σ per √year, above 0
     * @param years T until the asset can be sold, above 0
     * @param yield q per year, continuous; 0 for none
     * @see <a href="https://doi.org/10.3905/jod.2012.19.4.053">Finnerty, "An Average-Strike Put Option Model of the Marketability Discount", Journal of Derivatives
     *     19(4) (2012), 53–69</a>
     */
    record FinnertyAverage(Input<Double> volatility, Input<Double> years, Input<Double> yield) implements LevelStep {
        public FinnertyAverage {
            checkOption(volatility, years, yield);
        }

        @Override
        public Cell write(Sheet sheet) {
            var option = Marketability.write(sheet, volatility, years);
            return option.average(sheet.given("incomeYield", Unit.FACTOR, yield));
        }
    }

    /**
     * Lack of marketability, upper bound, by a look-back: what an owner with perfect timing forgoes. DLOM = (2 + x/2) · N(√x/2) + √(x/2π) · e^(−x/8) − 1 with x = σ²T.
     * Beyond x of about 0.94 it exceeds 1, bounds nothing, and is refused.
     *
     * @param volatility σ per √year, above 0
     * @param years T until the asset can be sold, above 0
     * @see <a href="https://doi.org/10.1111/j.1540-6261.1995.tb05197.x">Longstaff, "How Much Can Marketability Affect Security Values?", Journal of Finance 50 (1995),
     *     1767–1774</a>
     */
    record LongstaffLookback(Input<Double> volatility, Input<Double> years) implements LevelStep {
        public LongstaffLookback {
            checkOption(volatility, years, Input.of(0.0));
        }

        @Override
        public Cell write(Sheet sheet) {
            return Marketability.write(sheet, volatility, years).lookback();
        }
    }

    private static void checkPremium(String field, Input<Double> premium) {
        new Check()
                .range(field, premium.value(), 0, 10, "Give a decimal: a premium of 25 % is 0.25.")
                .done();
    }

    private static void checkOption(Input<Double> volatility, Input<Double> years, Input<Double> yield) {
        new Check()
                .that(
                        volatility.value() > 0 && volatility.value() <= 10,
                        "volatility",
                        "above 0 and at most 10",
                        volatility.value(),
                        "Give a decimal per square root of a year: 40 % is 0.4.")
                .that(
                        years.value() > 0 && years.value() <= 100,
                        "years",
                        "above 0 and at most 100",
                        years.value(),
                        "Give the years until the asset can be sold.")
                .range("yield", yield.value(), 0, 1, "Give a decimal per year: 2 % is 0.02.")
                .done();
    }
}
