package org.dataassay.valuation.life;

import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * How far a business has come to its full level in each period: 0 is the start, 1 the full level. Read at the moment of each period at which survival is read; where
 * there is no ramp the full level is there from the first day.
 */
public sealed interface Ramp permits Ramp.Linear, Ramp.Stated {

    /** Writes the ramp's inputs and {@code ramp}, a row in [0, 1]. */
    Row write(Sheet sheet, Axis periods, AttritionTiming timing);

    /**
     * min(t / T, 1).
     *
     * @param years T, the time until the full level is reached, above 0
     */
    record Linear(Input<Double> years) implements Ramp {
        public Linear {
            new Check()
                    .that(
                            years.value() > 0 && years.value() <= 100,
                            "years",
                            "above 0 and at most 100",
                            years.value(),
                            "Give the years to the full level, or leave the ramp out.")
                    .done();
        }

        @Override
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            var full = sheet.given("rampYears", Unit.YEARS, years);
            sheet.require(
                    "rampYearsAboveZero", full, Relation.GREATER, Cell.ZERO, "Leave the ramp out where there is none.");
            var elapsed = sheet.fixed(
                    "rampTime",
                    Unit.YEARS,
                    periods,
                    IntStream.rangeClosed(1, periods.size())
                            .mapToObj(timing::age)
                            .toList());
            return sheet.let("ramp", elapsed.dividedBy(full).min(Cell.ONE).as(Unit.SHARE));
        }
    }

    /**
     * As planned.
     *
     * @param shares one per period, in [0, 1], never falling
     */
    record Stated(InputRow<Double> shares) implements Ramp {
        public Stated {
            var check = new Check();
            double previous = 0;
            for (int t = 0; t < shares.size(); t++) {
                double share = shares.values().get(t);
                check.share("shares[" + t + "]", share);
                check.that(
                        share >= previous,
                        "shares[" + t + "]",
                        "at least the share before it, " + previous,
                        share,
                        "A ramp rises; state a later loss as decay.");
                previous = share;
            }
            check.done();
        }

        @Override
        public Row write(Sheet sheet, Axis periods, AttritionTiming timing) {
            return sheet.given("ramp", Unit.SHARE, periods, shares);
        }
    }
}
