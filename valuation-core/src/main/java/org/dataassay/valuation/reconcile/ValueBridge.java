package org.dataassay.valuation.reconcile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.BridgeFacts.MethodTerms;
import org.dataassay.valuation.reconcile.BridgeFacts.StoredValue;
import org.dataassay.valuation.reconcile.BridgeFinding.Step;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.sheet.Bridge;
import org.dataassay.valuation.sheet.BridgeTerms;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Explains why the value of an asset moved between two valuations: a part for each cause, adding up to the minor unit.
 *
 * <p><b>Formula</b>  V₁ − V₀ = date roll + method and options (or structure) + Σ φᵢ + rounding;  φᵢ the Shapley value of input group i, see {@link Bridge}
 * <p><b>Units and ranges</b>  both sheets end in money of one currency · at most {@value Bridge#MOST_GROUPS} groups of inputs
 * <p><b>Edge cases</b>  without changed inputs only the other steps stand · old and new inputs that do not hold together are taken in coarser groups, with a note ·
 * where date and structure cannot be told apart they are one step, with a note · a stated amount rounded further brings a step of its own
 * <p><b>Numerics</b>  all 2ⁿ mixtures of old and new inputs are computed, none is sampled; parts are rounded by largest remainder
 * <p><b>Use when / not when</b>  two valuations of the same asset by this library, their graphs at hand / two assets, or two opinions of the same date: the order of steps
 * means nothing there
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1515/9781400881970-018">L. S. Shapley, A Value for n-Person Games, Contributions to the Theory of Games II, 1953, section 4</a>
 */
public record ValueBridge(Options options) implements Method<BridgeFacts, BridgeFinding> {

    /** Id of the method. */
    public static final MethodId ID = MethodId.of("reconcile.bridge");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param groups inputs that count as one cause, by the cause's name; a member is an input or a whole section of the later sheet
     */
    public record Options(Map<String, List<String>> groups) {

        /** Each changed input on its own; more than {@value Bridge#MOST_GROUPS} by section. */
        public static final Options STANDARD = new Options(Map.of());

        public Options {
            var copy = new LinkedHashMap<String, List<String>>();
            groups.forEach((name, members) -> copy.put(name, List.copyOf(members)));
            groups = Collections.unmodifiableMap(copy);
        }

        /** The same with one more group. */
        public Options grouping(String name, String... members) {
            var more = new LinkedHashMap<>(groups);
            more.put(name, List.of(members));
            return new Options(more);
        }
    }

    public static ValueBridge standard() {
        return new ValueBridge(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public BridgeFinding evaluate(BridgeFacts facts, ValuationContext context) {
        check(facts, context);
        var before = replayed("before", facts.before(), context);
        var after = replayed("after", facts.after(), context);
        var terms = new BridgeTerms(
                Optional.of(new BridgeTerms.Dates(
                        facts.before().valuationDate(), facts.after().valuationDate())),
                changedMethods(facts),
                options.groups());
        var bridge = before.bridge(after, terms);
        if (facts.before().stated().isPresent() || facts.after().stated().isPresent())
            bridge = bridge.stated(stated(facts.before(), before), stated(facts.after(), after));
        var from = Money.ofRounded(bridge.before(), context.currency(), context.roundingMode());
        var to = Money.ofRounded(bridge.after(), context.currency(), context.roundingMode());
        var amounts = bridge.amounts(context.roundingMode());
        var steps = new ArrayList<Step>();
        for (int i = 0; i < amounts.size(); i++) {
            var part = bridge.parts().get(i);
            steps.add(new Step(part.cause(), part.name(), amounts.get(i), part.moves()));
        }
        var provenance =
                new Provenance(ID, version(), LibraryVersion.VERSION, options, digest(before, after), context.seed());
        return new BridgeFinding(
                ID,
                facts.before().valuationDate(),
                facts.after().valuationDate(),
                from,
                to,
                to.minus(from),
                steps,
                notes(bridge),
                provenance);
    }

    private static double stated(StoredValue value, Worksheet sheet) {
        return value.stated().map(Money::toDouble).orElse(sheet.value());
    }

    private static void check(BridgeFacts facts, ValuationContext context) {
        var check = new Check()
                .that(
                        !facts.after().valuationDate().isBefore(facts.before().valuationDate()),
                        "after.valuationDate",
                        "on or after " + facts.before().valuationDate(),
                        facts.after().valuationDate(),
                        "Give the earlier valuation as before.")
                .that(
                        facts.after().valuationDate().equals(context.valuationDate()),
                        "after.valuationDate",
                        "the valuation date of the context, " + context.valuationDate(),
                        facts.after().valuationDate(),
                        "The bridge leads to the value as of that date.");
        check("before", facts.before(), context.currency(), check);
        check("after", facts.after(), context.currency(), check);
        check.done();
    }

    private static void check(String side, StoredValue value, CurrencyCode currency, Check check) {
        if (!value.graph().currency().equals(currency))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    side + ".graph.currency",
                    "it is " + value.graph().currency() + " where the context is in " + currency,
                    "Appraise both in one currency."));
        value.stated()
                .filter(money -> !money.currency().equals(currency))
                .ifPresent(money -> check.add(Problem.of(
                        ValuationError.MISMATCH,
                        side + ".stated",
                        "it is in " + money.currency() + " where the context is in " + currency,
                        "Give the amount that was stated.")));
    }

    private static Worksheet replayed(String side, StoredValue value, ValuationContext context) {
        try {
            var sheet = value.graph().replay();
            if (!sheet.unit(sheet.result()).equals(Unit.MONEY))
                throw InvalidInputException.of(
                        ValuationError.MISMATCH,
                        "result",
                        sheet.result() + " is in " + sheet.unit(sheet.result()) + ", not " + context.currency(),
                        "Give a sheet that ends in a value.");
            return sheet;
        } catch (InvalidInputException e) {
            throw e.at(side + ".graph");
        }
    }

    /** Sections that both have, computed by another method, version or options. */
    private static Set<String> changedMethods(BridgeFacts facts) {
        var before = new LinkedHashMap<String, MethodTerms>();
        facts.before().methods().forEach(terms -> before.put(terms.section(), terms));
        var changed = new TreeSet<String>();
        for (var terms : facts.after().methods()) {
            var old = before.get(terms.section());
            if (old != null && !old.equals(terms)) changed.add(terms.section());
        }
        return changed;
    }

    private List<Note> notes(Bridge bridge) {
        var notes = new ArrayList<Note>();
        for (var remark : bridge.remarks()) {
            notes.add(
                    switch (remark) {
                        case GROUPED_BY_SECTION ->
                            Note.of(
                                    Note.Kind.INFO,
                                    "bridge-by-section",
                                    "More inputs changed than are taken one by one: each section is one cause. Name groups for another division.");
                        case MIXTURES_DO_NOT_HOLD ->
                            Note.of(
                                    Note.Kind.WARNING,
                                    "bridge-coarser-groups",
                                    "Old and new inputs do not hold together in every mixture: coarser groups were taken.");
                        case NOT_SEPARABLE ->
                            Note.of(
                                    Note.Kind.WARNING,
                                    "bridge-not-separable",
                                    "The old inputs cannot be taken to the new date and the new formulas one after the other: both are one step.");
                        case ROUNDED_ON_THE_WAY ->
                            Note.of(
                                    Note.Kind.WARNING,
                                    "bridge-ignores-rounding",
                                    "Figures are rounded as in a published calculation; the steps ignore it, and what it makes is a step of its own.");
                    });
        }
        if (bridge.parts().stream().anyMatch(part -> part.cause() == Bridge.Cause.DATE_ROLL))
            notes.add(
                    Note.of(
                            Note.Kind.ASSUMPTION,
                            "bridge-date-first",
                            "The date is rolled first, at the old inputs; an input in years that moved by exactly the time that passed moves with it."));
        if (bridge.parts().stream()
                        .filter(part -> part.cause() == Bridge.Cause.INPUT)
                        .count()
                > 1)
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "bridge-shapley",
                    "What inputs do together is divided by the Shapley value: no order of them is preferred."));
        return notes;
    }

    /** SHA-256 over the digests of both sheets' inputs. */
    private static String digest(Worksheet before, Worksheet after) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(before.digest().getBytes(StandardCharsets.UTF_8));
            sha.update(after.digest().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
