package org.dataassay.valuation.rate;

import java.time.LocalDate;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Timing;

/**
 * Discount factors D(t) = (1 + r)^(−e(t)), the exponents e(t) by the timing convention.
 *
 * @param timing when in each period the money flows
 * @param valuationDate from which dated flows are counted
 */
public record Discounting(Timing timing, LocalDate valuationDate) {

    /** Writes {@code discountExponent} and {@code discountFactor}. */
    public Row factors(Sheet sheet, Axis periods, Cell rate) {
        sheet.require(
                "discountRateAboveMinusOne",
                rate,
                Relation.GREATER,
                Cell.number(-1),
                "A discount rate is above -100 %.");
        var exponent =
                sheet.fixed("discountExponent", Unit.YEARS, periods, timing.exponents(periods.size(), valuationDate));
        return sheet.let("discountFactor", Cell.ONE.plus(rate).power(exponent.negated()));
    }
}
