package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Timing;

/** One year that stands for all years: its excess earnings, capitalized. */
record NormalYear(Sheet sheet, IncomeForecast forecast, ContributoryCharges charges, Cell excess) {

    /** Conventions of both methods that capitalize; a perpetuity is of years, so a stub or dates are refused. */
    static NormalYear open(
            Sheet sheet,
            Input<Money> earnings,
            List<ContributoryAsset> assets,
            IncomeTerms terms,
            ContributoryCharges.Terms charged,
            ValuationContext context) {
        var conventions = charged.conventions();
        if (!(conventions.timing() instanceof Timing.Regular))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "timing",
                    "a normal year is a whole year",
                    "Set the option timing to end, mid-period or start.");
        var forecast = IncomeForecast.open(sheet, terms, conventions, context, 1);
        var normal = sheet.given("normalEarnings", Unit.MONEY, earnings);
        var charges = ContributoryCharges.of(sheet, forecast, charged, Optional.empty(), assets);
        var excess = charges.excessOf(Row.of(forecast.periods(), List.of(normal)));
        return new NormalYear(sheet, forecast, charges, excess.at(0));
    }

    /** What flows before the end of each year is worth more: times (1 + r)^(1 − e), e years to the first flow. */
    Cell atTiming(Cell capitalized, Timing timing, ValuationContext context) {
        double early = 1 - timing.exponents(1, context.valuationDate()).get(0);
        return early == 0
                ? capitalized
                : sheet.let(
                        "valueAtTiming",
                        capitalized.times(Cell.ONE.plus(forecast.discountRate()).power(early)));
    }
}
