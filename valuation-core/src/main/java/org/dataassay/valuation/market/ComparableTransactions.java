package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by what comparable data was sold for, each price adjusted toward the subject.
 *
 * <p><b>Formula</b> V = Q · Σ wᵢ · Pᵢ · Π fᵢⱼ (sequential) or Q · Σ wᵢ · Pᵢ · (1 + Σ (fᵢⱼ − 1)) (additive); P price per item, f adjustment factors, w weights, Q
 * the subject's quantity. Net adjustment of a comparable Π f − 1, gross adjustment Σ |f − 1|.
 *
 * <p><b>Units and ranges</b> prices above 0 in the context's currency per item · factors above 0 · weights in [0, 1], summing to 1
 *
 * <p><b>Edge cases</b> an aggregate or a financing is refused as a price · fewer than {@link #FEW} comparables and a combined factor outside {@link #LEAST_FACTOR} to
 * {@link #GREATEST_FACTOR} are warned of
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> prices of similar data are known and differences can be measured / there is only an aggregate or one unlike deal
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, market approach</a>
 */
public record ComparableTransactions(Options options) implements ValuationMethod<MarketFacts> {

    public static final MethodId ID = MethodId.of("market.comparable-transactions");

    /** Fewer comparables than this are warned of. */
    public static final int FEW = 3;

    /** House rule: a combined factor below this is warned of. */
    public static final double LEAST_FACTOR = 0.5;

    /** House rule: a combined factor above this is warned of. */
    public static final double GREATEST_FACTOR = 2;

    /** Added to the gross adjustment before it is inverted, so that an unadjusted comparable does not take all the weight. */
    public static final double GROSS_FLOOR = 0.05;

    /** How adjustments of one comparable are put together. */
    public enum Combination {
        ADDITIVE,
        SEQUENTIAL
    }

    /** How adjusted prices are weighted. */
    public enum Weighting {
        EQUAL,
        /** In inverse proportion to gross adjustment plus {@link #GROSS_FLOOR}. */
        INVERSE_GROSS_ADJUSTMENT,
        /** As stated in the facts. */
        JUDGED
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param combination of a comparable's adjustments
     * @param weighting of the adjusted prices
     * @param profile columns that the grid must have; any where absent
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(
            Combination combination, Weighting weighting, Optional<GridProfile> profile, Rounding rounding) {
        public static final Options STANDARD = new Options(
                Combination.SEQUENTIAL, Weighting.INVERSE_GROSS_ADJUSTMENT, Optional.empty(), Rounding.NONE);

        public Options withCombination(Combination how) {
            return new Options(how, weighting, profile, rounding);
        }

        public Options withWeighting(Weighting how) {
            return new Options(combination, how, profile, rounding);
        }

        public Options withProfile(GridProfile columns) {
            return new Options(combination, weighting, Optional.of(columns), rounding);
        }

        public Options withRounding(Rounding how) {
            return new Options(combination, weighting, profile, how);
        }
    }

    public static ComparableTransactions standard() {
        return new ComparableTransactions(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        return options.rounding();
    }

    @Override
    public Cell write(Sheet sheet, MarketFacts facts, ValuationContext context) {
        if (options.weighting() == Weighting.JUDGED)
            JudgedWeights.check(facts.judgedWeights(), facts.comparables().size());
        options.profile().ifPresent(profile -> profile.require("adjustments", facts.adjustments()));
        var comparables = sheet.axis(
                "comparables",
                facts.comparables().stream().map(MarketEvidence::name).toList());
        var item = facts.comparables().get(0).price().value().item();
        var price = sheet.given(
                "price",
                Unit.perItem(item),
                comparables,
                facts.comparables().stream().map(MarketEvidence::price).toList());
        var grid = new AdjustmentGrid(sheet, comparables, facts.adjustments());
        var one = grid.one();
        var combined = options.combination() == Combination.SEQUENTIAL ? grid.sequential() : grid.additive();
        var gross = grid.gross(combined);
        var adjusted = sheet.let("adjustedPrice", price.times(combined));
        var weight = sheet.let("weight", weights(sheet, facts, comparables, one, gross));
        var unitValue = sheet.let("unitValue", adjusted.times(weight).sum());
        var quantity = sheet.given("quantity", Unit.items(item), facts.quantity());
        return sheet.let("value", unitValue.times(quantity));
    }

    private Row weights(Sheet sheet, MarketFacts facts, Axis comparables, Row one, Row gross) {
        return switch (options.weighting()) {
            case EQUAL -> one.dividedBy(Cell.number(comparables.size()));
            case INVERSE_GROSS_ADJUSTMENT -> {
                var closeness = sheet.let("closeness", Cell.ONE.dividedBy(gross.plus(Cell.number(GROSS_FLOOR))));
                yield closeness.dividedBy(closeness.sum());
            }
            case JUDGED -> sheet.given("judgedWeight", Unit.SHARE, comparables, facts.judgedWeights());
        };
    }

    /** Least to greatest adjusted price times the quantity. */
    @Override
    public Optional<Range> range(MarketFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var adjusted = worksheet.values(section + "adjustedPrice");
        double quantity = worksheet.value(section + "quantity");
        double low = adjusted.stream().mapToDouble(Double::doubleValue).min().orElseThrow() * quantity;
        double high = adjusted.stream().mapToDouble(Double::doubleValue).max().orElseThrow() * quantity;
        return Optional.of(Range.of(
                Range.Nature.SPREAD,
                Money.ofRounded(low, context.currency(), context.roundingMode()),
                Money.ofRounded(high, context.currency(), context.roundingMode())));
    }

    @Override
    public List<Note> remarks(MarketFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        if (facts.comparables().size() < FEW)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "few-comparables",
                    "Only " + facts.comparables().size() + " comparables: one of them decides."));
        notes.addAll(AdjustmentGrid.large(
                worksheet,
                section,
                facts.comparables().stream().map(MarketEvidence::name).toList()));
        long listed = facts.comparables().stream()
                .filter(c -> c.grade() == MarketEvidence.Grade.LIST)
                .count();
        if (listed > 0)
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "list-prices",
                    listed + " of " + facts.comparables().size()
                            + " are list prices: what was asked, not what was paid."));
        return notes;
    }
}
