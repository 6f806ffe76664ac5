package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.Quantiles;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by the comparables most like it, the nearer the more: a distance chooses them and weights them, and each is named.
 *
 * <p><b>Formula</b> V = Q · exp(Σ wᵢ ln Pᵢ) or Q · Σ wᵢ Pᵢ over the k nearest; wᵢ proportional to 1, 1/(dᵢ + ε) or exp(−dᵢ²/2h²); d Gower's distance, the mean over characteristics known of both of |x − xᵢ|/range or of 0 and 1
 *
 * <p><b>Units and ranges</b> prices above 0 in the context's currency per item · k from 1 to half the comparables
 *
 * <p><b>Edge cases</b> a characteristic that is not known of one of two listings does not count between these two · one comparable and more than half of them are refused · a measure of the subject outside the comparables' range differs by at most 1, and is noted · of equal
 * distances the comparable given first is nearer
 *
 * <p><b>Numerics</b> k, where it is not stated, by leave-one-out over at most {@value Neighborhood#MOST_TRIED}: least mean |ln told − ln P|, and where sellers are stated, told by those of other sellers. Which comparables are near depends on data alone and stays as it is in a simulation; distances are estimated inputs. The range holds the middle 90 % of the
 * errors that leaving one out makes, from {@value #ENOUGH} comparables on; with fewer it is the spread of the neighbors' prices
 *
 * <p><b>Use when / not when</b> comparables are many and unlike, and no formula of price is known / a difference must be priced: then {@link HedonicRegression} or an adjustment grid
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.2307/2528823">J. C. Gower, A general coefficient of similarity and some of its properties, Biometrics 27 (1971), sections 2 and 3</a>
 */
public record NearestComparables(Options options) implements ValuationMethod<ListingFacts> {

    public static final MethodId ID = MethodId.of("market.nearest-comparables");

    /** From so many comparables on, the range rests on the errors of leaving one out. */
    public static final int ENOUGH = 20;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double PERCENT = 100;

    /** How neighbors are weighted. */
    public enum Weighting {
        EQUAL,
        /** In inverse proportion to distance plus a floor. */
        INVERSE_DISTANCE,
        /** By a bell around the subject. */
        KERNEL
    }

    /** How neighbors' prices are averaged. */
    public enum Mean {
        /** Of logarithms, for prices that span orders of magnitude. */
        GEOMETRIC,
        ARITHMETIC
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param neighbors how many; chosen by leave-one-out where absent
     * @param weighting of the neighbors
     * @param mean of their prices
     * @param floor added to a distance before it is inverted, so that an equal does not take all the weight; above 0
     * @param bandwidth distance at which a kernel has fallen to 61 %; above 0
     * @param titles whether titles count as a characteristic
     */
    public record Options(
            Optional<Integer> neighbors,
            Weighting weighting,
            Mean mean,
            double floor,
            double bandwidth,
            boolean titles) {

        public static final Options STANDARD =
                new Options(Optional.empty(), Weighting.INVERSE_DISTANCE, Mean.GEOMETRIC, 0.05, 0.25, false);

        public Options {
            new Check()
                    .that(
                            neighbors.map(k -> k >= 1).orElse(true),
                            "neighbors",
                            "at least 1",
                            neighbors.map(Object::toString).orElse("none"),
                            "Leave it out to have it chosen.")
                    .that(floor > 0 && floor <= 1, "floor", "above 0 and at most 1", floor, "Give a small distance.")
                    .that(
                            bandwidth >= 0.03 && bandwidth <= 1e3,
                            "bandwidth",
                            "in [0.03, 1000]",
                            bandwidth,
                            "Give the distance at which a comparable counts 61 %.")
                    .done();
        }

        public Options withNeighbors(int count) {
            return new Options(Optional.of(count), weighting, mean, floor, bandwidth, titles);
        }

        public Options withWeighting(Weighting how) {
            return new Options(neighbors, how, mean, floor, bandwidth, titles);
        }

        public Options withMean(Mean which) {
            return new Options(neighbors, weighting, which, floor, bandwidth, titles);
        }

        public Options withTitles() {
            return new Options(neighbors, weighting, mean, floor, bandwidth, true);
        }

        /** What a distance counts before weights are made to sum to 1. */
        double closeness(double distance) {
            return switch (weighting) {
                case EQUAL -> 1;
                case INVERSE_DISTANCE -> 1 / (distance + floor);
                case KERNEL -> Elementary.exp(-0.5 * (distance / bandwidth) * (distance / bandwidth));
            };
        }
    }

    public static NearestComparables standard() {
        return new NearestComparables(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** How many neighbors are taken: as stated, or as leaving each comparable out in turn chooses. It does not depend on the subject's own numbers. */
    public int neighbors(ListingFacts facts) {
        return neighborhood(facts).count();
    }

    private Neighborhood neighborhood(ListingFacts facts) {
        var check = new Check();
        facts.subject()
                .measures()
                .forEach((name, input) -> check.that(
                        input.distribution().isEmpty(),
                        "subject.measures." + name,
                        "without a distribution",
                        "uncertain",
                        "Each draw would have other neighbors; state the value, or use market.hedonic-regression."));
        check.done();
        return new Neighborhood(facts, options);
    }

    @Override
    public Cell write(Sheet sheet, ListingFacts facts, ValuationContext context) {
        var neighborhood = neighborhood(facts);
        var neighbors = neighborhood.neighbors();
        var item = facts.comparables().get(0).price().item();
        var axis = sheet.axis(
                "neighbors",
                neighbors.stream()
                        .map(neighbor -> neighborhood.comparable(neighbor).name())
                        .toList());
        var price = sheet.given(
                "price",
                Unit.perItem(item),
                axis,
                InputRow.of(
                        neighbors.stream()
                                .map(neighbor ->
                                        neighborhood.comparable(neighbor).price())
                                .toList(),
                        facts.source()));
        var distance = sheet.given(
                "distance",
                Unit.FACTOR,
                axis,
                InputRow.of(
                        neighbors.stream().map(Neighborhood.Neighbor::distance).toList(),
                        Source.estimated(facts.source().who(), "Gower distance of the characteristics")));
        var closeness = sheet.let("closeness", closeness(distance));
        var weight = sheet.let("weight", closeness.dividedBy(closeness.sum()));
        var unitValue = sheet.let("unitValue", mean(price, weight));
        var quantity = sheet.given("quantity", Unit.items(item), facts.quantity());
        return sheet.let("value", unitValue.times(quantity));
    }

    private Row closeness(Row distance) {
        return switch (options.weighting()) {
            case EQUAL -> distance.times(Cell.ZERO).plus(Cell.ONE);
            case INVERSE_DISTANCE -> Cell.ONE.dividedBy(distance.plus(Cell.number(options.floor())));
            case KERNEL -> {
                var width = distance.dividedBy(Cell.number(options.bandwidth()));
                yield width.times(width).times(Cell.number(-0.5)).exp();
            }
        };
    }

    private Cell mean(Row price, Row weight) {
        if (options.mean() == Mean.ARITHMETIC) return price.times(weight).sum();
        // a logarithm takes a plain number: relative to the nearest price
        var nearest = price.at(0);
        return price.dividedBy(nearest).log().times(weight).sum().exp().times(nearest);
    }

    /** The middle 90 % of leave-one-out errors around the value; of few comparables the least and greatest price of a neighbor. */
    @Override
    public Optional<Range> range(ListingFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        double quantity = worksheet.value(section + "quantity");
        if (facts.comparables().size() < ENOUGH) {
            var prices = worksheet.values(section + "price").stream()
                    .mapToDouble(p -> p)
                    .summaryStatistics();
            return Optional.of(Range.of(
                    Range.Nature.SPREAD,
                    money(prices.getMin() * quantity, context),
                    money(prices.getMax() * quantity, context)));
        }
        var errors = Quantiles.exact(neighborhood(facts).errors(), LOW, HIGH);
        double value = worksheet.value(section + "value");
        return Optional.of(Range.of(
                Range.Nature.PREDICTION_INTERVAL,
                money(value * Elementary.exp(errors[0]), context),
                money(value * Elementary.exp(errors[1]), context)));
    }

    private static Money money(double amount, ValuationContext context) {
        return Money.ofRounded(amount, context.currency(), context.roundingMode());
    }

    @Override
    public List<Note> remarks(ListingFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var neighborhood = neighborhood(facts);
        var notes = new ArrayList<Note>();
        int n = facts.comparables().size();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                options.neighbors().isPresent() ? "neighbors-stated" : "neighbors-chosen",
                neighborhood.count() + " of " + n));
        double typical = Quantiles.exact(
                Arrays.stream(neighborhood.errors()).map(Math::abs).toArray(), 0.5)[0];
        notes.add(Note.of(
                Note.Kind.INFO,
                "leave-one-out-error",
                Plain.of(Math.rint(PERCENT * Elementary.expm1(typical))) + " %"));
        if (n < ENOUGH)
            notes.add(Note.of(
                    Note.Kind.WARNING, "few-to-compare", "Only " + n + " comparables: the nearest may not be near."));
        var outside = neighborhood.distance.extrapolated();
        if (!outside.isEmpty()) notes.add(Note.of(Note.Kind.LIMIT, "extrapolation", String.join(", ", outside)));
        var constant = neighborhood.distance.constant();
        if (!constant.isEmpty())
            notes.add(Note.of(Note.Kind.INFO, "constant-characteristic", String.join(", ", constant)));
        if (facts.listed() > 0)
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "list-prices",
                    facts.listed() + " of " + n + " are list prices: what was asked, not what was paid."));
        return notes;
    }
}
