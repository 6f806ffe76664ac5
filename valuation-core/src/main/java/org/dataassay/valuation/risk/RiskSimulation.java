package org.dataassay.valuation.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Correlation;
import org.dataassay.valuation.sheet.Sampling;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.SimulationResult;

/**
 * Finds the distribution of figures of a stored sheet when its inputs are distributions.
 *
 * <p><b>Formula</b> the sheet's own, once per draw; mean and its standard error s/√n, percentiles by definition R-7
 *
 * <p><b>Units and ranges</b> 1 024 to {@value Simulation#MOST_DRAWS} draws; the seed is the context's
 *
 * <p><b>Edge cases</b> draws that break a guard are rejected and counted: above 1 % a warning, above 10 % no result · a standard error that is large against the range is
 * told · of a row every element is watched · no uncertain input is refused
 *
 * <p><b>Numerics</b> the same bits on any number of threads
 *
 * <p><b>Use when / not when</b> the inputs' distributions are known well enough to be stated / they are guesses: look at the sensitivity first
 *
 * @param options how to draw
 * @see <a href="https://doi.org/10.1007/978-0-387-21617-1">Glasserman, Monte Carlo Methods in Financial Engineering, 2003, chapters 1 and 5</a>
 */
public record RiskSimulation(Options options) implements Method<StoredSheet, SimulatedFigures> {

    public static final MethodId ID = MethodId.of("risk.simulation");

    /**
     * How to draw.
     *
     * @param draws how many
     * @param sampling how the points are spread
     * @param correlations rank correlations; unnamed pairs are independent
     * @param repairCorrelations whether contradictory correlations are repaired instead of refused
     * @param percentiles to report, each in (0, 1)
     * @param stoppingRule ends the draws early
     */
    public record Options(
            int draws,
            Sampling sampling,
            List<Correlation> correlations,
            boolean repairCorrelations,
            List<Double> percentiles,
            Optional<Simulation.StoppingRule> stoppingRule) {

        public static final Options STANDARD = new Options(
                Simulation.DEFAULT_DRAWS,
                Sampling.PLAIN,
                List.of(),
                false,
                Simulation.DEFAULT_PERCENTILES,
                Optional.empty());

        public Options {
            correlations = List.copyOf(correlations);
            percentiles = List.copyOf(percentiles);
        }

        Simulation simulation(long seed) {
            return new Simulation(
                    draws, seed, sampling, correlations, repairCorrelations, percentiles, stoppingRule, 1);
        }
    }

    public static RiskSimulation standard() {
        return new RiskSimulation(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public SimulatedFigures evaluate(StoredSheet facts, ValuationContext context) {
        var worksheet = facts.replay(context);
        var result = worksheet.simulate(options.simulation(context.seed()), facts.watched(worksheet));
        var notes = new ArrayList<Note>(Indication.notesOf(worksheet));
        notes.addAll(notesOn(result));
        return new SimulatedFigures(ID, result, worksheet, notes, Indication.provenance(this, context, worksheet));
    }

    /** What a reader of any simulation must know: draws left out, draws too few, what moved together. */
    public static List<Note> notesOn(SimulationResult result) {
        var notes = new ArrayList<Note>();
        var simulation = result.simulation();
        var ofDraws = Plain.of(result.rejected()) + " of " + Plain.of(simulation.draws())
                + " draws broke a guard or were not finite";
        if (result.isDoubtful())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "draws-rejected",
                    ofDraws + "; limit " + Plain.of(SimulationResult.REJECTED_WARNING) + "."));
        else if (result.rejected() > 0)
            notes.add(Note.of(Note.Kind.INFO, "few-draws-rejected", ofDraws + " and are left out."));
        var imprecise = result.spreads().stream()
                .filter(SimulationResult.Spread::isImprecise)
                .map(SimulationResult.Spread::figure)
                .toList();
        if (!imprecise.isEmpty()) notes.add(Note.of(Note.Kind.WARNING, "too-few-draws", String.join(", ", imprecise)));
        if (result.stoppedUnmet())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "stopping-rule-not-met",
                    "The draws ended before the mean was as precise as asked for."));
        if (!simulation.correlations().isEmpty())
            notes.add(Note.of(
                    Note.Kind.INFO,
                    "inputs-correlated",
                    String.join(
                            "; ",
                            simulation.correlations().stream()
                                    .map(c -> c.first() + " with " + c.second() + " " + Plain.of(c.spearman()))
                                    .toList())));
        else if (result.randomInputs().size() > 1)
            notes.add(Note.of(Note.Kind.ASSUMPTION, "inputs-independent", "Uncertain inputs are drawn independently."));
        if (result.correlationsRepaired())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "correlations-repaired",
                    "The stated correlations contradict each other; the nearest consistent ones were taken."));
        return notes;
    }
}
