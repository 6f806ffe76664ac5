package org.dataassay.examples.market;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dataassay.valuation.market.RatedSale;
import org.dataassay.valuation.market.RatioStatistic;
import org.dataassay.valuation.market.RatioStudy;
import org.dataassay.valuation.market.RatioStudyFacts;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.numeric.CounterRandom;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.Quantiles;
import org.dataassay.valuation.sheet.Source;

/**
 * How well do pricing models tell the price of a listing from those of other providers? Takes a CSV file of listings with the columns id, platform, title, provider, category_aws, price_mode, price, dimension and update_frequency.
 *
 * <p>Providers, not listings, are dealt into five parts: each part is priced by the other four, so that no provider is on both sides.
 */
public final class ListingsStudy {

    private static final int PARTS = 5;
    private static final long DEAL = 20240831;
    private static final int WORST = 10;

    /** Where one provider has more of the listings, the others cannot tell their prices. */
    private static final double MOST_OF_ONE = 0.8;

    private static final double LEAST_PRICE = 0.01;

    /** A listing and what a model said of it. */
    private record Told(ListingRow row, double price) {
        double logError() {
            return Elementary.log(price / row.price());
        }
    }

    private ListingsStudy() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("Usage: ListingsStudy LISTINGS.csv");
            System.exit(2);
        }
        print(Path.of(args[0]), System.out);
    }

    static void print(Path file, PrintStream out) {
        var rows = ListingRow.read(file);
        var units = new UnitCheck(rows);
        var suspects = rows.stream().filter(units::isSuspect).toList();
        out.println(rows.size() + " listings with a price, of "
                + rows.stream().map(ListingRow::provider).distinct().count() + " providers.");
        out.println(String.format(
                Locale.ROOT,
                "%d prices are more than %.0f times off the median of their mode and category, hence for another unit than stated:",
                suspects.size(),
                UnitCheck.TIMES));
        suspects.stream()
                .sorted(Comparator.comparingDouble(row -> -row.price()))
                .limit(WORST)
                .forEach(row -> out.println("  " + listing(row)));
        var kept = rows.stream().filter(row -> !units.isSuspect(row)).toList();
        for (var mode : rows.stream().map(ListingRow::mode).distinct().sorted().toList()) {
            study(mode + ", all prices", of(mode, rows), out);
            study(mode + ", suspects set aside", of(mode, kept), out);
        }
    }

    private static List<ListingRow> of(String mode, List<ListingRow> rows) {
        return rows.stream().filter(row -> row.mode().equals(mode)).toList();
    }

    private static String listing(ListingRow row) {
        return String.format(
                Locale.ROOT,
                "%s %.2f %s (%s, %s)",
                row.mode(),
                row.price(),
                row.title(),
                row.category(),
                row.provider());
    }

    private static void study(String title, List<ListingRow> rows, PrintStream out) {
        long providers = rows.stream().map(ListingRow::provider).distinct().count();
        out.println();
        out.println(title + ": " + rows.size() + " listings of " + providers + " providers");
        long ofOne =
                rows.stream()
                        .collect(Collectors.groupingBy(ListingRow::provider, Collectors.counting()))
                        .values()
                        .stream()
                        .max(Comparator.naturalOrder())
                        .orElse(0L);
        if (providers < PARTS || ofOne > MOST_OF_ONE * rows.size()) {
            out.println("  not studied: " + ofOne + " are of one provider, and others must tell their prices");
            return;
        }
        out.println(
                "  model                          priced  median error  typical factor   median ratio     COD     PRD     PRB     MKI");
        var all = new EnumMap<PriceModel, List<Told>>(PriceModel.class);
        for (var model : PriceModel.values()) {
            var told = tell(model, rows);
            all.put(model, told);
            if (told.size() >= RatioStudyFacts.LEAST) report(model, told, rows.size(), out);
        }
        for (var model : List.of(PriceModel.HEDONIC, PriceModel.NEAREST_WITH_TITLES))
            worst(model, all.getOrDefault(model, List.of()), out);
    }

    // #region split
    /** The part that a provider is dealt to. */
    static int part(String provider) {
        return (int) (CounterRandom.uniform(DEAL, provider.hashCode(), 0) * PARTS);
    }

    private static List<Told> tell(PriceModel how, List<ListingRow> rows) {
        var told = new ArrayList<Told>();
        for (int part = 0; part < PARTS; part++) {
            int own = part;
            var known = rows.stream().filter(row -> part(row.provider()) != own).toList();
            if (known.size() == rows.size()) continue;
            var model = how.told(known);
            var asked = new TreeMap<String, OptionalDouble>();
            for (var row : rows) {
                if (part(row.provider()) != own) continue;
                // what a model sees of two listings may be the same; then it is asked once
                var price = asked.computeIfAbsent(
                        row.title() + row.platform() + row.category() + row.frequency() + row.fields(),
                        seen -> model.apply(row));
                if (price.isPresent()) told.add(new Told(row, price.getAsDouble()));
            }
        }
        return told;
    }
    // #endregion split

    private static void report(PriceModel model, List<Told> told, int all, PrintStream out) {
        var errors = told.stream()
                .mapToDouble(t -> Math.abs(t.price / t.row.price() - 1))
                .toArray();
        var factors = told.stream().mapToDouble(t -> Math.abs(t.logError())).toArray();
        var found = RatioStudy.standard()
                .evaluate(RatioStudyFacts.of(sales(told), Source.assumed("listings")), PriceModel.CONTEXT);
        out.println(String.format(
                Locale.ROOT,
                "  %-29s %4d/%-4d %9.0f %% %15.1f %14.3f %7.0f %7.2f %7s %7s",
                model.label(),
                told.size(),
                all,
                100 * Quantiles.exact(errors, 0.5)[0],
                Elementary.exp(Quantiles.exact(factors, 0.5)[0]),
                found.medianRatio().value(),
                found.dispersion().value(),
                found.differential().value(),
                found.bias().map(ListingsStudy::rounded).orElse("none"),
                found.modifiedKakwani().map(ListingsStudy::rounded).orElse("none")));
    }

    private static String rounded(RatioStatistic statistic) {
        return String.format(Locale.ROOT, "%.2f", statistic.value());
    }

    private static List<RatedSale> sales(List<Told> told) {
        return told.stream()
                .map(t -> new RatedSale(t.row.id(), money(t.price), money(t.row.price())))
                .toList();
    }

    private static Money money(double amount) {
        return Money.of(
                BigDecimal.valueOf(Math.max(amount, LEAST_PRICE)).setScale(8, RoundingMode.HALF_EVEN), PriceModel.CNY);
    }

    private static void worst(PriceModel model, List<Told> told, PrintStream out) {
        out.println("  Worst of the " + model.label() + ":");
        told.stream()
                .sorted(Comparator.comparingDouble(t -> -Math.abs(t.logError())))
                .limit(WORST)
                .forEach(t -> out.println(String.format(Locale.ROOT, "    told %.2f  %s", t.price, listing(t.row))));
    }
}
