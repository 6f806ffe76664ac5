package org.dataassay.pricing.tariff;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Rates metered events: each counts once, whenever and however often it arrives, and every subscription gets an invoice whose lines add up.
 *
 * <p><b>Formula</b>  billed = Σ quantities of different events − trial − beyond quota − packs; the bill of the sum is that of {@link Tariff}
 * <p><b>Units and ranges</b>  quantities at least 0 in the decimals of their meter · times to the millisecond with an offset · one currency in a run
 * <p><b>Edge cases</b>  an event whose id came before with another content: the lesser counts, and is reported · an event outside of window or subscription, late, with a
 * clock running backwards, of an unknown meter, in another currency, or on a broken line is counted by reason and listed with its line · what lies beyond a quota was not
 * served, and is not charged for
 * <p><b>Numerics</b>  whole numbers; quantities are summed before they are priced, so blocks of a graduated tariff do not depend on the order of events
 * <p><b>Use when / not when</b>  events are to be billed / a price is asked for: {@link TariffPricing} quotes without events
 * <p>Immutable and thread-safe; {@link RatingRun} takes streams, and can be stopped, stored and merged.
 *
 * @param options conventions
 * @see <a href="https://focus.finops.org">FinOps Open Cost and Usage Specification: usage and charge columns</a>
 */
public record Rating(Options options) implements Method<RatingFacts, RatedWindow> {

    public static final MethodId ID = MethodId.of("price.rating");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param graceDays days after the window in which its events may still be received
     * @param clockSkewSeconds by which an event may be received before it happened
     * @param listed rejected lines that the report lists
     * @param maximumEvents different events that one run keeps
     */
    public record Options(int graceDays, int clockSkewSeconds, int listed, int maximumEvents) {

        /** Conventions of this library, not of any contract: three days of grace, five minutes of skew, a hundred lines, fifty million events. */
        public static final Options STANDARD = new Options(3, 300, 100, 50_000_000);

        public Options {
            new Check()
                    .that(graceDays >= 0 && graceDays <= 3660, "graceDays", "in [0, 3660]", graceDays, "Give days.")
                    .that(
                            clockSkewSeconds >= 0 && clockSkewSeconds <= 86_400,
                            "clockSkewSeconds",
                            "in [0, 86400]",
                            clockSkewSeconds,
                            "Give seconds.")
                    .that(listed >= 0 && listed <= 100_000, "listed", "in [0, 100000]", listed, "Take 100.")
                    .that(maximumEvents >= 1, "maximumEvents", "at least 1", maximumEvents, "Take 47 bytes for each.")
                    .done();
        }

        public Options withGraceDays(int days) {
            return new Options(days, clockSkewSeconds, listed, maximumEvents);
        }

        public Options withMaximumEvents(int events) {
            return new Options(graceDays, clockSkewSeconds, listed, events);
        }
    }

    public static Rating standard() {
        return new Rating(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public RatedWindow evaluate(RatingFacts facts, ValuationContext context) {
        requireCurrency(facts, context);
        var run = RatingRun.of(facts, options);
        run.accept("facts.events", facts.events());
        return result(facts, run, context);
    }

    /**
     * The same, where a run has taken events from files already; those among the facts are not taken again.
     *
     * @param facts that the run was begun with
     * @param run after its last event
     */
    public RatedWindow result(RatingFacts facts, RatingRun run, ValuationContext context) {
        requireCurrency(facts, context);
        var closed = run.close();
        return new RatedWindow(
                ID,
                facts.window(),
                closed.invoices(),
                closed.report(),
                notes(closed.report()),
                new Provenance(ID, version(), LibraryVersion.VERSION, options, run.digest(), context.seed()));
    }

    private static void requireCurrency(RatingFacts facts, ValuationContext context) {
        for (var tariff : facts.tariffs())
            if (!tariff.currency().equals(context.currency()))
                throw InvalidInputException.of(
                        ValuationError.MISMATCH,
                        "currency",
                        tariff.key() + " is in " + tariff.currency() + ", the context in " + context.currency(),
                        "Rate each currency in a run of its own; rating converts nothing.");
    }

    private static List<Note> notes(RatingReport report) {
        var notes = new ArrayList<Note>();
        if (report.conflicts() > 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "conflicting-events",
                    report.conflicts() + " event ids came with different contents; the least of each was billed."));
        report.rejected()
                .forEach((reason, count) -> notes.add(Note.of(
                        Note.Kind.WARNING,
                        "events-rejected",
                        count + " not billed: "
                                + reason.name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' ') + ".")));
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "whole-minimum",
                "Minimum and cap hold in full for a period that is not served whole."));
        return notes;
    }
}
