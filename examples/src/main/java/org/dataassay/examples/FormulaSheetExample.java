package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.BridgeTerms;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Goal;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Rate;

/** Three years of subscriptions to a data feed: written once, then explained, differentiated, simulated, solved, bridged and replayed. */
public final class FormulaSheetExample {

    private FormulaSheetExample() {}

    public static void main(String[] args) {
        print(write(), System.out);
    }

    // #region write
    static Worksheet write() {
        var plan = Source.given("Sales", "Plan 2026", "page 2", LocalDate.of(2025, 12, 1));
        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        var years = sheet.axis("years", List.of("2026", "2027", "2028"));
        var customers = sheet.given(
                "customers",
                Unit.items("customer"),
                years,
                InputRow.of(List.of(40.0, 50.0, 60.0), plan).shocked(new Distribution.Triangular(0.8, 1, 1.2)));
        var fee = sheet.given("fee", Unit.perItem("customer"), Input.of(12_000.0, plan));
        var margin =
                sheet.given("margin", Unit.SHARE, Input.of(0.5, plan).distributed(new Distribution.Normal(0.5, 0.05)));
        var rate = sheet.given("discountRate", Unit.RATE, Input.of(Rate.of(0.10), Source.assumed("hurdle rate")));
        var time = sheet.fixed("time", Unit.YEARS, years, List.of(1.0, 2.0, 3.0));
        sheet.require("marginAboveZero", margin, Relation.GREATER, Cell.ZERO, "Plan for a profit.");
        var profit = sheet.let("profit", customers.times(fee).times(margin));
        var factor = sheet.let("discountFactor", Cell.ONE.plus(rate).power(time.negated()));
        return sheet.close(sheet.let("value", profit.times(factor).sum()));
    }
    // #endregion write

    static void print(Worksheet sheet, PrintStream out) {
        // #region explain
        out.print(sheet.explain().text());
        // #endregion explain
        // #region differentiate
        var slopes = sheet.derivatives();
        for (var input : List.of("fee", "margin", "discountRate"))
            out.printf(Locale.ROOT, "d value / d %s = %.2f\n", input, slopes.by(input));
        // #endregion differentiate
        // #region simulate
        var spread = sheet.simulate(Simulation.of(20_251_231)).of("value");
        out.printf(Locale.ROOT, "mean %.0f, standard error %.0f\n", spread.mean(), spread.standardError());
        out.printf(Locale.ROOT, "5 %% to 95 %%: %.0f to %.0f\n", spread.percentile(0.05), spread.percentile(0.95));
        // #endregion simulate
        // #region solve
        var breakEven = sheet.solve(Goal.of("margin", 700_000));
        out.printf(
                Locale.ROOT,
                "worth 700000 at a margin of %.4f\n",
                breakEven.only().value());
        var implied = sheet.solve(Goal.of("discountRate", 700_000).between(0.01, 1));
        out.printf(
                Locale.ROOT,
                "a price of 700000 implies a rate of %.4f\n",
                implied.only().value());
        // #endregion solve
        // #region bridge
        var later = sheet.with("fee", Optional.empty(), 13_000).with("margin", Optional.empty(), 0.45);
        for (var part : sheet.bridge(later, BridgeTerms.NONE).parts())
            out.printf(Locale.ROOT, "%s moves the value by %.2f\n", part.name(), part.amount());
        // #endregion bridge
        // #region replay
        var again = sheet.graph().replay();
        out.println("replayed to the same bits: " + (again.value() == sheet.value()));
        // #endregion replay
    }
}
