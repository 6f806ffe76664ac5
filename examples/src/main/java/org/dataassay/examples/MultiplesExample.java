package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.market.MarketEvidence;
import org.dataassay.valuation.market.Multiples;
import org.dataassay.valuation.market.MultiplesFacts;
import org.dataassay.valuation.market.PricedComparable;
import org.dataassay.valuation.market.ValueDriver;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** What 400 000 company records are worth at the price per record of four other sets. */
public final class MultiplesExample {

    private static final Source DEALS =
            Source.given("Exchange A", "Register of deals 2025", "section 4", LocalDate.of(2025, 12, 5));

    private MultiplesExample() {}

    public static void main(String[] args) {
        print(value(Multiples.Statistic.MEDIAN), System.out);
    }

    // #region value
    static Valuation value(Multiples.Statistic statistic) {
        var comparables = List.of(
                sold("Lot 3", "520000", 650_000),
                sold("Lot 9", "180000", 150_000),
                sold("Lot 12", "960000", 800_000),
                sold("Lot 30", "210000", 300_000));
        var facts = MultiplesFacts.of(records(400_000), comparables);
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new Multiples(Multiples.Options.STANDARD.withStatistic(statistic)).evaluate(facts, context);
    }

    private static PricedComparable sold(String name, String price, double records) {
        return new PricedComparable(
                name, Input.of(Money.of(price, "CNY"), DEALS), records(records), MarketEvidence.Grade.DEAL);
    }

    private static ValueDriver records(double count) {
        return new ValueDriver.Items("record", Input.of(count, DEALS));
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
        for (var statistic : List.of(Multiples.Statistic.HARMONIC_MEAN, Multiples.Statistic.AGGREGATE))
            out.println(statistic + ": " + value(statistic).amount());
    }
    // #endregion read
}
