package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;

/**
 * Value, at the end of the forecast, of all flows after it. Only for a maintained stream, and only when asked for: data normally decays.
 */
public sealed interface TerminalValue {

    /** Whether it is discounted like the last flow; otherwise from the end of the last period. */
    boolean followsLastFlow();

    /**
     * Writes the inputs and {@code terminalValue}.
     *
     * @param lastFlow of the forecast
     * @param rate the discount rate
     */
    Cell write(Sheet sheet, Cell lastFlow, Cell rate);

    private static Cell growth(Sheet sheet, Input<Rate> growth, Cell rate) {
        var g = sheet.given("longTermGrowth", Unit.RATE, growth);
        sheet.require(
                "growthBelowDiscountRate",
                g,
                Relation.LESS,
                rate,
                "Lower the growth, or leave the terminal value out: data normally decays.");
        return g;
    }

    private static Check growthRange(Check check, String field, Input<Rate> growth) {
        return check.range(
                field, growth.value().decimal(), -1, 0.5, "Growth for ever above a few percent outgrows the economy.");
    }

    /**
     * F(N) · (1 + g) / (r − g).
     *
     * @param growth g per year for ever; below the discount rate
     * @see <a href="https://doi.org/10.2307/1927792">Gordon, "Dividends, Earnings, and Stock Prices", Review of Economics and Statistics 41 (1959), 99–105</a>
     */
    record ConstantGrowth(Input<Rate> growth) implements TerminalValue {
        public ConstantGrowth {
            growthRange(new Check(), "growth", growth).done();
        }

        @Override
        public boolean followsLastFlow() {
            return true;
        }

        /** Writes the growth and that it must stay below the discount rate. */
        Cell growth(Sheet sheet, Cell rate) {
            return TerminalValue.growth(sheet, growth, rate);
        }

        @Override
        public Cell write(Sheet sheet, Cell lastFlow, Cell rate) {
            var g = growth(sheet, rate);
            return sheet.let("terminalValue", lastFlow.times(Cell.ONE.plus(g)).dividedBy(rate.minus(g)));
        }
    }

    /**
     * F(N) · (1 + g) · (1 − g / RONIC) / (r − g), F the profit after tax before reinvestment: growth has to be paid for.
     *
     * @param growth g per year for ever; below the discount rate
     * @param returnOnNewCapital RONIC per year; above the growth
     * @see <a href="https://www.mckinsey.com">Koller, Goedhart, Wessels, Valuation (2020), chapter on continuing value, value-driver formula</a>
     */
    record ValueDriver(Input<Rate> growth, Input<Rate> returnOnNewCapital) implements TerminalValue {
        public ValueDriver {
            growthRange(new Check(), "growth", growth)
                    .that(
                            returnOnNewCapital.value().decimal() > 0,
                            "returnOnNewCapital",
                            "above 0",
                            returnOnNewCapital.value().decimal(),
                            "Give the return that new capital earns per year.")
                    .done();
        }

        @Override
        public boolean followsLastFlow() {
            return true;
        }

        @Override
        public Cell write(Sheet sheet, Cell lastFlow, Cell rate) {
            var g = TerminalValue.growth(sheet, growth, rate);
            var earned = sheet.given("returnOnNewCapital", Unit.RATE, returnOnNewCapital);
            sheet.require(
                    "growthBelowReturnOnNewCapital",
                    g,
                    Relation.LESS,
                    earned,
                    "Growth that costs more than all profit has no value; lower it.");
            var reinvested = sheet.let("reinvestedShare", g.dividedBy(earned).as(Unit.SHARE));
            return sheet.let(
                    "terminalValue",
                    lastFlow.times(Cell.ONE.plus(g))
                            .times(Cell.ONE.minus(reinvested))
                            .dividedBy(rate.minus(g)));
        }
    }

    /**
     * F(N) · [(1 + g) + H · (s − g)] / (r − g), H half the years in which growth fades from s to g.
     *
     * @param growth g per year for ever; below the discount rate
     * @param initialGrowth s per year, right after the forecast
     * @param fadeYears 2H, at least 0
     * @see <a href="https://doi.org/10.2469/faj.v40.n3.66">Fuller, Hsia, "A Simplified Common Stock Valuation Model", Financial Analysts Journal 40 (1984),
     *     49–56</a>
     */
    record FadingGrowth(Input<Rate> growth, Input<Rate> initialGrowth, Input<Double> fadeYears)
            implements TerminalValue {
        public FadingGrowth {
            growthRange(growthRange(new Check(), "growth", growth), "initialGrowth", initialGrowth)
                    .range("fadeYears", fadeYears.value(), 0, 100, "Give the years of the fade.")
                    .done();
        }

        @Override
        public boolean followsLastFlow() {
            return true;
        }

        @Override
        public Cell write(Sheet sheet, Cell lastFlow, Cell rate) {
            var g = TerminalValue.growth(sheet, growth, rate);
            var start = sheet.given("initialGrowth", Unit.RATE, initialGrowth);
            var half = sheet.given("fadeYears", Unit.YEARS, fadeYears).times(Cell.number(0.5));
            var raised = Cell.ONE.plus(g).plus(half.as(Unit.FACTOR).times(start.minus(g)));
            return sheet.let("terminalValue", lastFlow.times(raised).dividedBy(rate.minus(g)));
        }
    }

    /**
     * Multiple · metric of the last period, as comparable streams are sold.
     *
     * @param multiple at least 0
     * @param metric what the multiple is a multiple of
     * @param amount of the metric in the last period
     */
    record ExitMultiple(Input<Double> multiple, Metric metric, Input<Money> amount) implements TerminalValue {

        /** What a multiple is a multiple of. */
        public enum Metric {
            REVENUE,
            EBITDA,
            EBIT,
            CASH_FLOW
        }

        public ExitMultiple {
            new Check()
                    .range("multiple", multiple.value(), 0, 1000, "Give the multiple of comparable sales.")
                    .done();
        }

        @Override
        public boolean followsLastFlow() {
            return false;
        }

        @Override
        public Cell write(Sheet sheet, Cell lastFlow, Cell rate) {
            var times = sheet.given("exitMultiple", Unit.FACTOR, multiple);
            return sheet.let(
                    "terminalValue",
                    sheet.given("exitMetric", Unit.MONEY, amount).times(times));
        }
    }
}
