package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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
 * Values a data asset by the cost approach of the Chinese guidance of 2023: total cost times the value adjustment coefficient.
 *
 * <p><b>Formula</b> P = C · δ; C = 前期费用 + 直接成本 + 间接成本 + 机会成本 + 相关税费. Opportunity cost is stated on lines, or p · D, or Σ Dᵢ · [(1 + r)^(yᵢ) − 1] with D the
 * first three groups; taxes are stated on lines, or t times their base. δ by {@link ValueAdjustment}: quality, life, or as judged
 *
 * <p><b>Units and ranges</b> costs at least 0 in the context's currency · p ≥ 0 · t in [0, 1] · δ ≥ 0
 *
 * <p><b>Edge cases</b> δ = 0 gives zero · opportunity cost or taxes stated twice are refused · lines of another cost tree are refused
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> the value depends on what the data cost, and the guidance of 2023 governs / the coefficients at hand are those of Expert Guidance No.
 * 9: {@link ExpertGuidance9}; the two never mix
 *
 * @param options conventions
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, cost approach and its model in the annex</a>
 */
public record Cas2023Cost(Options options) implements ValuationMethod<Cas2023CostFacts> {

    public static final MethodId ID = MethodId.of("cost.cas-2023");

    /** What a tax rate is a share of. */
    public enum TaxBase {
        /** Preliminary, direct and indirect cost. */
        DEVELOPMENT_COST,
        /** The same with the opportunity cost. */
        WITH_OPPORTUNITY_COST
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param taxBase what a tax rate is a share of
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(TaxBase taxBase, Rounding rounding) {
        public static final Options STANDARD = new Options(TaxBase.DEVELOPMENT_COST, Rounding.NONE);

        public Options withTaxBase(TaxBase base) {
            return new Options(base, rounding);
        }

        public Options withRounding(Rounding how) {
            return new Options(taxBase, how);
        }
    }

    public static Cas2023Cost standard() {
        return new Cas2023Cost(Options.STANDARD);
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
    public Cell write(Sheet sheet, Cas2023CostFacts facts, ValuationContext context) {
        var bound = facts.opportunity()
                .filter(Cas2023CostFacts.Opportunity.BoundCapital.class::isInstance)
                .map(forgone -> ((Cas2023CostFacts.Opportunity.BoundCapital) forgone).rate());
        var terms = CostTree.Terms.write(sheet, facts.index(), bound).withReturnApart();
        var development = new CostTree(sheet, lines(facts, Cas2023CostFacts::isDevelopment), terms);
        var cost = sheet.let("developmentCost", development.total());
        var opportunity = opportunity(sheet, facts, terms, development, cost);
        var taxed = options.taxBase() == TaxBase.DEVELOPMENT_COST || opportunity.isEmpty()
                ? cost
                : cost.plus(opportunity.get());
        var taxes = taxes(sheet, facts, terms, taxed);
        var total = cost;
        if (opportunity.isPresent()) total = total.plus(opportunity.get());
        if (taxes.isPresent()) total = total.plus(taxes.get());
        total = sheet.let("cost", total);
        return sheet.let("value", total.times(facts.valueAdjustment().write(sheet)));
    }

    private static List<CostLine> lines(Cas2023CostFacts facts, Predicate<CostLine> which) {
        return facts.lines().stream().filter(which).toList();
    }

    private static Optional<Cell> opportunity(
            Sheet sheet, Cas2023CostFacts facts, CostTree.Terms terms, CostTree development, Cell cost) {
        if (facts.opportunity().isEmpty()) return stated(sheet, facts, terms, CostLine.Category.OPPORTUNITY);
        if (facts.opportunity().get() instanceof Cas2023CostFacts.Opportunity.Profit profit)
            return Optional.of(sheet.let(
                    "opportunityTotal", cost.times(sheet.given("profitForgone", Unit.SHARE, profit.share()))));
        return development.returnApart().map(total -> sheet.let("opportunityTotal", total));
    }

    private static Optional<Cell> taxes(Sheet sheet, Cas2023CostFacts facts, CostTree.Terms terms, Cell base) {
        if (facts.taxRate().isEmpty()) return stated(sheet, facts, terms, CostLine.Category.TAXES);
        var rate = sheet.given("relatedTaxRate", Unit.SHARE, facts.taxRate().get());
        return Optional.of(sheet.let("taxesTotal", base.times(rate)));
    }

    private static Optional<Cell> stated(
            Sheet sheet, Cas2023CostFacts facts, CostTree.Terms terms, CostLine.Category category) {
        var lines = CostTree.counted(lines(facts, line -> line.category() == category));
        if (lines.isEmpty()) return Optional.empty();
        return Optional.of(new CostTree(sheet, lines, terms.withoutReturn()).total());
    }

    @Override
    public List<Note> remarks(Cas2023CostFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(CostTree.notesOnFunding(facts.lines()));
        notes.add(facts.suitability()
                .map(reason -> Note.of(Note.Kind.INFO, "cost-dependence", reason))
                .orElseGet(() -> Note.of(
                        Note.Kind.MISSING,
                        "cost-dependence-not-stated",
                        "Nobody has said how strongly the value depends on cost.")));
        if (facts.taxRate().isPresent() && facts.opportunity().isPresent())
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "tax-base",
                    options.taxBase().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (worksheet.value(section + "valueAdjustment") > 1)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "adjustment-above-one",
                    "The data are held to be better than was wanted; the source must say why."));
        return notes;
    }
}
