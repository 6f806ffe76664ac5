package org.dataassay.valuation.income;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** One cause by which profit before tax rises, with the base on which it acts. */
sealed interface GainDriver permits PremiumDriver, CostDriver {

    /** Name of its section of the sheet. */
    String name();

    /** How many periods it covers. */
    int periods();

    /** Writes the inputs and {@code gain}. */
    Row gain(Sheet section, Axis periods);

    /** Checks that drivers are there, each by a name of its own, all over the same periods. */
    static void check(
            Check check, List<? extends GainDriver> drivers, Optional<InputRow<Money>> costs, IncomeTerms terms) {
        check.that(
                !drivers.isEmpty() && drivers.size() <= 100,
                "drivers",
                "1 to 100",
                drivers.size(),
                "State what makes profit rise, each cause with its base.");
        if (drivers.isEmpty()) return;
        int n = drivers.get(0).periods();
        terms.checkForecast(check, "drivers[0]", n);
        var names = new HashSet<String>();
        for (int k = 0; k < drivers.size(); k++) {
            var driver = drivers.get(k);
            if (!names.add(driver.name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "drivers[" + k + "].name", driver.name(), "Name each driver once."));
            check.that(
                    driver.periods() == n,
                    "drivers[" + k + "]",
                    n + " periods long, as the first",
                    driver.periods(),
                    "Forecast all drivers over the same periods.");
        }
        costs.ifPresent(row -> PeriodRows.length(check, "costs", row, n));
    }

    /** Writes every driver, {@code totalGain}, {@code costsOfGain} and the value. */
    static Cell value(
            Sheet sheet, IncomeForecast forecast, List<? extends GainDriver> drivers, Optional<InputRow<Money>> costs) {
        var gains = drivers.stream()
                .map(driver -> driver.gain(sheet.section("drivers").section(driver.name()), forecast.periods()))
                .reduce(Row::plus)
                .orElseThrow();
        var lasting = forecast.lasting(sheet.let("totalGain", gains));
        var net = costs.map(row -> sheet.given("costsOfGain", Unit.MONEY, forecast.periods(), row))
                .map(forecast::inLife)
                .map(lasting::minus)
                .orElse(lasting);
        return forecast.value(sheet.let("afterTaxGain", forecast.afterTax(net)));
    }

    /** What a reader of several gains must know. */
    static List<Note> remarks(List<? extends GainDriver> drivers) {
        return drivers.size() == 1
                ? List.of()
                : List.of(
                        Note.of(
                                Note.Kind.ASSUMPTION,
                                "drivers-add-up",
                                "Each gain is counted on its own base; a gain that two drivers share must be in one of them only."));
    }
}
