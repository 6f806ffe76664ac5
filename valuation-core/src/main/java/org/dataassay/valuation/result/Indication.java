package org.dataassay.valuation.result;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Worksheet;

/** Turns a closed sheet into a result: rounds an amount once, finds its range, writes the notes that every sheet owes its reader. */
public final class Indication {

    /** Amounts from here on are not exact to the cent in a double (2⁵³ hundredths). */
    private static final double EXACT_TO_THE_CENT = 9e13;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private Indication() {}

    /** What a method indicates before any draw: its own range or none, where an appraisal draws all its methods together. */
    public static <F> Valuation undrawn(ValuationMethod<F> method, F facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), method.rounding());
        var worksheet = sheet.close(method.write(sheet, facts, context));
        return new Valuation(
                method.id(),
                Money.ofRounded(worksheet.value(), context.currency(), context.roundingMode()),
                method.range(facts, context, worksheet, "").orElseGet(Range::none),
                worksheet,
                notes(method, facts, context, worksheet),
                provenance(method, context, worksheet));
    }

    /** What a method indicates on its own. */
    static <F> Valuation of(ValuationMethod<F> method, F facts, ValuationContext context) {
        var valuation = undrawn(method, facts, context);
        var worksheet = valuation.worksheet();
        if (!worksheet.isUncertain() || worksheet.isRounded()) return valuation;
        return drawn(
                valuation, worksheet.simulate(Simulation.of(context.seed())).of(worksheet.result()), context);
    }

    /** The indication with the 5th to 95th percentile of its draws as its range, unless the method has one of its own. */
    public static Valuation drawn(Valuation valuation, SimulationResult.Spread spread, ValuationContext context) {
        if (valuation.range().isPresent() || !valuation.worksheet().isUncertain()) return valuation;
        return valuation.withRange(Range.simulated(
                Money.ofRounded(spread.percentile(LOW), context.currency(), context.roundingMode()),
                LOW,
                Money.ofRounded(spread.percentile(HIGH), context.currency(), context.roundingMode()),
                HIGH));
    }

    /** The finding of a sheet that one method alone has written. */
    static <F> FoundFigure found(FigureMethod<F> method, F facts, ValuationContext context, Worksheet worksheet) {
        return new FoundFigure(
                method.id(),
                worksheet.value(),
                worksheet.unit(worksheet.result()),
                worksheet,
                notes(method, facts, context, worksheet),
                provenance(method, context, worksheet));
    }

    /** What the method says of the result, then what every sheet says of itself. */
    public static <F> List<Note> notes(
            SheetMethod<F, ?> method, F facts, ValuationContext context, Worksheet worksheet) {
        var notes = new ArrayList<>(method.remarks(facts, context, worksheet, ""));
        notes.addAll(notesOf(worksheet));
        return notes;
    }

    /** How a sheet's result came to be. */
    public static Provenance provenance(Method<?, ?> method, ValuationContext context, Worksheet worksheet) {
        return new Provenance(
                method.id(),
                method.version(),
                LibraryVersion.VERSION,
                method.options(),
                worksheet.digest(),
                context.seed());
    }

    /** What every sheet says of itself: unsourced inputs, kinks, rounding on the way, size. */
    public static List<Note> notesOf(Worksheet worksheet) {
        var notes = new ArrayList<Note>();
        var unsourced = worksheet.unsourced();
        if (!unsourced.isEmpty())
            notes.add(Note.of(Note.Kind.MISSING, "source-not-stated", String.join(", ", unsourced)));
        if (worksheet.isRounded())
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "rounded-on-the-way",
                            "Figures are rounded as in a published calculation; simulation is refused and derivatives ignore the rounding."));
        if (Math.abs(worksheet.value()) >= EXACT_TO_THE_CENT)
            notes.add(Note.of(
                    Note.Kind.LIMIT, "not-exact-to-the-cent", "The amount is beyond 9e13: read its first 15 digits."));
        return notes;
    }
}
