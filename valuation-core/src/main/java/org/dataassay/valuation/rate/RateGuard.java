package org.dataassay.valuation.rate;

import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;

/** A built rate must be a rate: above −1 and no more than plausible. */
final class RateGuard {

    private RateGuard() {}

    /** Names the rate and guards it. */
    static Cell let(Sheet sheet, String name, Cell rate) {
        var named = sheet.let(name, rate.as(Unit.RATE));
        sheet.require(name + "AboveMinusOne", named, Relation.GREATER, Cell.number(-1), "A rate is above -100 %.");
        sheet.require(
                name + "Plausible",
                named,
                Relation.LESS_OR_EQUAL,
                Cell.number(Rate.PLAUSIBLE_MAXIMUM),
                "A rate above 100 % a year is a slip more often than a rate: are all parts decimals?");
        return named;
    }
}
