package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by the profit that a higher price or a larger volume brings, compared with a product that lacks the asset.
 *
 * <p><b>Formula</b> V = Σ (Σ Δ(k, t) · S(t) − u(t)) · L(t) · (1 − τ) · D(t) · TAB; Δ gain before tax of driver k: price premium · volume, or additional volume ·
 * margin; S survival, L the share of the period in force, u costs of keeping the gain, τ tax rate, D discount factor.
 *
 * <p><b>Units and ranges</b> premiums and growth as decimals above −1 · volumes at least 0 · τ in [0, 1)
 *
 * <p><b>Edge cases</b> a negative premium lowers the value · several drivers add up and are noted: {@code drivers-add-up}
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> a comparable product without the asset is sold / price or volume differ for other causes, too
 *
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, premium profit method or with-and-without method</a>
 */
public record PremiumProfit(Options options) implements ValuationMethod<PremiumProfitFacts> {

    public static final MethodId ID = MethodId.of("income.premium-profit");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param conventions as in every income method
     */
    public record Options(IncomeConventions conventions) {

        /** Mid-period flows, after tax. */
        public static final Options STANDARD = new Options(IncomeConventions.STANDARD);

        public Options withConventions(IncomeConventions other) {
            return new Options(other);
        }
    }

    public static PremiumProfit standard() {
        return new PremiumProfit(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        return options.conventions().rounding();
    }

    @Override
    public Cell write(Sheet sheet, PremiumProfitFacts facts, ValuationContext context) {
        int n = facts.drivers().get(0).periods();
        var forecast = IncomeForecast.open(sheet, facts.terms(), options.conventions(), context, n);
        return GainDriver.value(sheet, forecast, facts.drivers(), facts.costs());
    }

    @Override
    public List<Note> remarks(PremiumProfitFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        notes.addAll(GainDriver.remarks(facts.drivers()));
        return notes;
    }
}
