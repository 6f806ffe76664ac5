package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by what it would cost today to make one of equal utility, less what it has lost against new.
 *
 * <p><b>Formula</b> V = [Σ Cᵢ · I/Iᵢ + O] · (1 + p) · (1 − o) · δ; Cᵢ cost lines, I/Iᵢ price index to date, O = Σ Cᵢ · I/Iᵢ · [(1 + r)^(yᵢ) − 1] return on
 * capital bound yᵢ years, p developer's profit, o obsolescence (additive or sequential), δ value adjustment coefficient. In the multiplier form (c + v · β₁) / (1 −
 * β₂) · (1 + l) replaces Σ · (1 + p). With a {@link CostChain} the
 * sum is the cost accumulated to the last level, and the value at every level is shown.
 *
 * <p><b>Units and ranges</b> costs at least 0 in the context's currency · p ≥ 0 · each obsolescence in [0, 1] · δ ≥ 0
 *
 * <p><b>Edge cases</b> obsolescence that adds up beyond 1 leaves zero · two or more kinds need the option {@code combination}: 10 % and 5 % leave 85 % or 85.5 %
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> the asset can be made again and no income is attributable / its worth lies in what nobody could collect again
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, cost approach; IVS 210</a>
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, cost approach</a>
 */
public record ReplacementCost(Options options) implements ValuationMethod<CostFacts> {

    public static final MethodId ID = MethodId.of("cost.replacement-cost");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param combination how several kinds of obsolescence are put together; must be stated where there are several
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Optional<Obsolescence.Combination> combination, Rounding rounding) {
        public static final Options STANDARD = new Options(Optional.empty(), Rounding.NONE);

        public Options withCombination(Obsolescence.Combination how) {
            return new Options(Optional.of(how), rounding);
        }

        public Options withRounding(Rounding how) {
            return new Options(combination, how);
        }
    }

    public static ReplacementCost standard() {
        return new ReplacementCost(Options.STANDARD);
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
    public Cell write(Sheet sheet, CostFacts facts, ValuationContext context) {
        var terms = CostTree.Terms.write(sheet, facts.index(), facts.opportunityRate());
        var costByLevel = facts.chain().map(chain -> chain.write(sheet, terms));
        var factors = new ArrayList<Cell>();
        Cell value;
        if (facts.multiplier().isPresent()) {
            var tree = new CostTree(sheet, facts.lines(), terms);
            value = multiplied(sheet, tree, facts.multiplier().get());
        } else {
            var total = costByLevel.map(Row::last).orElseGet(() -> new CostTree(sheet, facts.lines(), terms).total());
            value = sheet.let("cost", total);
            if (facts.developersProfit().isPresent()) {
                var profit = sheet.given(
                        "developersProfit", Unit.SHARE, facts.developersProfit().get());
                factors.add(Cell.ONE.plus(profit));
                value = value.times(factors.get(0));
            }
            value = sheet.let("replacementCostNew", value);
        }
        var good = new Losses(Optional.empty(), facts.obsolescence(), options.combination()).write(sheet);
        if (good.isPresent()) {
            factors.add(good.get());
            value = sheet.let("costLessObsolescence", value.times(good.get()));
        }
        if (facts.valueAdjustment().isPresent()) {
            var adjustment = facts.valueAdjustment().get().write(sheet);
            factors.add(adjustment);
            value = value.times(adjustment);
        }
        costByLevel.ifPresent(row -> CostChain.writeValues(sheet, row, factors));
        return sheet.let("value", value);
    }

    private static Cell multiplied(Sheet sheet, CostTree tree, MultiplierForm form) {
        var creative = sheet.given("creativeLabor", Unit.FACTOR, form.creativeLabor());
        var risk = sheet.given("researchRisk", Unit.SHARE, form.researchRisk());
        var profit = sheet.given("returnOnCost", Unit.SHARE, form.returnOnCost());
        var labor = tree.livingLabor();
        var cost = sheet.let(
                "cost",
                labor.isPresent()
                        ? tree.material()
                                .map(c -> c.plus(labor.get().times(creative)))
                                .orElseGet(() -> labor.get().times(creative))
                        : tree.total());
        return sheet.let(
                "replacementCostNew", cost.dividedBy(Cell.ONE.minus(risk)).times(Cell.ONE.plus(profit)));
    }

    @Override
    public List<Note> remarks(CostFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        new Losses(Optional.empty(), facts.obsolescence(), options.combination())
                .note()
                .ifPresent(notes::add);
        facts.chain().flatMap(CostChain::note).ifPresent(notes::add);
        notes.addAll(CostTree.notesOnFunding(facts.allLines()));
        if (facts.developersProfit().isEmpty() && facts.multiplier().isEmpty())
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "no-developers-profit",
                    "Cost is taken without developer's profit: a buyer who builds would want one."));
        if (facts.allLines().stream().allMatch(line -> line.index().isEmpty()))
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "no-index",
                    "Costs are taken to be at the price level of the valuation date."));
        return notes;
    }
}
