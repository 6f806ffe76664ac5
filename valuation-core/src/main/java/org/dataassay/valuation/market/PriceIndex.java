package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.Design;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.LeastSquares;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.Note;

/**
 * How prices of like data moved from period to period; by it a comparable's price is brought to the valuation date.
 *
 * <p><b>Formula</b> time dummy: ln P = b₀ + Σ bⱼ xⱼ + Σ d_t, level exp(d_t − d₀). Matched: level of t over t − 1 = geometric mean of p_t/p_{t−1} over what is listed in both (Jevons), chained. Repeat listings: ln(p_t/p_s) regressed on the periods passed through
 *
 * <p><b>Units and ranges</b> prices above 0 · the first period is 1
 *
 * <p><b>Edge cases</b> periods that no listing joins are refused by name · two prices of one listing in one period: their geometric mean
 *
 * <p><b>Numerics</b> least squares in twice the precision, see {@link LeastSquares}
 *
 * <p><b>Use when / not when</b> characteristics are known (time dummy) or the same products are listed again (matched, repeat) / few listings a period: the standard errors say so
 *
 * @param kind how it was found
 * @param points one per period, in the order of time
 * @param notes limits met
 * @see <a href="https://doi.org/10.1787/9789264194441-en">Eurostat, Handbook on Residential Property Prices Indices, 2013, chapters 5 and 6</a>
 */
public record PriceIndex(Kind kind, List<Point> points, List<Note> notes) {

    /** Fewer listings than this in a period are warned of. */
    public static final int FEW = 5;

    /** How an index was found. */
    public enum Kind {
        /** Periods as columns of a hedonic regression. */
        TIME_DUMMY,
        /** Geometric means of price relatives of what is listed in both of two neighboring periods. */
        MATCHED,
        /** Regression on pairs of listings of the same product. */
        REPEAT
    }

    /**
     * The level of one period.
     *
     * @param period such as {@code 2025-Q3}
     * @param level relative to the first period
     * @param logError standard error of the level's logarithm; 0 of the first period
     * @param listings how many it rests on
     */
    public record Point(String period, double level, double logError, int listings) {}

    /**
     * One price of a product that may be listed again.
     *
     * @param product the same for each listing of it
     * @param period of the listing
     * @param price above 0
     */
    public record Quoted(String product, String period, double price) {
        public Quoted {
            new Check()
                    .that(!product.isBlank(), "product", "named", "''", "Name the product alike in each listing.")
                    .that(!period.isBlank(), "period", "named", "''", "Name the period, such as 2025-Q3.")
                    .that(
                            price > 0 && price <= Double.MAX_VALUE,
                            "price",
                            "above 0",
                            price,
                            "A price of nothing has no ratio to another.")
                    .done();
        }
    }

    public PriceIndex {
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }

    /** The level of a period relative to another one, by which a price of {@code from} is brought to {@code to}. */
    public double between(String from, String to) {
        return level(to) / level(from);
    }

