package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;

/**
 * Value of all flows after the forecast by constant growth: F(N) · (1 + g) / (r − g). Only for a maintained stream, and only when asked for.
 *
 * @param growth g per year for ever; below the discount rate
 * @see <a href="https://doi.org/10.2307/1927792">Gordon, "Dividends, Earnings, and Stock Prices", Review of Economics and Statistics 41 (1959), 99–105</a>
 */
public record TerminalValue(Input<Rate> growth) {

    public TerminalValue {
        new Check()
                .range(
                        "growth",
                        growth.value().decimal(),
                        -1,
                        0.5,
                        "Growth for ever above a few percent outgrows the economy.")
                .done();
    }

    /**
     * Writes {@code longTermGrowth} and {@code terminalValue}, as of the last forecast period's flow.
     *
     * @param lastFlow of the forecast
     * @param rate the discount rate
     */
    public Cell write(Sheet sheet, Cell lastFlow, Cell rate) {
        var g = sheet.given("longTermGrowth", Unit.RATE, growth);
        sheet.require(
                "growthBelowDiscountRate",
                g,
                Relation.LESS,
                rate,
                "Lower the growth, or leave the terminal value out: data normally decays.");
        return sheet.let("terminalValue", lastFlow.times(Cell.ONE.plus(g)).dividedBy(rate.minus(g)));
    }
}
