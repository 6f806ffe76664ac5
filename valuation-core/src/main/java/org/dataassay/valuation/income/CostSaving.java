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
 * Values an asset by the costs that it spares its user.
 *
 * <p><b>Formula</b> V = Σ (Σ Δ(k, t) · S(t) − u(t)) · L(t) · (1 − τ) · D(t) · TAB; Δ saving before tax of driver k: saving per item · volume, or share saved · cost
 * without the asset; S survival, L the share of the period in force, u costs of keeping the saving, τ tax rate, D discount factor.
 *
 * <p><b>Units and ranges</b> shares saved at most 1, as decimals · volumes and base costs at least 0 · τ in [0, 1)
 *
 * <p><b>Edge cases</b> a negative share is a cost that rises · several drivers add up and are noted: {@code drivers-add-up}
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> the cost without the asset is recorded / the saved capacity stays unused and is paid for all the same
 *
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://www.idw.de">IDW S 5, Grundsätze zur Bewertung immaterieller Vermögenswerte, Mehrgewinnmethode</a>
 */
public record CostSaving(Options options) implements ValuationMethod<CostSavingFacts> {

    public static final MethodId ID = MethodId.of("income.cost-saving");

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

    public static CostSaving standard() {
        return new CostSaving(Options.STANDARD);
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
    public Cell write(Sheet sheet, CostSavingFacts facts, ValuationContext context) {
        int n = facts.drivers().get(0).periods();
        var forecast = IncomeForecast.open(sheet, facts.terms(), options.conventions(), context, n);
        return GainDriver.value(sheet, forecast, facts.drivers(), facts.costs());
    }

    @Override
    public List<Note> remarks(CostSavingFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        notes.addAll(GainDriver.remarks(facts.drivers()));
        return notes;
    }
}
