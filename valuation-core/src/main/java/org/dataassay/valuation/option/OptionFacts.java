package org.dataassay.valuation.option;

import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of an option on one asset.
 *
 * @param underlying what the option is on
 * @param contract what the holder may do
 * @param riskFreeRate r, of any compounding; made continuous on the sheet
 */
public record OptionFacts(UnderlyingAsset underlying, OptionContract contract, Input<Rate> riskFreeRate) {

    public OptionFacts withUnderlying(UnderlyingAsset other) {
        return new OptionFacts(other, contract, riskFreeRate);
    }

    public OptionFacts withContract(OptionContract other) {
        return new OptionFacts(underlying, other, riskFreeRate);
    }

    public OptionFacts withRiskFreeRate(Input<Rate> other) {
        return new OptionFacts(underlying, contract, other);
    }

    /** Writes {@code riskFreeRate} and, where it is not continuous, {@code riskFreeForce}: m · ln(1 + r/m). */
    static Cell force(Sheet sheet, Input<Rate> rate) {
        var compounding = rate.value().compounding();
        var stated = sheet.given("riskFreeRate", Unit.rate(compounding), rate).as(Unit.FACTOR);
        double times = timesPerYear(compounding);
        if (times == 0) return stated;
        var period = times == 1 ? stated : stated.dividedBy(Cell.number(times));
        var force = Cell.ONE.plus(period).log();
        return sheet.let("riskFreeForce", times == 1 ? force : force.times(Cell.number(times)));
    }

    private static double timesPerYear(Compounding compounding) {
        return switch (compounding) {
            case ANNUAL -> 1;
            case SEMIANNUAL -> 2;
            case QUARTERLY -> 4;
            case MONTHLY -> 12;
            case CONTINUOUS -> 0;
        };
    }
}
