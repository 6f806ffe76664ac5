package org.dataassay.valuation.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.rate.Discounting;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.DayCount;
import org.dataassay.valuation.time.Timing;

/**
 * Finds the remaining useful life of an asset: the shortest of what law, contract, authorization, technology and the market allow.
 *
 * <p><b>Formula</b> L = min(legal, contract, authorization, technical, economic); the economic life is stated, or the first t at which Σ F(s) · S(s) · D(s) over s ≤ t reaches the share θ of its
 * total; F benefits, S survival, D discount factors
 *
 * <p><b>Units and ranges</b> years from the valuation date, above 0 · θ in (0, 1), {@link #USUAL_SHARE} where none is chosen; 0.90 to 0.95 is usual
 *
 * <p><b>Edge cases</b> a term that has ended is refused · where the last forecast year still is needed to reach the share, the forecast may be too short, and this is noted · two
 * equal lives both bind
 *
 * <p><b>Numerics</b> left-to-right summation; whole years have derivative 0, crossings within a year have not
 *
 * <p><b>Use when / not when</b> several things limit one life / survival has been measured on similar assets: then {@link Attrition} or {@link DecayFit}
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, economic life</a>
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, income approach, remaining economic life</a>
 */
public record UsefulLife(Options options) implements FigureMethod<UsefulLifeFacts> {

    public static final MethodId ID = MethodId.of("life.useful-life");

    /** The share of present value at which an economic life ends, where none is chosen. */
    public static final double USUAL_SHARE = 0.95;

    /** A present value of a year below this part of the total is none. */
    private static final double NOTHING = 1e-12;

    private static final String ECONOMIC = "economicLife";

    /** Where in a year the share of present value is reached. */
    public enum Crossing {
        /** A life is whole years: the year in which it is reached counts in full. */
        WHOLE_YEARS,
        /** As if present value grew evenly through the year. */
        WITHIN_THE_YEAR
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param presentValueShare θ, at which the economic life ends
     * @param crossing where in a year
     * @param timing when benefits arrive
     * @param attritionTiming at which moment of a year survival is read
     * @param dayCount how last days become years
     */
    public record Options(
            double presentValueShare,
            Crossing crossing,
            Timing timing,
            AttritionTiming attritionTiming,
            DayCount dayCount) {
        public static final Options STANDARD = new Options(
                USUAL_SHARE,
                Crossing.WHOLE_YEARS,
                Timing.MID_PERIOD,
                AttritionTiming.MID_PERIOD,
                DayCount.ACT_ACT_ISDA);

        public Options {
            new Check()
                    .that(
                            presentValueShare > 0 && presentValueShare < 1,
                            "presentValueShare",
                            "between 0 and 1",
                            presentValueShare,
                            "0.90 to 0.95 is usual.")
                    .done();
        }

        public Options withPresentValueShare(double share) {
            return new Options(share, crossing, timing, attritionTiming, dayCount);
        }

        public Options withCrossing(Crossing how) {
            return new Options(presentValueShare, how, timing, attritionTiming, dayCount);
        }

        public Options withTiming(Timing other) {
            return new Options(presentValueShare, crossing, other, attritionTiming, dayCount);
        }
    }

    public static UsefulLife standard() {
        return new UsefulLife(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, UsefulLifeFacts facts, ValuationContext context) {
        var lives = new ArrayList<Cell>();
        for (var limit : facts.limits())
            lives.add(sheet.given(figure(limit.kind()), Unit.YEARS, limit.term().years(context, options.dayCount())));
        if (facts.economic().isPresent())
            lives.add(
                    facts.economic().get() instanceof EconomicLife.Benefits benefits
                            ? ofBenefits(sheet, benefits, context)
                            : sheet.given(
                                    ECONOMIC,
                                    Unit.YEARS,
                                    ((EconomicLife.Judged) facts.economic().get()).years()));
        return sheet.let("remainingUsefulLife", lives.stream().reduce(Cell::min).orElseThrow());
    }

    private static String figure(LifeLimit.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "Life";
    }

    private Cell ofBenefits(Sheet sheet, EconomicLife.Benefits facts, ValuationContext context) {
        int n = facts.benefits().size();
        var periods = sheet.axis(
                "periods",
                IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList());
        var rate = sheet.given("discountRate", Unit.RATE, facts.discountRate());
        Row benefit = sheet.given("benefit", Unit.MONEY, periods, facts.benefits());
        if (facts.decay().isPresent())
            benefit = sheet.let(
                    "benefitLeft", benefit.times(facts.decay().get().write(sheet, periods, options.attritionTiming())));
        var factor = new Discounting(options.timing(), context.valuationDate()).factors(sheet, periods, rate);
        var present = sheet.let("presentValueByPeriod", benefit.times(factor));
        var upTo = sheet.let("cumulativePresentValue", present.runningSum());
        var needed = sheet.let("presentValueNeeded", present.sum().times(Cell.number(options.presentValueShare())));
        var before = upTo.minus(present);
        var years = options.crossing() == Crossing.WHOLE_YEARS
                ? Figure.when(before, Relation.LESS, needed, Cell.ONE, Cell.ZERO)
                : needed.minus(before)
                        .dividedBy(present.max(needed.times(Cell.number(NOTHING))))
                        .max(Cell.ZERO)
                        .min(Cell.ONE);
        var counted = sheet.let("partOfEconomicLife", years.as(Unit.SHARE));
        return sheet.let(ECONOMIC, counted.sum().as(Unit.YEARS));
    }

    @Override
    public List<Note> remarks(UsefulLifeFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        var lives = new LinkedHashMap<String, Double>();
        for (var limit : facts.limits())
            lives.put(limit.kind().name().toLowerCase(Locale.ROOT), worksheet.value(section + figure(limit.kind())));
        if (facts.economic().isPresent()) lives.put("economic", worksheet.value(section + ECONOMIC));
        double shortest = worksheet.value(section + "remainingUsefulLife");
        lives.forEach((kind, years) -> {
            if (years == shortest) notes.add(Note.of(Note.Kind.INFO, "binding-life", kind));
        });
        if (facts.economic().isEmpty())
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    "no-economic-life",
                    "No economic life is given: the asset may stop to pay before its term ends."));
        if (worksheet.has(section + "presentValueNeeded")) {
            notes.add(Note.of(Note.Kind.ASSUMPTION, "present-value-share", Plain.of(options.presentValueShare())));
            int n = worksheet.values(section + "benefit").size();
            if (worksheet.value(section + ECONOMIC) > n - 1)
                notes.add(
                        Note.of(
                                Note.Kind.LIMIT,
                                "forecast-too-short",
                                "The last year forecast is needed to reach the share of present value: a longer forecast may give a longer life."));
        }
        return notes;
    }
}
