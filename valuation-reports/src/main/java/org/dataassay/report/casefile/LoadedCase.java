package org.dataassay.report.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dataassay.report.ReportError;
import org.dataassay.report.casefile.CaseDocument.Outline;
import org.dataassay.report.casefile.CaseDocument.SimulationTerms;
import org.dataassay.valuation.appraisal.Appraisal;
import org.dataassay.valuation.appraisal.AppraisalCase;
import org.dataassay.valuation.appraisal.AppraisalReport;
import org.dataassay.valuation.appraisal.MethodCall;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.asset.RightsGate;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.json.JsonValue;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.sheet.Progress;
import org.dataassay.valuation.sheet.Sampling;
import org.dataassay.valuation.sheet.Simulation;

/** A case that was read and checked. Immutable; appraising it reads its data and writes nothing. */
public final class LoadedCase {

    private final AssayJson json;
    private final String name;
    private final String text;
    private final Outline outline;
    private final ValuationContext context;
    private final DataAsset asset;
    private final Optional<CaseData> data;
    private final Optional<ConclusionTerms> conclusion;

    LoadedCase(
            AssayJson json,
            String name,
            String text,
            Outline outline,
            ValuationContext context,
            DataAsset asset,
            Optional<CaseData> data,
            Optional<ConclusionTerms> conclusion) {
        this.json = json;
        this.name = name;
        this.text = text;
        this.outline = outline;
        this.context = context;
        this.asset = asset;
        this.data = data;
        this.conclusion = conclusion;
    }

    /** Name of the file. */
    public String name() {
        return name;
    }

    /** The file as it was read, comments included. */
    public String text() {
        return text;
    }

    /** The rule file as it was read; empty where there is none. */
    public Optional<String> rulesText() {
        return data.flatMap(CaseData::rulesText);
    }

    public String title() {
        return outline.title();
    }

    public ValuationContext context() {
        return context;
    }

    public DataAsset asset() {
        return asset;
    }

    public List<String> approachesNotUsed() {
        return outline.approachesNotUsed();
    }

    /** The texts of the case in other languages. */
    public Words words() {
        return new Words(outline.language().orElse("en"), outline.translations());
    }

    /** A text of the case in a language, as far as the case translates it. */
    public String in(Locale locale, String caseText) {
        return words().of(caseText, locale);
    }

    /**
     * Passes the gate, measures the data, applies every method and concludes where the case allows it.
     *
     * @param threads of the simulation; they change the time and nothing else
     * @param progress hears how far the simulation is
     * @throws org.dataassay.valuation.error.RefusedException where the gate refuses the case
     * @throws InvalidInputException where the data break their format
     * @throws ValuationFailedException where no method came to a value
     */
    public AppraisedCase appraise(int threads, Progress progress) {
        RightsGate.check(asset, context.valuationDate());
        var measured = data.map(table -> MeasuredQuality.of(table, context));
        return appraise(measured.flatMap(MeasuredQuality::score), measured, threads, progress);
    }

    /** The same with a quality that was measured before, for a case whose data are not at hand. */
    public AppraisedCase appraiseWith(Optional<QualityScore> score, int threads, Progress progress) {
        return appraise(score, Optional.empty(), threads, progress);
    }

    private AppraisedCase appraise(
            Optional<QualityScore> score, Optional<MeasuredQuality> measured, int threads, Progress progress) {
        var calls = CaseReader.calls(json, outline.methods(), context, assumptions(score));
        var appraised = appraisal(outline, asset, context, score, calls, conclusion, threads);
        var report = Appraisal.of(appraised, progress);
        if (report.indications().isEmpty()) throw noIndication(report);
        return new AppraisedCase(this, measured, report);
    }

    private Map<String, JsonValue> assumptions(Optional<QualityScore> score) {
        if (score.isEmpty()) return outline.assumptions();
        var terms = data.flatMap(table -> table.facts().qualityScore());
        var response = data.map(CaseData::response).orElse(new QualityResponse.Identity());
        var supplied = SuppliedScore.of(score.get(), response, terms.flatMap(DataFacts.QualityTerms::source));
        return CaseReader.withScore(outline.assumptions(), supplied);
    }

    /** What core appraises; checks what concerns the case as a whole. */
    static AppraisalCase appraisal(
            Outline outline,
            DataAsset asset,
            ValuationContext context,
            Optional<QualityScore> score,
            List<MethodCall<?>> calls,
            Optional<ConclusionTerms> conclusion,
            int threads) {
        return new AppraisalCase(
                outline.title(),
                asset,
                context,
                score,
                calls,
                outline.approachesNotUsed(),
                conclusion,
                simulation(outline, context, threads));
    }

    static Simulation simulation(Outline outline, ValuationContext context, int threads) {
        try {
            var terms = outline.simulation();
            return new Simulation(
                    terms.flatMap(SimulationTerms::draws).orElse(Simulation.DEFAULT_DRAWS),
                    context.seed(),
                    terms.flatMap(SimulationTerms::sampling).orElse(Sampling.PLAIN),
                    terms.map(SimulationTerms::correlations).orElse(List.of()),
                    terms.flatMap(SimulationTerms::repairCorrelations).orElse(false),
                    Simulation.DEFAULT_PERCENTILES,
                    terms.flatMap(SimulationTerms::stoppingRule),
                    threads);
        } catch (InvalidInputException e) {
            throw e.at("simulation");
        }
    }

    private static ValuationFailedException noIndication(AppraisalReport report) {
        var reasons = new StringBuilder();
        for (var outcome : report.outcomes()) {
            for (var problem : outcome.outcome().problems())
                reasons.append(reasons.isEmpty() ? "" : "; ")
                        .append(outcome.section())
                        .append(": ")
                        .append(problem.message());
        }
        return ValuationFailedException.of(ReportError.NO_INDICATION, "methods", reasons);
    }
}
