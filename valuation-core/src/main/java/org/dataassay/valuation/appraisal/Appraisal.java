package org.dataassay.valuation.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.appraisal.AppraisalReport.MethodOutcome;
import org.dataassay.valuation.asset.RightsGate;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.income.ReplicationCap;
import org.dataassay.valuation.reconcile.CrossChecks;
import org.dataassay.valuation.reconcile.IndicationReconciliation;
import org.dataassay.valuation.reconcile.WeightedIndications;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.risk.RiskSimulation;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Progress;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Spider;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Applies every method of a case, writes them on one sheet, and concludes where the valuer's judgement allows it: V = Σ wᵢ · Vᵢ. Never an automatic average.
 *
 * <p>Gates come before coefficients: without evidence of a right, or with a failed compliance check, there is no value whatever the scores. Pure.
 */
public final class Appraisal {

    /** Section of the conclusion. */
    public static final String CONCLUSION = "conclusion";

    /** Figure of the weighted value. */
    public static final String CONCLUSION_VALUE = CONCLUSION + "/value";

    /** Indications whose greatest is more than this many times the least need an explanation. */
    public static final double SPREAD_TO_EXPLAIN = IndicationReconciliation.Options.STANDARD.spreadToExplain();

    /** Draws of rows kept for fans: half a gigabyte. */
    private static final long MOST_DRAWN_OF_FANS = 1L << 26;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final AppraisalCase appraised;
    private final ValuationContext context;

    private Appraisal(AppraisalCase appraised) {
        this.appraised = appraised;
        this.context = appraised.context();
    }

    /**
     * Appraises a case.
     *
     * @throws org.dataassay.valuation.error.RefusedException where the gate refuses the case
     */
    public static AppraisalReport of(AppraisalCase appraised) {
        return of(appraised, Progress.NONE);
    }

    /** The same, telling how far the simulation is. */
    public static AppraisalReport of(AppraisalCase appraised, Progress progress) {
        RightsGate.check(appraised.asset(), appraised.context().valuationDate());
        return new Appraisal(appraised).report(progress);
    }

