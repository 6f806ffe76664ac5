package org.dataassay.valuation.cost;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link SumOfCosts}.
 *
 * @param occupations who works on data, at least one, no name twice
 * @param blowUp α, from wages to all labor cost, at least 1
 * @param intermediateConsumption goods and services used up in the year, at least 0
 * @param capital services of the capital used in the work
 * @param producer whether the output is sold; others earn no net return
 * @param inventory the stock that earlier years have left; empty where the value is that of one year's output
 */
public record SumOfCostsFacts(
        List<Occupation> occupations,
        Input<Double> blowUp,
        Input<Money> intermediateConsumption,
        CapitalServices capital,
        Producer producer,
        Optional<PerpetualInventory> inventory) {

    private static final int MOST_OCCUPATIONS = 500;

    /** Whether the owner produces for the market. */
    public enum Producer {
        /** Sells at prices that matter; its capital earns a net return. */
        MARKET,
        /** Government and non-profit institutions; by convention no net return is added. */
        NON_MARKET
    }

    /**
     * People of one occupation.
     *
     * @param name as in the classification of occupations
     * @param timeShare τ, share of time spent on making data, in [0, 1]
     * @param wage w, of one person in a year, at least 0
     * @param heads E, people in full-time equivalents, at least 0
     */
    public record Occupation(String name, Input<Double> timeShare, Input<Money> wage, Input<Double> heads) {
        public Occupation {
            new Check()
                    .that(!name.isBlank(), "name", "named", "''", "Name the occupation.")
                    .share("timeShare", timeShare.value())
                    .that(
                            wage.value().amount().signum() >= 0,
                            "wage",
                            "at least 0",
                            wage.value(),
                            "Give the yearly wage of one person.")
                    .range("heads", heads.value(), 0, 1e9, "Give full-time equivalents.")
                    .done();
        }
    }

    /** What the capital used in the work costs in the year. */
    public sealed interface CapitalServices {

        /**
         * As the accounts have them.
         *
         * @param consumption of fixed capital, at least 0
         * @param netReturn to capital, at least 0
         */
        record Stated(Input<Money> consumption, Input<Money> netReturn) implements CapitalServices {
            public Stated {
                checkAmount(checkAmount(new Check(), "consumption", consumption), "netReturn", netReturn)
                        .done();
            }
        }

        /**
         * The user cost of the capital: K · δ is consumed, K · (r − g) is its net return.
         *
         * @param stock K, capital used in the work, at least 0
         * @param depreciation δ per year, in [0, 1]
         * @param rate r per year
         * @param gain g, rise of the capital's price per year, a decimal
         */
        record UserCost(Input<Money> stock, Input<Double> depreciation, Input<Rate> rate, Input<Double> gain)
                implements CapitalServices {
            public UserCost {
                checkAmount(new Check(), "stock", stock)
                        .share("depreciation", depreciation.value())
                        .range("gain", gain.value(), -1, 1, "Give the change of price per year as a decimal.")
                        .done();
            }
        }
    }

    /**
     * Perpetual inventory: Kₜ = Kₜ₋₁ · (1 − δ) + Iₜ. The investment of the last year is the sum of costs.
     *
     * @param firstYear of the investments
     * @param openingStock K before the first year, at the prices of the first year, at least 0
     * @param investments I of each earlier year, at the prices of that year, at least one, none negative
     * @param priceIndex level of each year, the last one included; empty where amounts are at the prices of the last year already
     * @param depreciation δ per year, in [0, 1]
     * @param userCost return that the stock itself must earn; for information
     */
    public record PerpetualInventory(
            int firstYear,
            Input<Money> openingStock,
            InputRow<Money> investments,
            Optional<InputRow<Double>> priceIndex,
            Input<Double> depreciation,
            Optional<Return> userCost) {

        private static final int MOST_YEARS = 100;

        /**
         * What a year's use of the stock costs: K · (r + δ − g).
         *
         * @param rate r per year
         * @param gain g, rise of the price of data per year, a decimal
         */
        public record Return(Input<Rate> rate, Input<Double> gain) {
            public Return {
                new Check()
                        .range("gain", gain.value(), -1, 1, "Give the change of price per year as a decimal.")
                        .done();
            }
        }

        public PerpetualInventory {
            var check = checkAmount(new Check(), "openingStock", openingStock)
                    .that(
                            firstYear >= 1900 && firstYear <= 2200,
                            "firstYear",
                            "a year from 1900 to 2200",
                            firstYear,
                            "Give the calendar year of the first investment.")
                    .that(
                            investments.size() >= 1 && investments.size() < MOST_YEARS,
                            "investments",
                            "1 to " + (MOST_YEARS - 1) + " years long",
                            investments.size(),
                            "Leave the inventory out where there is one year only.")
                    .share("depreciation", depreciation.value());
            for (int t = 0; t < investments.size(); t++) {
                var amount = investments.values().get(t);
                check.that(
                        amount.amount().signum() >= 0,
                        "investments[" + t + "]",
                        "at least 0",
                        amount,
                        "Retirements are in the depreciation rate.");
            }
            int years = investments.size() + 1;
            priceIndex.ifPresent(levels -> {
                check.that(
                        levels.size() == years,
                        "priceIndex",
                        "one level per year, the last included: " + years,
                        levels.size(),
                        "Give the levels of all years.");
                for (int t = 0; t < levels.size(); t++) {
                    double level = levels.values().get(t);
                    check.that(
                            level > 0 && level < 1e9,
                            "priceIndex[" + t + "]",
                            "above 0",
                            level,
                            "Give the index level, such as 104.2.");
                }
            });
            check.done();
        }
    }

    public SumOfCostsFacts {
        occupations = List.copyOf(occupations);
        var check = new Check()
                .that(
                        !occupations.isEmpty() && occupations.size() <= MOST_OCCUPATIONS,
                        "occupations",
                        "1 to " + MOST_OCCUPATIONS,
                        occupations.size(),
                        "List who works on data.")
                .range("blowUp", blowUp.value(), 1, 10, "1 adds nothing to wages; 1.5 adds half.");
        checkAmount(check, "intermediateConsumption", intermediateConsumption);
        var names = new HashSet<String>();
        for (int i = 0; i < occupations.size(); i++) {
            if (!names.add(occupations.get(i).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "occupations[" + i + "].name",
                        occupations.get(i).name(),
                        "List each occupation once."));
        }
        check.done();
    }

    private static Check checkAmount(Check check, String field, Input<Money> amount) {
        return check.that(
                amount.value().amount().signum() >= 0,
                field,
                "at least 0",
                amount.value(),
                "Give the amount of the year; 0 where there is none.");
    }
}
