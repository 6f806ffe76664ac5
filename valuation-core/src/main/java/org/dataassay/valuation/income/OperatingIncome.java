package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * What a business earns before tax in each period: revenue less costs that move with it, the <em>contribution</em>, less fixed costs. Costs include depreciation.
 */
public sealed interface OperatingIncome permits OperatingIncome.Amounts, OperatingIncome.Units {

    /** Costs that do not move with revenue; none where all of them do. */
    Optional<InputRow<Money>> fixedCosts();

    /** How many periods it covers. */
    int periods();

    /** Writes the inputs and {@code contribution}. */
    Row contribution(Sheet sheet, Axis periods);

    /** Writes {@code fixedCosts}. */
    default Optional<Row> fixedCosts(Sheet sheet, Axis periods) {
        return fixedCosts().map(row -> sheet.given("fixedCosts", Unit.MONEY, periods, row));
    }

    /** Writes {@code contribution} and, where there are fixed costs, these and {@code operatingProfit}. */
    default Row profit(Sheet sheet, Axis periods) {
        var contribution = contribution(sheet, periods);
        return fixedCosts(sheet, periods)
                .map(fixed -> sheet.let("operatingProfit", contribution.minus(fixed)))
                .orElse(contribution);
    }

    private static void checkFixed(Check check, Optional<InputRow<Money>> fixedCosts, int n) {
        fixedCosts.ifPresent(row -> PeriodRows.length(check, "fixedCosts", row, n));
    }

    private static Row contribution(Sheet sheet, Row revenue, Row costs) {
        return sheet.let("contribution", revenue.minus(costs));
    }

    /**
     * Stated in money.
     *
     * @param revenue at least 0
     * @param variableCosts that move with revenue
     * @param fixedCosts that do not
     */
    record Amounts(InputRow<Money> revenue, InputRow<Money> variableCosts, Optional<InputRow<Money>> fixedCosts)
            implements OperatingIncome {

        public Amounts {
            int n = revenue.size();
            var check = new Check();
            PeriodRows.amounts(check, "revenue", revenue, "Revenue is not negative; put losses into the costs.");
            PeriodRows.length(check, "variableCosts", variableCosts, n);
            checkFixed(check, fixedCosts, n);
            check.done();
        }

        @Override
        public int periods() {
            return revenue.size();
        }

        @Override
        public Row contribution(Sheet sheet, Axis periods) {
            return OperatingIncome.contribution(
                    sheet,
                    sheet.given("revenue", Unit.MONEY, periods, revenue),
                    sheet.given("variableCosts", Unit.MONEY, periods, variableCosts));
        }
    }

    /**
     * Built from volume, price and cost per item.
     *
     * @param volume items sold in each period, at least 0
     * @param unitPrice per item; the item gives the volume its unit
     * @param unitCost per item
     * @param fixedCosts that do not move with the volume
     */
    record Units(
            InputRow<Double> volume,
            InputRow<UnitPrice> unitPrice,
            InputRow<UnitPrice> unitCost,
            Optional<InputRow<Money>> fixedCosts)
            implements OperatingIncome {

        public Units {
            int n = volume.size();
            var check = new Check();
            PeriodRows.numbers(check, "volume", volume, "Give the items sold in each period.");
            PeriodRows.length(check, "unitPrice", unitPrice, n);
            PeriodRows.length(check, "unitCost", unitCost, n);
            checkFixed(check, fixedCosts, n);
            check.done();
        }

        @Override
        public int periods() {
            return volume.size();
        }

        @Override
        public Row contribution(Sheet sheet, Axis periods) {
            var item = unitPrice.values().get(0).item();
            var sold = sheet.given("volume", Unit.items(item), periods, volume);
            var price = sheet.given("unitPrice", Unit.perItem(item), periods, unitPrice);
            var cost = sheet.given("unitCost", Unit.perItem(item), periods, unitCost);
            return OperatingIncome.contribution(
                    sheet, sheet.let("revenue", sold.times(price)), sheet.let("variableCosts", sold.times(cost)));
        }
    }
}
