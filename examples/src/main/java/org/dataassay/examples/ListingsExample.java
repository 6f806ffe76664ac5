package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.market.DescribedComparable;
import org.dataassay.valuation.market.DescribedSubject;
import org.dataassay.valuation.market.HedonicFit;
import org.dataassay.valuation.market.HedonicRegression;
import org.dataassay.valuation.market.ListingFacts;
import org.dataassay.valuation.market.MarketEvidence;
import org.dataassay.valuation.market.NearestComparables;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** A yearly licence of 200 000 records of hospitals, priced from fourteen listings: by regression, and by those most alike. */
public final class ListingsExample {

    private static final Source LISTINGS =
            Source.given("Exchange A", "Register of listings 2025", "section 4", LocalDate.of(2025, 12, 5));
    private static final Source DICTIONARY =
            Source.given("Yunhe Data", "Data dictionary", "page 2", LocalDate.of(2025, 12, 1));
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private ListingsExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    // #region listings
    static ListingFacts listings() {
        var listings = List.of(
                listed("A", "9000", 40_000, "finance"), listed("B", "22000", 100_000, "finance"),
                listed("C", "26000", 160_000, "finance"), listed("D", "52000", 400_000, "finance"),
                listed("E", "95000", 900_000, "finance"), listed("F", "5600", 30_000, "health"),
                listed("G", "13500", 90_000, "health"), listed("H", "30000", 250_000, "health"),
                listed("I", "41000", 500_000, "health"), listed("J", "4100", 50_000, "transport"),
                listed("K", "6200", 80_000, "transport"), listed("L", "14000", 220_000, "transport"),
                listed("M", "27000", 600_000, "transport"), listed("N", "33000", 700_000, "transport"));
        var subject =
                DescribedSubject.of(Map.of("records", Input.of(200_000.0, DICTIONARY)), Map.of("sector", "health"));
        return ListingFacts.of(Input.of(1.0, DICTIONARY), subject, listings, LISTINGS)
                .withLogarithms(Set.of("records"));
    }

    private static DescribedComparable listed(String name, String price, double records, String sector) {
        return DescribedComparable.of(
                name,
                UnitPrice.of(price, "CNY", "licence"),
                MarketEvidence.Grade.LIST,
                Map.of("records", records),
                Map.of("sector", sector));
    }
    // #endregion listings

    // #region hedonic
    static Valuation byRegression() {
        return HedonicRegression.standard().evaluate(listings(), CONTEXT);
    }

    static HedonicFit fit() {
        return HedonicRegression.standard().fit(listings(), CONTEXT);
    }
    // #endregion hedonic

    // #region nearest
    static Valuation byNeighbors() {
        return NearestComparables.standard().evaluate(listings(), CONTEXT);
    }
    // #endregion nearest

    // #region read
    static void print(PrintStream out) {
        for (var coefficient : fit().coefficients())
            out.println(String.format(
                    Locale.ROOT,
                    "%-18s %8.4f ± %.4f%s",
                    coefficient.name(),
                    coefficient.estimate(),
                    coefficient.standardError(),
                    coefficient.effect().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "   %+.1f %% of the price",
                                    100 * coefficient.effect().getAsDouble())
                            : ""));
        print("By regression: ", byRegression(), out);
        print("By neighbors: ", byNeighbors(), out);
    }

    private static void print(String how, Valuation valuation, PrintStream out) {
        out.println();
        out.println(how + valuation.amount());
        var range = valuation.range();
        out.println("From " + range.low().orElseThrow() + " to " + range.high().orElseThrow() + ", " + range.nature());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
