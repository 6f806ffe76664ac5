package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds a discount rate by adding premiums for each risk to the risk-free rate: 风险累加法.
 *
 * <p><b>Formula</b> k = r_f + Σ premium; a scored premium is lowest + (highest − lowest) · Σ weight · score
 *
 * <p><b>Units and ranges</b> decimals per year · premiums in [−0.5, 1] · scores in [0, 1], weights add up to 1 within 1e-9 · k above −1 and at most {@link
 * org.dataassay.valuation.time.Rate#PLAUSIBLE_MAXIMUM}
 *
 * <p><b>Edge cases</b> a risk that is named twice is refused · of the four risks of data those left out are told in a note, not assumed to be zero in silence
 *
 * <p><b>Numerics</b> left-to-right summation in the order given
 *
 * <p><b>Use when / not when</b> no listed peers for a beta: the usual case for a data asset / the flows are weighted by probability already: risk enters once
 *
 * @param options conventions
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, income approach: the rate reflects management, circulation, data
 *     security and regulation risk</a>
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, income approach, discount rates</a>
 */
public record BuildUp(Options options) implements FigureMethod<BuildUpFacts> {

    public static final MethodId ID = MethodId.of("rate.build-up");

    private static final EnumSet<RiskPremium.Kind> OF_DATA =
            EnumSet.range(RiskPremium.Kind.DATA_MANAGEMENT, RiskPremium.Kind.DATA_REGULATION);

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static BuildUp standard() {
        return new BuildUp(Options.STANDARD);
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
    public Cell write(Sheet sheet, BuildUpFacts facts, ValuationContext context) {
        var rate = RateInput.write(sheet, "riskFreeRate", facts.riskFreeRate());
        for (var premium : facts.premiums()) rate = rate.plus(premium.write(sheet));
        return RateGuard.let(sheet, "discountRate", rate);
    }

    @Override
    public List<Note> remarks(BuildUpFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var missing = EnumSet.copyOf(OF_DATA);
        facts.premiums().forEach(premium -> missing.remove(premium.kind()));
        var notes = new ArrayList<>(Notes.riskFree(facts.riskFreeRate()));
        for (var risk : missing)
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    "data-risk-left-out",
                    risk.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return notes;
    }
}
