package org.dataassay.examples.market;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.market.DescribedComparable;
import org.dataassay.valuation.market.DescribedSubject;
import org.dataassay.valuation.market.HedonicRegression;
import org.dataassay.valuation.market.ListingFacts;
import org.dataassay.valuation.market.MarketEvidence;
import org.dataassay.valuation.market.NearestComparables;
import org.dataassay.valuation.market.TitleWords;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.Quantiles;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;

/** Ways to tell a price from other listings. What each is made of was settled before any of them was tried. */
enum PriceModel {
    /** The median of the same mode and category. */
    MEDIAN("median of mode and category") {
        @Override
        Function<ListingRow, OptionalDouble> told(List<ListingRow> known) {
            return subject -> median(subject, known);
        }
    },
    HEDONIC("hedonic regression") {
        @Override
        Function<ListingRow, OptionalDouble> told(List<ListingRow> known) {
            return subject -> regression(subject, known, HEDONIC_OPTIONS);
        }
    },
    HEDONIC_WITH_TITLES("hedonic regression, 20 words") {
        @Override
        Function<ListingRow, OptionalDouble> told(List<ListingRow> known) {
            return subject -> regression(subject, known, HEDONIC_OPTIONS.withTitles(TitleWords.frequent(WORDS)));
        }
    },
    NEAREST("nearest comparables") {
        @Override
        Function<ListingRow, OptionalDouble> told(List<ListingRow> known) {
            return nearest(known, NearestComparables.Options.STANDARD);
        }
    },
    NEAREST_WITH_TITLES("nearest comparables, titles") {
        @Override
        Function<ListingRow, OptionalDouble> told(List<ListingRow> known) {
            return nearest(known, NearestComparables.Options.STANDARD.withTitles());
        }
    };

    static final CurrencyCode CNY = CurrencyCode.of("CNY");
    static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2024, 8, 31), CNY, BasisOfValue.MARKET_VALUE);

    private static final int WORDS = 20;

    /** Levels that fewer listings have are one level, {@value #OTHER}. */
    private static final int COMMON = 5;

    private static final String OTHER = "other";

    /** In this order; where columns determine each other the last is given up. */
    private static final List<String> CHARACTERISTICS = List.of("category", "platform", "frequency", "fields");

    /** The median price, because the errors of all models are judged by their median. */
    private static final HedonicRegression.Options HEDONIC_OPTIONS =
            HedonicRegression.Options.STANDARD.withRetransformation(HedonicRegression.Retransformation.NONE);

    private final String label;

    PriceModel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Tells the price of a listing by known ones of its mode; absent where the model cannot tell. */
    abstract Function<ListingRow, OptionalDouble> told(List<ListingRow> known);

    private static OptionalDouble median(ListingRow subject, List<ListingRow> known) {
        var alike = known.stream()
                .filter(row -> row.category().equals(subject.category()))
                .mapToDouble(ListingRow::price)
                .toArray();
        var prices = alike.length > 0
                ? alike
                : known.stream().mapToDouble(ListingRow::price).toArray();
        return prices.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.exact(prices, 0.5)[0]);
    }

    /** The number of neighbors is chosen once, by the known listings. */
    private static Function<ListingRow, OptionalDouble> nearest(
            List<ListingRow> known, NearestComparables.Options options) {
        int count = new NearestComparables(options).neighbors(facts(known.get(0), known, CHARACTERISTICS));
        var method = new NearestComparables(options.withNeighbors(count));
        return subject -> value(method, subject, known, CHARACTERISTICS);
    }

    /** A regression that cannot tell characteristics apart says so; the last one is then left out. */
    private static OptionalDouble regression(
            ListingRow subject, List<ListingRow> known, HedonicRegression.Options options) {
        for (int taken = CHARACTERISTICS.size(); taken > 0; taken--) {
            var value = value(new HedonicRegression(options), subject, known, CHARACTERISTICS.subList(0, taken));
            if (value.isPresent()) return value;
        }
        return OptionalDouble.empty();
    }

    // #region model
    private static OptionalDouble value(
            ValuationMethod<ListingFacts> method,
            ListingRow subject,
            List<ListingRow> known,
            List<String> characteristics) {
        try {
            // the value alone: neither range nor notes are asked for
            var sheet = Sheet.open(CNY);
            return OptionalDouble.of(sheet.close(method.write(sheet, facts(subject, known, characteristics), CONTEXT))
                    .value());
        } catch (InvalidInputException e) {
            return OptionalDouble.empty();
        }
    }

    private static ListingFacts facts(ListingRow subject, List<ListingRow> known, List<String> characteristics) {
        var common = common(known);
        var comparables = new ArrayList<DescribedComparable>();
        for (var row : known)
            comparables.add(new DescribedComparable(
                    row.id(),
                    UnitPrice.ofRounded(row.price(), CNY, "listing", RoundingMode.HALF_EVEN),
                    MarketEvidence.Grade.LIST,
                    Optional.empty(),
                    measures(row, characteristics),
                    categories(row, characteristics, common),
                    Optional.of(row.title()),
                    Optional.of(row.provider())));
        var measures = new LinkedHashMap<String, Input<Double>>();
        measures(subject, characteristics).forEach((name, number) -> measures.put(name, Input.of(number)));
        var described = new DescribedSubject(
                measures, categories(subject, characteristics, common), Optional.of(subject.title()));
        return ListingFacts.of(Input.of(1.0), described, comparables, Source.assumed("listings of the exchanges"));
    }
    // #endregion model

    private static Map<String, Double> measures(ListingRow row, List<String> characteristics) {
        return characteristics.contains("fields") ? Map.of("fields", Elementary.log1p(row.fields())) : Map.of();
    }

    private static Map<String, String> categories(
            ListingRow row, List<String> characteristics, Map<String, Integer> common) {
        var categories = new TreeMap<String, String>();
        levels(row).forEach((name, level) -> {
            if (!characteristics.contains(name)) return;
            categories.put(name, common.getOrDefault(name + "=" + level, 0) >= COMMON ? level : OTHER);
        });
        return categories;
    }

    private static Map<String, String> levels(ListingRow row) {
        return Map.of("category", row.category(), "platform", row.platform(), "frequency", row.frequency());
    }

    private static Map<String, Integer> common(List<ListingRow> known) {
        var counts = new HashMap<String, Integer>();
        for (var row : known) levels(row).forEach((name, level) -> counts.merge(name + "=" + level, 1, Integer::sum));
        return counts;
    }
}