    private AppraisalReport report(Progress progress) {
        var outcomes = new ArrayList<MethodOutcome>();
        var produced = new ArrayList<MethodCall<?>>();
        for (var call : appraised.methods()) {
            var capped = capped(call);
            var outcome = evaluate(capped);
            outcomes.add(outcome);
            if (outcome.indication().isPresent()) produced.add(capped);
        }
        var reason = whyNoConclusion(outcomes);
        if (produced.isEmpty())
            return new AppraisalReport(
                    appraised,
                    outcomes,
                    Optional.empty(),
                    Optional.empty(),
                    reason,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
        var worksheet = write(produced, reason.isEmpty());
        var rows = rowsOfFans(worksheet, produced);
        var drawn = simulate(worksheet, produced, rows, reason.isEmpty(), progress);
        var simulation = drawn.map(all -> all.only(cells(produced, reason.isEmpty())));
        simulation.ifPresent(draws -> outcomes.replaceAll(
                outcome -> outcome.indication().isPresent() ? outcome.drawn(draws, context) : outcome));
        var conclusion = reason.isEmpty() ? Optional.of(conclude(worksheet, simulation)) : Optional.<Conclusion>empty();
        var tornado = worksheet.tornado(worksheet.result());
        return new AppraisalReport(
                appraised,
                outcomes,
                Optional.of(worksheet),
                conclusion,
                reason,
                simulation,
                Optional.of(tornado),
                Optional.of(spider(worksheet)),
                drawn.stream()
                        .flatMap(all -> rows.stream().map(row -> worksheet.fan(row, all)))
                        .toList(),
                notes(worksheet, outcomes, simulation));
    }

    private MethodCall<?> capped(MethodCall<?> call) {
        return appraised
                .asset()
                .freelyAvailableSubstitute()
                .<MethodCall<?>>map(substitute ->
                        call.cappedBy(new ReplicationCap(substitute.costToReplicate(), substitute.delayYears())))
                .orElse(call);
    }

    private <F> MethodOutcome evaluate(MethodCall<F> call) {
        return new MethodOutcome(
                call.section(),
                call.method().id(),
                Outcome.of(() -> Indication.undrawn(call.method(), call.facts(), context)));
    }

    private Optional<String> whyNoConclusion(List<MethodOutcome> outcomes) {
        if (appraised.conclusion().isEmpty())
            return Optional.of("The case states no weights, reasons and responsible person.");
        var terms = appraised.conclusion().get();
        var values = new ArrayList<Double>();
        for (var weight : terms.weights()) {
            var outcome = outcomes.stream()
                    .filter(o -> o.section().equals(weight.section()))
                    .findFirst()
                    .orElseThrow();
            if (outcome.indication().isEmpty() && weight.weight().value() > 0)
                return Optional.of("The indication " + weight.section() + " has a weight but was not produced.");
            outcome.indication().ifPresent(v -> values.add(v.amount().toDouble()));
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (greatest > SPREAD_TO_EXPLAIN * least && terms.differencesExplained().isBlank())
            return Optional.of("The indications lie more than " + Plain.of(SPREAD_TO_EXPLAIN)
                    + " times apart and the case does not explain why (conclusion.differencesExplained).");
        return Optional.empty();
    }

    private Worksheet write(List<MethodCall<?>> produced, boolean concludes) {
        var sheet = Sheet.open(context.currency(), rounding(produced));
        var values = new ArrayList<Cell>();
        for (var call : produced) values.add(writeSection(sheet, call));
        if (!concludes) return sheet.close(values.get(0));
        var section = sheet.section(CONCLUSION);
        var terms = appraised.conclusion().orElseThrow();
        var axis = section.axis(
                "indications", produced.stream().map(MethodCall::section).toList());
        var value = WeightedIndications.write(
                section,
                section.let("indication", Row.of(axis, values)),
                produced.stream().map(call -> terms.weight(call.section())).toList());
        terms.crossChecks().ifPresent(checks -> checks.write(section, value));
        return sheet.close(value);
    }

    /** What the methods round on the way, each in its own section. */
    private static Rounding rounding(List<MethodCall<?>> produced) {
        var decimals = new HashMap<String, Integer>();
        for (var call : produced)
            call.method()
                    .rounding()
                    .decimals()
                    .forEach((name, places) -> decimals.put(call.section() + "/" + name, places));
        return new Rounding(decimals);
    }

    private <F> Cell writeSection(Sheet sheet, MethodCall<F> call) {
        return call.method().write(sheet.section(call.section()), call.facts(), context);
    }

    /** Present values by period of each method that has them; none where all draws of them would be too many to keep. */
    private List<String> rowsOfFans(Worksheet worksheet, List<MethodCall<?>> produced) {
        var rows = new ArrayList<String>();
        long elements = 0;
        for (var call : produced) {
            var row = call.section() + "/presentValueByPeriod";
            int size = worksheet.has(row) ? worksheet.values(row).size() : 0;
            if (size < 2) continue;
            rows.add(row);
            elements += size;
        }
        return elements * appraised.simulation().draws() <= MOST_DRAWN_OF_FANS ? rows : List.of();
    }

    /** Without the inputs of the conclusion: weights that all change by one share weigh no differently. */
    private static Spider spider(Worksheet worksheet) {
        var all = worksheet.spider(worksheet.result(), Spider.RANGE, Spider.STEPS);
        var lines = all.lines().stream()
                .filter(line -> !line.input().startsWith(CONCLUSION + "/"))
                .toList();
        return new Spider(all.figure(), all.base(), all.changes(), lines);
    }

    private static List<String> cells(List<MethodCall<?>> produced, boolean concludes) {
        var figures = new ArrayList<String>();
        if (concludes) figures.add(CONCLUSION_VALUE);
        produced.forEach(call -> figures.add(call.section() + "/value"));
        return figures;
    }

    private Optional<SimulationResult> simulate(
            Worksheet worksheet,
            List<MethodCall<?>> produced,
            List<String> rows,
            boolean concludes,
            Progress progress) {
        if (!worksheet.isUncertain() || worksheet.isRounded()) return Optional.empty();
        var figures = new ArrayList<>(cells(produced, concludes));
        figures.addAll(rows);
        return Optional.of(worksheet.simulate(appraised.simulation(), figures, progress));
    }

    private Conclusion conclude(Worksheet worksheet, Optional<SimulationResult> simulation) {
        var terms = appraised.conclusion().orElseThrow();
        var range = simulation
                .map(result -> result.of(CONCLUSION_VALUE))
                .map(spread -> Range.simulated(
                        terms.rounded(spread.percentile(LOW), context),
                        LOW,
                        terms.rounded(spread.percentile(HIGH), context),
                        HIGH))
                .orElseGet(Range::none);
        return new Conclusion(
                terms.rounded(worksheet.value(CONCLUSION_VALUE), context),
                range,
                terms.weights(),
                terms.responsiblePerson(),
                terms.differencesExplained());
    }

    private List<Note> notes(Worksheet worksheet, List<MethodOutcome> outcomes, Optional<SimulationResult> simulation) {
        var notes = new ArrayList<Note>(Indication.notesOf(worksheet));
        simulation.map(RiskSimulation::notesOn).ifPresent(notes::addAll);
        for (var outcome : outcomes) {
            if (outcome.indication().isEmpty())
                notes.add(Note.of(Note.Kind.WARNING, "method-without-value", outcome.section()));
        }
        notes.addAll(QualityRoles.notes(worksheet));
        notes.addAll(CrossChecks.redFlags(
                worksheet, CONCLUSION + "/", IndicationReconciliation.Options.STANDARD.costMultiple()));
        if (appraised.quality().isEmpty())
            notes.add(Note.of(Note.Kind.MISSING, "quality-not-measured", "No quality was measured on the data."));
        appraised.approachesNotUsed().forEach(line -> notes.add(Note.of(Note.Kind.INFO, "approach-not-used", line)));
        return notes;
    }
}
