package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds the weighted average return on assets, or the rate or value of goodwill at which it is the cost of capital.
 *
 * <p><b>Formula</b> WARA = Σ V(i) · r(i) / Σ V(i), goodwill among them. Its rate: (WACC · ΣV − Σ V(i) · r(i) without goodwill) / V(g); its value: Σ V(i) · (r(i) − WACC) /
 * (WACC − r(g)), both in closed form
 *
 * <p><b>Units and ranges</b> fair values at least 0 in the context's currency · rates per year, after tax
 *
 * <p><b>Edge cases</b> values that add up to zero are refused · goodwill at the cost of capital leaves its value open and is refused · a value of goodwill that comes out
 * negative is refused
 *
 * <p><b>Numerics</b> left-to-right summation; every product of the sum stands on the sheet
 *
 * <p><b>Use when / not when</b> to check the rates of a purchase price allocation / to value one asset alone
 *
 * @param options conventions
 * @see <a href="https://www.appraisalfoundation.org">Appraisal Foundation, VFR Valuation Advisory 1, Identification of Contributory Assets and Calculation of Economic
 *     Rents, 2010, section on the weighted average return on assets</a>
 */
public record Wara(Options options) implements FigureMethod<WaraFacts> {

    public static final MethodId ID = MethodId.of("rate.wara");

    /** Distance of WARA or internal rate from WACC that practice lets pass: one percentage point. */
    public static final double PRACTICE_BAND = 0.01;

    /**
     * Conventions; each is written into the provenance.
     *
     * @param waraBand largest distance of WARA from WACC without a warning
     * @param internalRateBand largest distance of the internal rate from WACC without a warning
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(double waraBand, double internalRateBand, Rounding rounding) {
        public static final Options STANDARD = new Options(PRACTICE_BAND, PRACTICE_BAND, Rounding.NONE);

        public Options {
            new Check()
                    .range("waraBand", waraBand, 0, 1, "Give a decimal: one percentage point is 0.01.")
                    .range("internalRateBand", internalRateBand, 0, 1, "Give a decimal: one percentage point is 0.01.")
                    .done();
        }
    }

    public static Wara standard() {
        return new Wara(Options.STANDARD);
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
    public Cell write(Sheet sheet, WaraFacts facts, ValuationContext context) {
        var assets = facts.assets();
        var axis =
                sheet.axis("assets", assets.stream().map(WaraFacts.Asset::name).toList());
        var value = sheet.given(
                "assetValue",
                Unit.MONEY,
                axis,
                assets.stream().map(WaraFacts.Asset::value).toList());
        var rates = new ArrayList<Cell>();
        for (var asset : assets) rates.add(RateInput.write(sheet, "requiredReturn" + (rates.size() + 1), asset.rate()));
        var rate = sheet.let("requiredReturn", Row.of(axis, rates));
        var total = sheet.let("assetTotal", value.sum());
        var product = sheet.let("valueTimesReturn", value.times(rate));
        var earned = sheet.let("returnOnAssets", product.sum());
        var wacc = RateInput.write(sheet, "wacc", facts.wacc());
        facts.internalRate().ifPresent(r -> RateInput.write(sheet, "internalRate", r));
        var nothing = sheet.fixed("nothing", Unit.MONEY, axis, Collections.nCopies(axis.size(), 0.0))
                .at(0);
        var goodwill = facts.goodwill();
        if (goodwill instanceof WaraFacts.Goodwill.Stated stated) {
            var residual = sheet.given("goodwillValue", Unit.MONEY, stated.value());
            return wara(sheet, total, earned, residual, RateInput.write(sheet, "goodwillRate", stated.rate()), nothing);
        }
        if (goodwill instanceof WaraFacts.Goodwill.SolveRate known) {
            var residual = sheet.given("goodwillValue", Unit.MONEY, known.value());
            sheet.require(
                    "goodwillAboveZero",
                    residual,
                    Relation.GREATER,
                    nothing,
                    "Without goodwill there is no rate of it; ask for the average.");
            var solved = wacc.times(total.plus(residual)).minus(earned).dividedBy(residual);
            var found = RateGuard.let(sheet, "goodwillRate", solved);
            wara(sheet, total, earned, residual, found, nothing);
            return found;
        }
        if (goodwill instanceof WaraFacts.Goodwill.SolveValue known) {
            var required = RateInput.write(sheet, "goodwillRate", known.rate());
            var gap = sheet.let("goodwillRateOverWacc", required.minus(wacc));
            sheet.require(
                    "goodwillRateIsNotWacc",
                    gap.abs(),
                    Relation.GREATER,
                    Cell.ZERO,
                    "At the cost of capital goodwill of any value leaves the average where it is; give another rate.");
            var found =
                    sheet.let("goodwillValue", wacc.times(total).minus(earned).dividedBy(gap));
            sheet.require(
                    "goodwillAtLeastZero",
                    found,
                    Relation.GREATER_OR_EQUAL,
                    nothing,
                    "The assets earn too much or too little for any goodwill at this rate; check the rates.");
            wara(sheet, total, earned, found, required, nothing);
            return found;
        }
        sheet.require("someAssets", total, Relation.GREATER, nothing, "Give values that are not all zero.");
        return RateGuard.let(sheet, "wara", earned.dividedBy(total));
    }

    private static Cell wara(Sheet sheet, Cell total, Cell earned, Cell goodwill, Cell rate, Cell nothing) {
        var all = sheet.let("businessValue", total.plus(goodwill));
        sheet.require("someAssets", all, Relation.GREATER, nothing, "Give values that are not all zero.");
        return RateGuard.let(sheet, "wara", earned.plus(goodwill.times(rate)).dividedBy(all));
    }

    @Override
    public List<Note> remarks(WaraFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        double wacc = effective(worksheet, section + "wacc");
        double wara = worksheet.value(section + "wara");
        reconcile(notes, "wara-off-wacc", "WARA", wara, wacc, options.waraBand());
        if (facts.internalRate().isPresent())
            reconcile(
                    notes,
                    "internal-rate-off-wacc",
                    "The internal rate",
                    effective(worksheet, section + "internalRate"),
                    wacc,
                    options.internalRateBand());
        boolean hasGoodwill = !(facts.goodwill() instanceof WaraFacts.Goodwill.None);
        if (hasGoodwill && effective(worksheet, section + "goodwillRate") <= wacc)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "goodwill-rate-low",
                    "Goodwill is usually the riskiest asset, but its rate is not above WACC."));
        return notes;
    }

    private static double effective(Worksheet worksheet, String name) {
        var effective = name + "Effective";
        return worksheet.value(worksheet.names().contains(effective) ? effective : name);
    }

    private static void reconcile(List<Note> notes, String code, String what, double rate, double wacc, double band) {
        var numbers = what + " is " + Notes.percent(rate) + ", WACC is " + Notes.percent(wacc) + ", "
                + Notes.percent(Math.abs(rate - wacc)) + " apart; the band is " + Notes.percent(band) + ".";
        notes.add(
                Math.abs(rate - wacc) <= band
                        ? Note.of(Note.Kind.INFO, "reconciled", numbers)
                        : Note.of(Note.Kind.WARNING, code, numbers));
    }
}
