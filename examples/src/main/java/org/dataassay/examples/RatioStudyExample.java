package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.market.Band;
import org.dataassay.valuation.market.RatedSale;
import org.dataassay.valuation.market.RatioStatistic;
import org.dataassay.valuation.market.RatioStudy;
import org.dataassay.valuation.market.RatioStudyFacts;
import org.dataassay.valuation.market.StudiedRatios;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Source;

/** How good a pricing model was, by seven lots that were sold after it had valued them. */
public final class RatioStudyExample {

    private static final Source DEALS =
            Source.given("Exchange A", "Register of deals 2025", "section 4", LocalDate.of(2025, 12, 5));

    private RatioStudyExample() {}

    public static void main(String[] args) {
        print(study(), System.out);
    }

    // #region study
    static StudiedRatios study() {
        var sales = List.of(
                sold("Lot 3", "110000", "100000"),
                sold("Lot 5", "46000", "40000"),
                sold("Lot 9", "200000", "200000"),
                sold("Lot 12", "360000", "400000"),
                sold("Lot 17", "24000", "20000"),
                sold("Lot 21", "640000", "800000"),
                sold("Lot 30", "63000", "60000"));
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var options = RatioStudy.Options.STANDARD.withBands(Band.of(0.9, 1.1), Band.of(5, 20));
        return new RatioStudy(options).evaluate(RatioStudyFacts.of(sales, DEALS), context);
    }

    private static RatedSale sold(String name, String estimate, String price) {
        return new RatedSale(name, Money.of(estimate, "CNY"), Money.of(price, "CNY"));
    }
    // #endregion study

    // #region read
    static void print(StudiedRatios found, PrintStream out) {
        line(out, "Median ratio", found.medianRatio());
        line(out, "COD", found.dispersion());
        line(out, "PRD", found.differential());
        line(out, "PRB", found.bias().orElseThrow());
        line(out, "KI", found.kakwani());
        line(out, "MKI", found.modifiedKakwani().orElseThrow());
        out.println("Outliers: " + found.outliers());
        out.println(String.format(
                Locale.ROOT,
                "Near 1: %.3f, expected %.3f",
                found.chasing().share(),
                found.chasing().expected()));
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }

    private static void line(PrintStream out, String name, RatioStatistic statistic) {
        out.println(String.format(
                Locale.ROOT,
                "%-12s %8.4f   %8.4f to %8.4f%s",
                name,
                statistic.value(),
                statistic.low(),
                statistic.high(),
                statistic.isGood() ? "" : "   outside its band"));
    }
    // #endregion read
}
