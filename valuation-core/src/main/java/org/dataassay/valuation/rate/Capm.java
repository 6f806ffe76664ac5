package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds the cost of equity by the capital asset pricing model.
 *
 * <p><b>Formula</b> k_e = r_f + β · ERP + Σ premium; β levered by Hamada, with or without a debt beta, see {@link Leverage}
 *
 * <p><b>Units and ranges</b> decimals per year · β in [−5, 10] · D/E ≥ 0 at market values · τ in [0, 1)
 *
 * <p><b>Edge cases</b> D/E = 0 leaves beta as it is · β = 0 leaves the risk-free rate and the premiums
 *
 * <p><b>Numerics</b> closed form; left-to-right summation
 *
 * <p><b>Use when / not when</b> listed peers exist / no market prices the risk: {@link BuildUp}
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1964.tb02865.x">Sharpe, "Capital Asset Prices", Journal of Finance 19 (1964), 425–442</a>
 */
public record Capm(Options options) implements FigureMethod<CapmFacts> {

    public static final MethodId ID = MethodId.of("rate.capm");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static Capm standard() {
        return new Capm(Options.STANDARD);
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
    public Cell write(Sheet sheet, CapmFacts facts, ValuationContext context) {
        var riskFree = RateInput.write(sheet, "riskFreeRate", facts.riskFreeRate());
        var beta = facts.beta().write(sheet);
        var market = sheet.given("equityRiskPremium", Unit.RATE, facts.equityRiskPremium());
        var rate = riskFree.plus(sheet.let("marketRisk", beta.times(market).as(Unit.RATE)));
        for (var premium : facts.premiums()) rate = rate.plus(premium.write(sheet));
        return RateGuard.let(sheet, "costOfEquity", rate);
    }

    @Override
    public List<Note> remarks(CapmFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(Notes.riskFree(facts.riskFreeRate()));
        boolean isRisky = facts.beta() instanceof Beta.Relevered one
                        && one.leverage().debtBeta().isPresent()
                || facts.beta() instanceof Beta.OfPeers many
                        && many.leverage().debtBeta().isPresent();
        if (!(facts.beta() instanceof Beta.Observed))
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "levering",
                    isRisky
                            ? "Beta is levered with a debt beta, without tax."
                            : "Beta is levered by Hamada: debt bears no risk and its tax saving is certain."));
        return notes;
    }
}
