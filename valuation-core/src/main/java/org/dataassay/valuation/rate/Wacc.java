package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds the weighted average cost of capital, and from it the rate of an asset.
 *
 * <p><b>Formula</b> WACC = Σ w(i) · k(i) · (1 − τ for debt); rate of an asset = WACC + spread
 *
 * <p><b>Units and ranges</b> weights of market values, adding up to 1 within 1e-9 · costs per year, before tax · τ in [0, 1)
 *
 * <p><b>Edge cases</b> without debt it is the cost of equity · market values that add up to zero are refused · nominal and real costs are not mixed
 *
 * <p><b>Numerics</b> left-to-right summation; every product of the sum stands on the sheet
 *
 * <p><b>Use when / not when</b> flows to all capital, after tax / flows before tax: {@link PreTaxEquivalent}, never WACC / (1 − τ)
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, income approach, discount rates</a>
 */
public record Wacc(Options options) implements FigureMethod<WaccFacts> {

    public static final MethodId ID = MethodId.of("rate.wacc");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static Wacc standard() {
        return new Wacc(Options.STANDARD);
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
    public Cell write(Sheet sheet, WaccFacts facts, ValuationContext context) {
        var parts = facts.structure().parts();
        var axis = sheet.axis(
                "capital", parts.stream().map(CapitalStructure.Capital::name).toList());
        var weight = facts.structure().weights(sheet, axis);
        var costs = new ArrayList<Cell>();
        for (var part : parts) costs.add(RateInput.write(sheet, "costOfCapital" + (costs.size() + 1), part.cost()));
        var cost = sheet.let("costOfCapital", Row.of(axis, costs));
        var deducted = sheet.fixed(
                "interestDeducted",
                Unit.FACTOR,
                axis,
                parts.stream()
                        .map(part -> part.kind() == CapitalStructure.Kind.DEBT ? 1.0 : 0.0)
                        .toList());
        var tax = sheet.given("taxRate", Unit.SHARE, facts.taxRate());
        var afterTax = sheet.let(
                "costAfterTax",
                cost.times(deducted.times(tax).negated().plus(Cell.ONE)).as(Unit.RATE));
        var wacc = RateGuard.let(
                sheet, "wacc", sheet.let("weightedCost", weight.times(afterTax)).sum());
        if (facts.asset().isEmpty()) return wacc;
        var spread = sheet.given("assetSpread", Unit.RATE, facts.asset().get().spread());
        return RateGuard.let(sheet, "assetRate", wacc.plus(spread));
    }

    @Override
    public List<Note> remarks(WaccFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        return facts.asset()
                .map(asset -> List.of(Note.of(Note.Kind.ASSUMPTION, "asset-spread", asset.reason())))
                .orElse(List.of());
    }
}
