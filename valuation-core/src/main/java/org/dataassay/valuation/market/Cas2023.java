package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values data part by part: what a comparable of each part was sold for, times the five coefficients of the 2023 guidance.
 *
 * <p><b>Formula</b> P = Σ Qᵢ · Xᵢ₁ · Xᵢ₂ · Xᵢ₃ · Xᵢ₄ · Xᵢ₅ over parts i; Q reference value, X₁ quality 质量, X₂ supply and demand 供求, X₃ date 期日, X₄ volume 容量, X₅ other 其他;
 * each X is subject ÷ comparable, so a comparable better by p has its price divided by 1 + p.
 *
 * <p><b>Units and ranges</b> Q above 0 in the context's currency · X above 0
 *
 * <p><b>Edge cases</b> one part is the plain product · a coefficient that changes nothing is stated as 1, none may be left out · a combined factor outside {@link
 * ComparableTransactions#LEAST_FACTOR} to {@link ComparableTransactions#GREATEST_FACTOR} is warned of
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> an active market has one comparable per part, alike in right, trading mode, field, region and remaining life / several comparables
 * stand against one subject: then {@link ComparableTransactions} with the same {@link GridProfile.Standard#CAS_2023} weights them
 *
 * @param options conventions
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, annex, market approach</a>
 */
public record Cas2023(Options options) implements ValuationMethod<Cas2023Facts> {

    public static final MethodId ID = MethodId.of("market.cas-2023");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);

        public Options withRounding(Rounding how) {
            return new Options(how);
        }
    }

    public static Cas2023 standard() {
        return new Cas2023(Options.STANDARD);
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
    public Cell write(Sheet sheet, Cas2023Facts facts, ValuationContext context) {
        var parts = sheet.axis(
                "subDataSets",
                facts.subDataSets().stream().map(SubDataSet::name).toList());
        var reference = sheet.given(
                "referenceValue",
                Unit.MONEY,
                parts,
                facts.subDataSets().stream().map(SubDataSet::referenceValue).toList());
        var combined = new AdjustmentGrid(sheet, parts, facts.coefficients()).sequential();
        var values = sheet.let("valueOfPart", reference.times(combined));
        return sheet.let("value", values.sum());
    }

    @Override
    public List<Note> remarks(Cas2023Facts facts, ValuationContext context, Worksheet worksheet, String section) {
        var names = facts.subDataSets().stream().map(SubDataSet::name).toList();
        var notes = new ArrayList<>(AdjustmentGrid.large(worksheet, section, names));
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "one-comparable",
                "Each part rests on one comparable; how it was chosen belongs in the report."));
        if (names.size() > 1)
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "parts-add-up",
                    "The parts are taken to be worth together what they are worth apart."));
        return notes;
    }
}
