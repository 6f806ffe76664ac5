package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * Values an asset by what it would cost today to make a replica of it, in the way it was made: trended historical cost less depreciation and obsolescence.
 *
 * <p><b>Formula</b> V = Σ Cᵢ · Iᵢ(valuation) / Iᵢ(date) · (1 + r)^(yᵢ) · (1 + p) · G; Cᵢ what was paid, Iᵢ its price series, r return on capital bound yᵢ years, p
 * developer's profit, G the share left: Π (1 − oⱼ) or 1 − min(Σ oⱼ, 1), the loss by age d = 1 − {@link Depreciation} being one of the oⱼ
 *
 * <p><b>Units and ranges</b> costs at least 0 in the context's currency · p ≥ 0 · each loss in [0, 1]
 *
 * <p><b>Edge cases</b> losses that add up beyond 1 leave zero · two or more losses need the option {@code combination}: 10 % and 5 % leave 85 % or 85.5 % · a line
 * without an index is taken at the price level of the valuation date, and the notes name it
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> the ledger shows what was paid and nobody would do it differently today / today's tools would do it cheaper: {@link ReplacementCost}
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, cost approach, reproduction cost method</a>
 */
public record ReproductionCost(Options options) implements ValuationMethod<ReproductionFacts> {

    public static final MethodId ID = MethodId.of("cost.reproduction-cost");

    /** Decimals to which {@code DB} of spreadsheets rounds its rate. */
    public static final int SPREADSHEET_DECIMALS = 3;

    /** What becomes of the rate of a declining balance. */
    public enum DecliningRate {
        /** Used as it is. */
        EXACT,
        /** Rounded to {@link #SPREADSHEET_DECIMALS} decimals, as {@code DB} of spreadsheets does. */
        AS_SPREADSHEET
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param combination how several losses are put together; must be stated where there are several
     * @param decliningRate what becomes of the rate of a declining balance; rounded, nothing can be simulated
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(
            Optional<Obsolescence.Combination> combination, DecliningRate decliningRate, Rounding rounding) {
        public static final Options STANDARD = new Options(Optional.empty(), DecliningRate.EXACT, Rounding.NONE);

        public Options withCombination(Obsolescence.Combination how) {
            return new Options(Optional.of(how), decliningRate, rounding);
        }

        public Options withDecliningRate(DecliningRate how) {
            return new Options(combination, how, rounding);
        }

        public Options withRounding(Rounding how) {
            return new Options(combination, decliningRate, how);
        }
    }

    public static ReproductionCost standard() {
        return new ReproductionCost(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        if (options.decliningRate() == DecliningRate.EXACT) return options.rounding();
        var decimals = new TreeMap<>(options.rounding().decimals());
        decimals.put(Depreciation.DECLINING_RATE, SPREADSHEET_DECIMALS);
        return Rounding.textbook(decimals);
    }

    @Override
    public Cell write(Sheet sheet, ReproductionFacts facts, ValuationContext context) {
        var terms = CostTree.Terms.write(sheet, facts.index(), facts.opportunityRate());
        var costByLevel = facts.chain().map(chain -> chain.write(sheet, terms));
        var factors = new ArrayList<Cell>();
        var total = costByLevel.map(Row::last).orElseGet(() -> new CostTree(sheet, facts.lines(), terms).total());
        var value = sheet.let("cost", total);
        if (facts.developersProfit().isPresent()) {
            var profit = sheet.given(
                    "developersProfit", Unit.SHARE, facts.developersProfit().get());
            factors.add(Cell.ONE.plus(profit));
            value = value.times(factors.get(0));
        }
        value = sheet.let("reproductionCostNew", value);
        var good = losses(facts).write(sheet);
        if (good.isPresent()) {
            factors.add(good.get());
            value = value.times(good.get());
        }
        costByLevel.ifPresent(row -> CostChain.writeValues(sheet, row, factors));
        return sheet.let("value", value);
    }

    private Losses losses(ReproductionFacts facts) {
        return new Losses(facts.depreciation(), facts.obsolescence(), options.combination());
    }

    @Override
    public List<Note> remarks(ReproductionFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        losses(facts).note().ifPresent(notes::add);
        facts.chain().flatMap(CostChain::note).ifPresent(notes::add);
        notes.addAll(CostTree.notesOnFunding(facts.allLines()));
        if (facts.developersProfit().isEmpty())
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "no-developers-profit",
                    "Cost is taken without developer's profit: a buyer who builds would want one."));
        var untrended = CostTree.counted(facts.allLines()).stream()
                .filter(line -> line.index().isEmpty())
                .map(CostLine::name)
                .collect(Collectors.joining(", "));
        if (!untrended.isEmpty()) notes.add(Note.of(Note.Kind.ASSUMPTION, "lines-not-trended", untrended));
        return notes;
    }
}