    private double level(String period) {
        return points.stream()
                .filter(point -> point.period.equals(period))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.UNKNOWN, "period", period, "The index covers other periods."))
                .level;
    }

    /** The effects of periods in a hedonic regression of dated comparables. */
    public static PriceIndex timeDummy(ListingFacts facts, ListingPeriod period) {
        var latest = facts.comparables().stream()
                .flatMap(c -> c.date().stream())
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.MISSING, "comparables[0].date", "An index needs the date of each listing."));
        var options = HedonicRegression.Options.STANDARD.withPeriod(period);
        var points = new HedonicModel(facts, options, latest).index();
        return new PriceIndex(Kind.TIME_DUMMY, points, thin(points));
    }

    /** Prices of each product and period, equal ones taken together by their geometric mean. */
    private static Map<String, TreeMap<String, Double>> byProduct(List<Quoted> prices) {
        var sums = new LinkedHashMap<String, TreeMap<String, List<Double>>>();
        for (var quoted : prices)
            sums.computeIfAbsent(quoted.product, p -> new TreeMap<>())
                    .computeIfAbsent(quoted.period, p -> new ArrayList<>())
                    .add(Elementary.log(quoted.price));
        var logs = new LinkedHashMap<String, TreeMap<String, Double>>();
        sums.forEach((product, periods) -> {
            var means = new TreeMap<String, Double>();
            periods.forEach((period, values) -> means.put(
                    period, NeumaierSum.of(values.stream().mapToDouble(v -> v).toArray()) / values.size()));
            logs.put(product, means);
        });
        return logs;
    }

    private static List<String> periods(List<Quoted> prices) {
        var periods = new TreeSet<String>();
        for (var quoted : prices) periods.add(quoted.period);
        new Check()
                .that(
                        periods.size() >= 2,
                        "periods",
                        "at least 2",
                        periods.size(),
                        "An index compares periods with each other.")
                .done();
        return List.copyOf(periods);
    }

    /** Chained geometric means of the price relatives of what is listed in both of two neighboring periods. */
    public static PriceIndex matched(List<Quoted> prices) {
        var periods = periods(prices);
        var products = byProduct(prices);
        var points = new ArrayList<Point>();
        points.add(new Point(periods.get(0), 1, 0, count(products, periods.get(0))));
        double level = 0;
        double variance = 0;
        for (int t = 1; t < periods.size(); t++) {
            var before = periods.get(t - 1);
            var now = periods.get(t);
            var relatives = products.values().stream()
                    .filter(logs -> logs.containsKey(before) && logs.containsKey(now))
                    .mapToDouble(logs -> logs.getOrDefault(now, 0.0) - logs.getOrDefault(before, 0.0))
                    .toArray();
            if (relatives.length == 0)
                throw InvalidInputException.of(
                        ValuationError.INVALID,
                        "prices",
                        "no product is listed both in " + before + " and in " + now,
                        "Take longer periods, repeat listings, or a hedonic index.");
            var moments = org.dataassay.valuation.numeric.Welford.of(relatives, relatives.length);
            level += moments.mean();
            double error = relatives.length > 1 ? moments.standardError() : 0;
            variance += error * error;
            points.add(new Point(now, Elementary.exp(level), Math.sqrt(variance), relatives.length));
        }
        return new PriceIndex(Kind.MATCHED, points, thin(points));
    }

    private static int count(Map<String, TreeMap<String, Double>> products, String period) {
        return (int) products.values().stream()
                .filter(logs -> logs.containsKey(period))
                .count();
    }

    /** Regression of each listing's price relative to the product's one before it, however long ago. */
    public static PriceIndex repeat(List<Quoted> prices) {
        var periods = periods(prices);
        var products = byProduct(prices);
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        var relatives = new ArrayList<Double>();
        for (var logs : products.values()) {
            var previous = logs.firstEntry();
            for (var entry : logs.tailMap(previous.getKey(), false).entrySet()) {
                from.add(periods.indexOf(previous.getKey()));
                to.add(periods.indexOf(entry.getKey()));
                relatives.add(entry.getValue() - previous.getValue());
                previous = entry;
            }
        }
        int pairs = relatives.size();
        new Check()
                .that(
                        pairs >= periods.size(),
                        "prices",
                        "at least " + periods.size() + " repeats of a listing, one more than periods to tell apart",
                        pairs,
                        "Take longer periods, or a hedonic index.")
                .done();
        var design = Design.of(pairs);
        for (int t = 1; t < periods.size(); t++) {
            var column = new double[pairs];
            for (int i = 0; i < pairs; i++) column[i] = (to.get(i) == t ? 1 : 0) - (from.get(i) == t ? 1 : 0);
            design = design.with(periods.get(t), column);
        }
        var fit = LeastSquares.of(design, relatives.stream().mapToDouble(v -> v).toArray());
        var points = new ArrayList<Point>();
        points.add(new Point(periods.get(0), 1, 0, count(products, periods.get(0))));
        for (int t = 1; t < periods.size(); t++) {
            var period = periods.get(t);
            points.add(new Point(
                    period,
                    Elementary.exp(fit.coefficient(period)),
                    fit.standardError(period),
                    count(products, period)));
        }
        return new PriceIndex(Kind.REPEAT, points, thin(points));
    }

    private static List<Note> thin(List<Point> points) {
        var few = points.stream()
                .filter(point -> point.listings < FEW)
                .map(Point::period)
                .toList();
        return few.isEmpty() ? List.of() : List.of(Note.of(Note.Kind.WARNING, "thin-periods", String.join(", ", few)));
    }
}
