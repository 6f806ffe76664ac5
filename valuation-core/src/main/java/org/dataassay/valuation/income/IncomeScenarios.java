package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.dataassay.valuation.asset.Scenario;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Several uses of one asset, valued side by side and brought to one value so that no benefit counts twice.
 *
 * <p><b>Formula</b> V = Σ w(k) · V(k). Exclusive scenarios, of which one happens: w = p, Σ p = 1. Additive scenarios, such as buyers beside each other: w = p · (1 −
 * o), o the share of the benefit that the scenarios before it count already; hence V is at most Σ V(k).
 *
 * <p><b>Units and ranges</b> p and o in [0, 1]; the p of exclusive scenarios sum to 1 within 1e-9 and are never rescaled
 *
 * <p><b>Edge cases</b> the same buyer with the same use twice among additive scenarios is refused · a buyer who comes again must state its overlap, be it 0 · an
 * additive scenario of negative value is refused: nobody pursues it
 *
 * <p>Any income method is valued by scenarios through {@link #write}: {@code scenarios.write(sheet, (section, facts) -> method.write(section, facts, context))}. An
 * input that their facts have in common, such as the discount rate, is then {@linkplain Input#sharedAs shared}, or each scenario draws its own.
 *
 * @param <B> what earns the benefit in a scenario: facts of an income method, or a part of them
 * @param combination whether one of them happens or all
 * @param parts the scenarios, 1 to 100, no name twice
 */
public record IncomeScenarios<B>(Combination combination, List<Part<B>> parts) {

    private static final double SUM_TOLERANCE = 1e-9;

    private static final int MOST = 100;

    /** How scenarios stand to each other. */
    public enum Combination {
        /** One of them happens. */
        EXCLUSIVE,
        /** They happen beside each other. */
        ADDITIVE
    }

    /**
     * One scenario.
     *
     * @param <B> what earns the benefit
     * @param scenario who uses the data, and what for
     * @param probability that it happens; needed where scenarios exclude each other, certain where an additive one states none
     * @param overlap share of its benefit that the scenarios before it count already; only for additive scenarios
     * @param benefit that it brings
     */
    public record Part<B>(
            Scenario scenario, Optional<Input<Double>> probability, Optional<Input<Double>> overlap, B benefit) {

        public Part {
            var check = new Check();
            probability.ifPresent(p -> check.share("probability", p.value()));
            overlap.ifPresent(o -> check.share("overlap", o.value()));
            check.done();
        }

        /** One of several that exclude each other. */
        public static <B> Part<B> exclusive(Scenario scenario, Input<Double> probability, B benefit) {
            return new Part<>(scenario, Optional.of(probability), Optional.empty(), benefit);
        }

        /** The first of several beside each other, or one that shares nothing with those before it. */
        public static <B> Part<B> additive(Scenario scenario, B benefit) {
            return new Part<>(scenario, Optional.empty(), Optional.empty(), benefit);
        }

        /** One that counts in part what those before it count. */
        public static <B> Part<B> additive(Scenario scenario, Input<Double> overlap, B benefit) {
            return new Part<>(scenario, Optional.empty(), Optional.of(overlap), benefit);
        }

        private String name() {
            return scenario.name();
        }
    }

    public IncomeScenarios {
        parts = List.copyOf(parts);
        var check = new Check()
                .that(
                        !parts.isEmpty() && parts.size() <= MOST,
                        "parts",
                        "1 to " + MOST,
                        parts.size(),
                        "State the uses of the data.");
        var names = new HashSet<String>();
        for (int k = 0; k < parts.size(); k++)
            if (!names.add(parts.get(k).name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        at(k) + ".scenario.name",
                        parts.get(k).name(),
                        "Name each scenario once."));
        if (combination == Combination.EXCLUSIVE) checkExclusive(check, parts);
        else checkAdditive(check, parts);
        check.done();
    }

    /** One of them happens. */
    public static <B> IncomeScenarios<B> exclusive(List<Part<B>> parts) {
        return new IncomeScenarios<>(Combination.EXCLUSIVE, parts);
    }

    /** All of them happen. */
    public static <B> IncomeScenarios<B> additive(List<Part<B>> parts) {
        return new IncomeScenarios<>(Combination.ADDITIVE, parts);
    }

    private static String at(int k) {
        return "parts[" + k + "]";
    }

    private static <B> void checkExclusive(Check check, List<Part<B>> parts) {
        double sum = 0;
        boolean complete = true;
        for (int k = 0; k < parts.size(); k++) {
            var part = parts.get(k);
            if (part.overlap().isPresent())
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        at(k) + ".overlap",
                        "scenarios of which one happens do not overlap",
                        "Leave it out, or combine them as additive."));
            if (part.probability().isEmpty()) {
                complete = false;
                check.add(Problem.of(
                        ValuationError.MISSING,
                        at(k) + ".probability",
                        "Scenarios of which one happens need their probabilities."));
                continue;
            }
            sum += part.probability().get().value();
            if (part.probability().get().distribution().isPresent())
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        at(k) + ".probability",
                        "drawn alone it would no longer sum to 1 with the others",
                        "Put the uncertainty into the scenario's benefit."));
        }
        if (complete && !parts.isEmpty())
            check.that(
                    Math.abs(sum - 1) <= SUM_TOLERANCE,
                    "parts",
                    "of probabilities that sum to 1",
                    sum,
                    "Probabilities are not rescaled silently; add the scenario in which nothing happens.");
    }

    private static <B> void checkAdditive(Check check, List<Part<B>> parts) {
        var uses = new HashSet<List<String>>();
        var buyers = new HashSet<String>();
        for (int k = 0; k < parts.size(); k++) {
            var scenario = parts.get(k).scenario();
            if (!uses.add(List.of(scenario.buyer(), scenario.use())))
                check.add(
                        Problem.of(
                                ValuationError.DUPLICATE,
                                at(k) + ".scenario",
                                scenario.use() + " by " + scenario.buyer(),
                                "The same use by the same buyer is one benefit: count it once, or let the scenarios exclude each other."));
            else if (buyers.contains(scenario.buyer()) && parts.get(k).overlap().isEmpty())
                check.add(
                        Problem.of(
                                ValuationError.MISSING,
                                at(k) + ".overlap",
                                scenario.buyer()
                                        + " has a scenario already; state what share of this benefit that one counts, 0 where none."));
            buyers.add(scenario.buyer());
        }
        if (!parts.isEmpty() && parts.get(0).overlap().isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    at(0) + ".overlap",
                    "no scenario stands before the first",
                    "State the overlap on the later of two scenarios."));
    }

    /**
     * Writes each scenario into a section of its own, {@code scenarios/<name>}, and what they are worth together.
     *
     * @param valueOf writes one scenario into its section and returns its value
     */
    public Cell write(Sheet sheet, BiFunction<Sheet, B, Cell> valueOf) {
        var values = new ArrayList<Cell>();
        for (var part : parts) values.add(valueOf.apply(section(sheet, part), part.benefit()));
        return together(sheet, weights(sheet), values);
    }

    Sheet section(Sheet sheet, Part<B> part) {
        return sheet.section("scenarios").section(part.name());
    }

    /** Path of the sections within a method's section. */
    List<String> sections() {
        return parts.stream().map(part -> "scenarios/" + part.name() + "/").toList();
    }

    private Axis axis(Sheet sheet) {
        return sheet.axis("scenarios", parts.stream().map(Part::name).toList());
    }

    /** Writes probabilities, overlaps and {@code scenarioWeight}. */
    Row weights(Sheet sheet) {
        var axis = axis(sheet);
        var weights = parts.stream()
                .map(part -> {
                    var own = section(sheet, part);
                    var likely = part.probability().map(p -> share(own, "probability", p));
                    var counted = part.overlap().map(o -> Cell.ONE.minus(share(own, "overlap", o)));
                    return likely.map(p -> counted.map(p::times).orElse(p))
                            .or(() -> counted)
                            .orElse(Cell.ONE)
                            .as(Unit.SHARE);
                })
                .toList();
        return sheet.let("scenarioWeight", Row.of(axis, weights));
    }

    /** A share that stays one when it is drawn. */
    private static Cell share(Sheet sheet, String name, Input<Double> input) {
        var cell = sheet.given(name, Unit.SHARE, input);
        sheet.require(name + "AtLeastZero", cell, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Give a share from 0 to 1.");
        sheet.require(name + "AtMostOne", cell, Relation.LESS_OR_EQUAL, Cell.ONE, "Give a share from 0 to 1.");
        return cell;
    }

    /** Writes {@code scenarioValue}, {@code weightedScenarioValue} and {@code valueOfScenarios}. */
    Cell together(Sheet sheet, Row weights, List<Cell> values) {
        var value = sheet.let("scenarioValue", Row.of(axis(sheet), values));
        if (combination == Combination.ADDITIVE)
            sheet.require(
                    "scenarioValueAtLeastZero",
                    value,
                    Relation.GREATER_OR_EQUAL,
                    value.times(Cell.ZERO),
                    "A use that costs more than it brings is not pursued beside others; leave it out.");
        var weighted = sheet.let("weightedScenarioValue", value.times(weights));
        return sheet.let("valueOfScenarios", weighted.sum());
    }

    /** Σ w · amount, without a name. */
    static Cell weighted(Row weights, List<Cell> amounts) {
        return IntStream.range(0, amounts.size())
                .mapToObj(k -> amounts.get(k).times(weights.at(k)))
                .reduce(Cell::plus)
                .orElseThrow();
    }

    /** What a reader of a value from scenarios must know. */
    List<Note> remarks() {
        if (combination == Combination.EXCLUSIVE)
            return List.of(Note.of(
                    Note.Kind.ASSUMPTION,
                    "probability-weighted",
                    "The probabilities carry this risk; the discount rate must not reward it again."));
        var apart = parts.stream()
                .skip(1)
                .filter(part -> part.overlap().isEmpty())
                .map(Part::name)
                .toList();
        return apart.isEmpty()
                ? List.of()
                : List.of(Note.of(
                        Note.Kind.ASSUMPTION,
                        "scenarios-do-not-overlap",
                        "No overlap with those before is stated for: " + String.join(", ", apart)));
    }
}
