package org.dataassay.valuation.income;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** One year that stands for all years: its excess earnings, capitalized. */
record NormalYear(Sheet sheet, IncomeForecast forecast, ContributoryCharges charges, Cell excess) {

    /** Writes the year of either method that capitalizes one. */
    static NormalYear open(
            Sheet sheet,
            Input<Money> earnings,
            List<ContributoryAsset> assets,
            IncomeTerms terms,
            ContributoryCharges.Terms charged,
            ValuationContext context) {
        var conventions = charged.conventions();
        var forecast = IncomeForecast.open(sheet, terms, conventions, context, 1);
        var normal = sheet.given("normalEarnings", Unit.MONEY, earnings);
        var charges = ContributoryCharges.of(sheet, forecast, charged, Optional.empty(), assets);
        var excess = charges.excessOf(Row.of(forecast.periods(), List.of(normal)));
        return new NormalYear(sheet, forecast, charges, excess.at(0));
    }
}
