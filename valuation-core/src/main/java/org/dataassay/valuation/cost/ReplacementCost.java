package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
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
 * β₂) · (1 + l) replaces Σ · (1 + p).
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
        if (facts.obsolescence().size() > 1 && options.combination().isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "combination",
                    "Several kinds of obsolescence add up or act one after the other; set the option to additive or sequential.");
        var tree = new CostTree(sheet, facts);
        var costNew = facts.multiplier().isPresent()
                ? multiplied(sheet, tree, facts.multiplier().get())
                : withProfit(sheet, tree, facts.developersProfit());
        var value = costNew;
        if (!facts.obsolescence().isEmpty())
            value = sheet.let("costLessObsolescence", value.times(remaining(sheet, facts.obsolescence())));
        if (facts.valueAdjustment().isPresent())
            value = value.times(facts.valueAdjustment().get().write(sheet));
        return sheet.let("value", value);
    }

    private static Cell withProfit(Sheet sheet, CostTree tree, Optional<Input<Double>> profit) {
        var cost = sheet.let("cost", tree.total());
        if (profit.isEmpty()) return sheet.let("replacementCostNew", cost);
        return sheet.let(
                "replacementCostNew",
                cost.times(Cell.ONE.plus(sheet.given("developersProfit", Unit.SHARE, profit.get()))));
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

    private Cell remaining(Sheet sheet, List<Obsolescence> losses) {
        boolean additive =
                options.combination().orElse(Obsolescence.Combination.SEQUENTIAL) == Obsolescence.Combination.ADDITIVE;
        var shares = losses.stream()
                .map(loss -> sheet.given(
                        loss.kind().name().toLowerCase(Locale.ROOT) + "Obsolescence", Unit.SHARE, loss.share()))
                .toList();
        var left = additive
                ? Cell.ONE.minus(
                        shares.stream().reduce(Cell::plus).orElseThrow().min(Cell.ONE))
                : shares.stream().map(Cell.ONE::minus).reduce(Cell::times).orElseThrow();
        return sheet.let("remainingGood", left.as(Unit.SHARE));
    }

    @Override
    public List<Note> remarks(CostFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        options.combination()
                .ifPresent(how -> notes.add(Note.of(
                        Note.Kind.ASSUMPTION,
                        "obsolescence-combination",
                        how.name().toLowerCase(Locale.ROOT))));
        if (facts.developersProfit().isEmpty() && facts.multiplier().isEmpty())
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "no-developers-profit",
                    "Cost is taken without developer's profit: a buyer who builds would want one."));
        if (facts.lines().stream().allMatch(line -> line.index().isEmpty()))
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "no-index",
                    "Costs are taken to be at the price level of the valuation date."));
        return notes;
    }

    /** The lines by category, indexed and with the return on bound capital. */
    private static final class CostTree {

        private final List<Cell> subtotals = new ArrayList<>();
        private final List<Cell> materials = new ArrayList<>();
        private final List<Cell> labor = new ArrayList<>();

        private CostTree(Sheet sheet, CostFacts facts) {
            var index = facts.index().map(level -> sheet.given("indexAtValuation", Unit.INDEX, level));
            var opportunity = facts.opportunityRate().map(rate -> sheet.given("opportunityRate", Unit.RATE, rate));
            for (var category : CostLine.Category.values()) {
                for (var nature : CostLine.Nature.values()) {
                    var lines = facts.lines().stream()
                            .filter(line -> line.category() == category && line.nature() == nature)
                            .toList();
                    if (lines.isEmpty()) continue;
                    var name = category.name().toLowerCase(Locale.ROOT)
                            + (nature == CostLine.Nature.LIVING_LABOR ? "Labor" : "");
                    var subtotal = branch(sheet, name, lines, index, opportunity);
                    subtotals.add(subtotal);
                    (nature == CostLine.Nature.LIVING_LABOR ? labor : materials).add(subtotal);
                }
            }
        }

        private static Cell branch(
                Sheet sheet, String name, List<CostLine> lines, Optional<Cell> indexNow, Optional<Cell> opportunity) {
            Axis axis = sheet.axis(name, lines.stream().map(CostLine::name).toList());
            Row cost = sheet.given(
                    name + "Cost",
                    Unit.MONEY,
                    axis,
                    lines.stream().map(CostLine::amount).toList());
            if (indexNow.isPresent()) {
                var then = new ArrayList<Cell>();
                for (var line : lines)
                    then.add(
                            line.index().isPresent()
                                    ? sheet.given(
                                            name + "Index" + (then.size() + 1),
                                            Unit.INDEX,
                                            line.index().get())
                                    : indexNow.get());
                cost = sheet.let(name + "CostAtDate", cost.times(indexNow.get()).dividedBy(Row.of(axis, then)));
            }
            if (opportunity.isPresent()
                    && lines.stream().anyMatch(line -> line.yearsBefore().isPresent())) {
                var years = sheet.given(
                        name + "YearsBound",
                        Unit.YEARS,
                        axis,
                        lines.stream()
                                .map(line -> line.yearsBefore().orElse(Input.of(0.0)))
                                .toList());
                var returned = sheet.let(
                        name + "OpportunityCost",
                        cost.times(Cell.ONE.plus(opportunity.get()).power(years).minus(Cell.ONE)));
                cost = sheet.let(name + "CostWithOpportunity", cost.plus(returned));
            }
            return sheet.let(name + "Total", cost.sum());
        }

        private Cell total() {
            return subtotals.stream().reduce(Cell::plus).orElseThrow();
        }

        private Optional<Cell> material() {
            return materials.stream().reduce(Cell::plus);
        }

        private Optional<Cell> livingLabor() {
            return labor.stream().reduce(Cell::plus);
        }
    }
}
