package org.dataassay.valuation.rate;

import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.Rate;

/** A rate as an input, made effective per year where it is compounded otherwise. */
final class RateInput {

    private RateInput() {}

    /** Writes the input under its name and, where it is not compounded annually, {@code …Effective}; keeps draws above −1. */
    static Cell write(Sheet sheet, String name, Input<Rate> rate) {
        var compounding = rate.value().compounding();
        var stated = sheet.given(name, Unit.rate(compounding), rate);
        var effective = stated;
        if (compounding == Compounding.CONTINUOUS) {
            effective = sheet.let(
                    name + "Effective",
                    stated.as(Unit.FACTOR).exp().minus(Cell.ONE).as(Unit.RATE));
        } else if (compounding != Compounding.ANNUAL) {
            int times = timesPerYear(compounding);
            effective = sheet.let(
                    name + "Effective",
                    Cell.ONE
                            .plus(stated.as(Unit.FACTOR).dividedBy(Cell.number(times)))
                            .power(times)
                            .minus(Cell.ONE)
                            .as(Unit.RATE));
        }
        sheet.require(name + "AboveMinusOne", effective, Relation.GREATER, Cell.number(-1), "A rate is above -100 %.");
        return effective;
    }

    private static int timesPerYear(Compounding compounding) {
        return switch (compounding) {
            case ANNUAL -> 1;
            case SEMIANNUAL -> 2;
            case QUARTERLY -> 4;
            case MONTHLY -> 12;
            case CONTINUOUS -> throw new IllegalArgumentException("continuous");
        };
    }
}
