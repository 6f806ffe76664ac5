package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.CostFacts;
import org.dataassay.valuation.cost.CostLine;
import org.dataassay.valuation.cost.Obsolescence;
import org.dataassay.valuation.cost.ReplacementCost;
import org.dataassay.valuation.cost.ValueAdjustment;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** What it would cost today to build a table of road sensors again, less what the old one has lost. */
public final class ReplacementCostExample {

    private ReplacementCostExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var ledger = Source.given("Accounts department", "Project ledger", "pages 3 to 9", LocalDate.of(2025, 12, 1));
        var prices =
                Source.given("Statistics office", "Index of software wages", "table 2", LocalDate.of(2025, 12, 20));
        var judged = Source.judged("Chen Yu, appraiser", "market survey of December 2025");
        var lines = List.of(
                CostLine.of("planning", CostLine.Category.PRELIMINARY, Input.of(cny("200000"), ledger)),
                CostLine.of("collecting and cleaning", CostLine.Category.DIRECT, Input.of(cny("600000"), ledger))
                        .indexedFrom(Input.of(96.0, prices)),
                CostLine.of("hosting", CostLine.Category.INDIRECT, Input.of(cny("120000"), ledger)));
        var facts = CostFacts.builder(lines)
                .index(Input.of(100.8, prices))
                .developersProfit(Input.of(0.15, judged))
                .obsolescence(
                        new Obsolescence(Obsolescence.Kind.FUNCTIONAL, Input.of(0.10, judged)),
                        new Obsolescence(Obsolescence.Kind.ECONOMIC, Input.of(0.05, judged)))
                .valueAdjustment(new ValueAdjustment.FromQuality(Input.of(0.9, judged)))
                .build();
        var options = ReplacementCost.Options.STANDARD.withCombination(Obsolescence.Combination.SEQUENTIAL);
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new ReplacementCost(options).evaluate(facts, context);
    }
    // #endregion value

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
