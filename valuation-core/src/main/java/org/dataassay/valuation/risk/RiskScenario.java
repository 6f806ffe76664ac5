package org.dataassay.valuation.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds what figures of a stored sheet come to in scenarios that set several inputs at once, and their weighted mean where the scenarios have weights.
 *
 * <p><b>Formula</b> the sheet's own, once per scenario; mean m = Σ w(k) · V(k), deviation √(Σ w(k) · (V(k) − m)²), least and greatest value
 *
 * <p><b>Units and ranges</b> weights in [0, 1] that sum to 1 within 1e-9 and are never rescaled · a row set as a whole is multiplied by a factor
 *
 * <p><b>Edge cases</b> without weights no mean is given · a scenario in which a guard of the sheet fails is refused by its name · an input set twice is refused
 *
 * <p><b>Numerics</b> left-to-right summation over the scenarios
 *
 * <p><b>Use when / not when</b> inputs move together for one reason, which can be told as a story / each moves for itself: {@link RiskSensitivity}, {@link RiskSimulation}
 *
 * @param options none so far
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, income approach, on scenario-based methods</a>
 */
public record RiskScenario(Options options) implements Method<ScenarioFacts, ScenarioMatrix> {

    public static final MethodId ID = MethodId.of("risk.scenario");

    /** Nothing to choose. */
    public record Options() {
        public static final Options STANDARD = new Options();
    }

    public static RiskScenario standard() {
        return new RiskScenario(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public ScenarioMatrix evaluate(ScenarioFacts facts, ValuationContext context) {
        var worksheet = facts.sheet().replay(context);
        var names = new LinkedHashSet<>(List.of(worksheet.result()));
        names.addAll(facts.sheet().figures());
        var figures = List.copyOf(names);
        var base = values(worksheet, figures);
        var lines = new ArrayList<ScenarioMatrix.Line>();
        for (int i = 0; i < facts.scenarios().size(); i++) {
            var scenario = facts.scenarios().get(i);
            try {
                lines.add(new ScenarioMatrix.Line(
                        scenario.name(),
                        scenario.weight().map(w -> OptionalDouble.of(w.value())).orElse(OptionalDouble.empty()),
                        values(worksheet.with(scenario.settings()), figures)));
            } catch (InvalidInputException e) {
                throw e.at("scenarios[" + i + "]");
            }
        }
        var summaries = new ArrayList<ScenarioMatrix.Summary>();
        for (int k = 0; k < figures.size(); k++) summaries.add(summary(figures.get(k), k, lines));
        return new ScenarioMatrix(
                ID,
                figures,
                base,
                lines,
                summaries,
                worksheet,
                notes(facts, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    private static List<Double> values(Worksheet worksheet, List<String> figures) {
        return figures.stream().map(worksheet::value).toList();
    }

    private static ScenarioMatrix.Summary summary(String figure, int number, List<ScenarioMatrix.Line> lines) {
        boolean weighted = lines.get(0).weight().isPresent();
        double mean = 0;
        var low = lines.get(0);
        var high = lines.get(0);
        for (var line : lines) {
            double value = line.values().get(number);
            mean += line.weight().orElse(0) * value;
            if (value < low.values().get(number)) low = line;
            if (value > high.values().get(number)) high = line;
        }
        double squares = 0;
        for (var line : lines) {
            double off = line.values().get(number) - mean;
            squares += line.weight().orElse(0) * off * off;
        }
        return new ScenarioMatrix.Summary(
                figure,
                weighted ? OptionalDouble.of(mean) : OptionalDouble.empty(),
                weighted ? OptionalDouble.of(Math.sqrt(squares)) : OptionalDouble.empty(),
                low.values().get(number),
                low.name(),
                high.values().get(number),
                high.name());
    }

    private static List<Note> notes(ScenarioFacts facts, Worksheet worksheet) {
        var notes = new ArrayList<Note>();
        if (facts.isWeighted()) {
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "probability-weighted",
                    "The probabilities carry this risk; the discount rate must not reward it again."));
            var unsourced = facts.scenarios().stream()
                    .filter(scenario ->
                            !scenario.weight().orElseThrow().source().isStated())
                    .map(ScenarioFacts.Scenario::name)
                    .toList();
            if (!unsourced.isEmpty())
                notes.add(Note.of(Note.Kind.MISSING, "weight-without-source", String.join(", ", unsourced)));
        } else {
            notes.add(Note.of(
                    Note.Kind.INFO,
                    "scenarios-not-weighted",
                    "The scenarios have no weights: there is a range of them, and no mean."));
        }
        notes.addAll(Indication.notesOf(worksheet));
        return notes;
    }
}
