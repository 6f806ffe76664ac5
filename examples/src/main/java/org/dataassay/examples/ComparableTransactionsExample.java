package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.market.Adjustment;
import org.dataassay.valuation.market.ComparableTransactions;
import org.dataassay.valuation.market.MarketEvidence;
import org.dataassay.valuation.market.MarketFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** What half a million company records are worth beside three sets that were sold. */
public final class ComparableTransactionsExample {

    private ComparableTransactionsExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var deals =
                Source.given("Exchange A", "Register of deals 2025", "lots 17, 31 and 40", LocalDate.of(2025, 12, 5));
        var judged = Source.judged("Chen Yu, appraiser", "rights compared clause by clause");
        var comparables =
                List.of(sale("Lot 17", "1.00", deals), sale("Lot 31", "1.20", deals), sale("Lot 40", "0.80", deals));
        var adjustments = List.<Adjustment>of(
                new Adjustment.Ratios("rights", Adjustment.Direction.MULTIPLY, ratios(judged, 1.0, 0.9, 1.1)),
                new Adjustment.Ratios("time", Adjustment.Direction.MULTIPLY, ratios(deals, 1.02, 1.0, 1.05)));
        var facts = MarketFacts.of(Input.of(500_000.0, deals), comparables, adjustments);
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return ComparableTransactions.standard().evaluate(facts, context);
    }

    private static MarketEvidence sale(String name, String price, Source source) {
        return MarketEvidence.of(
                name, Input.of(UnitPrice.of(price, "CNY", "record"), source), MarketEvidence.Grade.DEAL);
    }

    private static List<Input<Double>> ratios(Source source, double... values) {
        return Arrays.stream(values).mapToObj(value -> Input.of(value, source)).toList();
    }
    // #endregion value

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        var range = valuation.range();
        out.println(
                "Spread: " + range.low().orElseThrow() + " to " + range.high().orElseThrow());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
