package org.dataassay.pricing.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/** Puts a finding together: shares, the look at the core, the notes that every division owes its reader. */
final class Found {

    private final Method<?, ?> method;
    private final Record facts;
    private final ValuationContext context;
    private final List<Note> notes = new ArrayList<>();

    Found(Method<?, ?> method, Record facts, ValuationContext context) {
        this.method = method;
        this.facts = facts;
        this.context = context;
    }

    Found note(Note.Kind kind, String code, String text) {
        notes.add(Note.of(kind, code, text));
        return this;
    }

    Provenance provenance() {
        return new Provenance(
                method.id(),
                method.version(),
                LibraryVersion.VERSION,
                method.options(),
                Digest.of(facts),
                context.seed());
    }

    List<Note> notes() {
        return notes;
    }

    /** Exact values of a table. */
    Contributions exact(TableGame table, double[] values, boolean isCost) {
        return exact(Optional.of(table), table.players(), values, table.grandWorth(), 1L << table.size(), isCost);
    }

    /** Exact values, with a look at the core where there is a table. */
    Contributions exact(
            Optional<TableGame> table,
            List<String> players,
            double[] values,
            double grandWorth,
            long evaluations,
            boolean isCost) {
        double sum = NeumaierSum.of(values);
        var core = table.filter(t -> t.size() <= CoreCheck.MOST_PLAYERS).map(t -> CoreCheck.of(t, values, isCost));
        remark(sum, grandWorth, values, core);
        return new Contributions(
                method.id(),
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Contribution(
                                players.get(i),
                                values[i],
                                share(values[i], sum),
                                OptionalDouble.empty(),
                                Optional.empty()))
                        .toList(),
                sum,
                grandWorth,
                evaluations,
                Optional.empty(),
                core,
                notes,
                provenance());
    }

    /** What a sampler found, without a look at the core. */
    Contributions sampled(Estimates estimates) {
        double sum = estimates.sum();
        var values = estimates.players().stream().mapToDouble(Estimate::value).toArray();
        remark(sum, estimates.grandWorth(), values, Optional.empty());
        note(
                Note.Kind.LIMIT,
                "sampled",
                estimates
                                .sampler()
                                .orElseThrow()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-') + ", "
                        + estimates.evaluations() + " evaluations, "
                        + estimates
                                .status()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')
                        + (estimates.bias() > 0
                                ? ", bias at most " + Plain.of(estimates.bias()) + " where no player does harm"
                                : ""));
        if (estimates.isPreliminary())
            note(Note.Kind.WARNING, "too-few-samples", "Some values have too few observations: raise the budget.");
        return new Contributions(
                method.id(),
                estimates.players().stream()
                        .map(e -> new Contribution(
                                e.player(),
                                e.value(),
                                share(e.value(), sum),
                                OptionalDouble.of(e.standardError()),
                                Optional.of(e.precision())))
                        .toList(),
                sum,
                estimates.grandWorth(),
                estimates.evaluations(),
                Optional.of(estimates.status()),
                Optional.empty(),
                notes,
                provenance());
    }

    private static OptionalDouble share(double value, double sum) {
        return sum == 0 ? OptionalDouble.empty() : OptionalDouble.of(value / sum);
    }

    private void remark(double sum, double grandWorth, double[] values, Optional<CoreCheck> core) {
        if (Math.abs(sum - grandWorth) > CoreCheck.TOLERANCE * Math.max(Math.abs(sum), Math.abs(grandWorth)))
            note(
                    Note.Kind.WARNING,
                    "not-efficient",
                    "The values sum to " + Plain.of(sum) + ", not to the " + Plain.of(grandWorth)
                            + " that all are worth together: divide money by the shares.");
        long negative = java.util.Arrays.stream(values).filter(v -> v < 0).count();
        if (negative > 0)
            note(
                    Note.Kind.WARNING,
                    "negative-contributions",
                    negative + " of " + values.length
                            + " players do harm by this rule: decide what happens with them before money is divided.");
        core.filter(c -> !c.inCore())
                .ifPresent(c -> note(
                        Note.Kind.WARNING,
                        c.individuallyRational() ? "outside-core" : "not-individually-rational",
                        "Together these would do better by " + Plain.of(c.greatestGain()) + ": "
                                + String.join(
                                        ", ",
                                        c.coalition()
                                                .subList(
                                                        0,
                                                        Math.min(
                                                                NAMED,
                                                                c.coalition().size())))
                                + (c.coalition().size() > NAMED ? " and others" : "")));
    }

    /** Most members that a note names. */
    private static final int NAMED = 8;
}
