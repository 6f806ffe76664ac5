package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.numeric.Quantiles;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by a value ratio: what comparables cost per record, GB, user or unit of revenue, times how much of it the subject has.
 *
 * <p><b>Formula</b> V = D · stat(Pᵢ/Dᵢ · Π fᵢⱼ); P price, D driver (records, GB, users, revenue …), f adjustment factors on the ratio, stat one of median, mean, harmonic
 * mean n/Σ(1/mᵢ), geometric mean, weighted mean Σ wᵢmᵢ, aggregate Σ mᵢDᵢ/Σ Dᵢ
 *
 * <p><b>Units and ranges</b> prices and drivers above 0 · the ratio's unit is money per item, or a plain factor where the driver is money · weights in [0, 1], summing to 1
 *
 * <p><b>Edge cases</b> equal ratios share a rank of the median, at which the derivative is flagged · of an even number the median is the mean of the two middle ratios · a driver of
 * zero or below is refused, not skipped · fewer than {@link ComparableTransactions#FEW} comparables, and a greatest ratio more than {@link #WIDE} times the least, are warned of
 *
 * <p><b>Numerics</b> left-to-right summation; the median is exact
 *
 * <p><b>Use when / not when</b> prices move with one driver and comparables differ little in anything else / several differences matter: then {@link ComparableTransactions}
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, market approach</a>
 * @see <a href="https://arxiv.org/abs/2111.04427">S. Andrés Azcoitia, C. Iordanou, N. Laoutaris, What is the price of data?, 2021, section 5</a>
 */
public record Multiples(Options options) implements ValuationMethod<MultiplesFacts> {

    public static final MethodId ID = MethodId.of("market.multiples");

    /** House rule: where the greatest ratio is more than so many times the least, the spread is warned of. */
    public static final double WIDE = 10;

    private static final double QUARTER = 0.25;

    /** How ratios are summarized. */
    public enum Statistic {
        /** The middle one; of an even number, the mean of the two middle ones. */
        MEDIAN,
        MEAN,
        /** n ÷ Σ 1/m: as if the same sum were spent on each. */
        HARMONIC_MEAN,
        /** The mean of logarithms, for ratios that span orders of magnitude. */
        GEOMETRIC_MEAN,
        /** By stated weights. */
        WEIGHTED_MEAN,
        /** All adjusted prices over all drivers: large comparables count more. */
        AGGREGATE
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param statistic by which ratios are summarized
     * @param profile columns that the grid must have; any where absent
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Statistic statistic, Optional<GridProfile> profile, Rounding rounding) {
        public static final Options STANDARD = new Options(Statistic.MEDIAN, Optional.empty(), Rounding.NONE);

        public Options withStatistic(Statistic how) {
            return new Options(how, profile, rounding);
        }

        public Options withProfile(GridProfile columns) {
            return new Options(statistic, Optional.of(columns), rounding);
        }

        public Options withRounding(Rounding how) {
            return new Options(statistic, profile, how);
        }
    }

    public static Multiples standard() {
        return new Multiples(Options.STANDARD);
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
    public Cell write(Sheet sheet, MultiplesFacts facts, ValuationContext context) {
        if (options.statistic() == Statistic.WEIGHTED_MEAN)
            JudgedWeights.check(facts.judgedWeights(), facts.comparables().size());
        options.profile().ifPresent(profile -> profile.require("adjustments", facts.adjustments()));
        var comparables = sheet.axis(
                "comparables",
                facts.comparables().stream().map(PricedComparable::name).toList());
        var price = sheet.given(
                "price",
                Unit.MONEY,
                comparables,
                facts.comparables().stream().map(PricedComparable::price).toList());
        var driver = sheet.given(
                "driver",
                facts.subject().unit(),
                comparables,
                facts.comparables().stream()
                        .<Input<?>>map(c -> c.driver().input())
                        .toList());
        var multiple = sheet.let("multiple", price.dividedBy(driver));
        if (!facts.adjustments().isEmpty()) {
            var factor = new AdjustmentGrid(sheet, comparables, facts.adjustments()).sequential();
            multiple = sheet.let("adjustedMultiple", multiple.times(factor));
        }
        var concluded = sheet.let("concludedMultiple", summarized(sheet, facts, multiple, driver));
        var subject = sheet.given(
                "subjectDriver", facts.subject().unit(), facts.subject().input());
        return sheet.let("value", concluded.times(subject));
    }

    private Cell summarized(Sheet sheet, MultiplesFacts facts, Row multiple, Row driver) {
        var n = Cell.number(facts.comparables().size());
        return switch (options.statistic()) {
            case MEDIAN -> Median.of(sheet, multiple);
            case MEAN -> multiple.sum().dividedBy(n);
            case HARMONIC_MEAN -> n.dividedBy(Cell.ONE.dividedBy(multiple).sum());
            case GEOMETRIC_MEAN -> {
                // a logarithm takes a plain number: relative to the first ratio
                var first = multiple.at(0);
                yield multiple.dividedBy(first).log().sum().dividedBy(n).exp().times(first);
            }
            case WEIGHTED_MEAN ->
                multiple.times(sheet.given("judgedWeight", Unit.SHARE, multiple.axis(), facts.judgedWeights()))
                        .sum();
            case AGGREGATE -> multiple.times(driver).sum().dividedBy(driver.sum());
        };
    }

    private static String multiples(MultiplesFacts facts, String section) {
        return section + (facts.adjustments().isEmpty() ? "multiple" : "adjustedMultiple");
    }

    /** Least to greatest ratio times the subject's driver. */
    @Override
    public Optional<Range> range(MultiplesFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var ratios = worksheet.values(multiples(facts, section));
        double subject = worksheet.value(section + "subjectDriver");
        double low = ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow() * subject;
        double high = ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow() * subject;
        return Optional.of(Range.of(
                Range.Nature.SPREAD,
                Money.ofRounded(low, context.currency(), context.roundingMode()),
                Money.ofRounded(high, context.currency(), context.roundingMode())));
    }

    @Override
    public List<Note> remarks(MultiplesFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "ratio-statistic",
                options.statistic().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        int n = facts.comparables().size();
        if (n < ComparableTransactions.FEW)
            notes.add(
                    Note.of(Note.Kind.WARNING, "few-comparables", "Only " + n + " comparables: one of them decides."));
        var ratios = worksheet.values(multiples(facts, section)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        var five = Quantiles.exact(ratios, 0.0, QUARTER, 2 * QUARTER, 1 - QUARTER, 1);
        notes.add(Note.of(
                Note.Kind.INFO,
                "ratio-quartiles",
                Arrays.stream(five).mapToObj(Plain::of).collect(Collectors.joining(", ")) + " "
                        + worksheet.unit(multiples(facts, section))));
        if (five[4] > WIDE * five[0])
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "wide-spread",
                    "The greatest ratio is " + Plain.of(five[4] / five[0])
                            + " times the least: the comparables differ in more than this driver."));
        if (!facts.adjustments().isEmpty())
            notes.addAll(AdjustmentGrid.large(
                    worksheet,
                    section,
                    facts.comparables().stream().map(PricedComparable::name).toList()));
        long listed = facts.comparables().stream()
                .filter(c -> c.grade() == MarketEvidence.Grade.LIST)
                .count();
        if (listed > 0)
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "list-prices",
                    listed + " of " + n + " are list prices: what was asked, not what was paid."));
        return notes;
    }
}
