package org.dataassay.valuation.risk;

import java.util.ArrayList;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.TwoWay;

/**
 * Finds a figure of a stored sheet over two of its inputs, and the line along which it is a target.
 *
 * <p><b>Formula</b> V(xᵢ, yⱼ), all other inputs at their base values; the line {(x, y) : V(x, y) = target} by marching squares, its ends on the sides of the cells found by
 * Brent's method on the sheet itself
 *
 * <p><b>Units and ranges</b> 2 numbers or more of each input, {@value TwoWay#MOST_CELLS} cells at most · a row moved as a whole takes factors
 *
 * <p><b>Edge cases</b> a cell in which a guard of the sheet fails has no value, and its guard is named · the line does not cross such cells · a target that is not crossed
 * leaves the line empty
 *
 * <p><b>Numerics</b> the ends of the line are exact to 2⁻⁴⁰ of a cell; between them it is straight
 *
 * <p><b>Use when / not when</b> two inputs are argued about / one, or many: {@link RiskSensitivity}
 *
 * @param options none so far
 * @see <a href="https://doi.org/10.1145/37402.37422">Lorensen, Cline, Marching Cubes, Computer Graphics 21 (1987), 163–169, section 3, in two dimensions</a>
 */
public record RiskTwoWay(Options options) implements Method<TwoWayFacts, TwoWayTable> {

    public static final MethodId ID = MethodId.of("risk.two-way");

    /** Nothing to choose. */
    public record Options() {
        public static final Options STANDARD = new Options();
    }

    public static RiskTwoWay standard() {
        return new RiskTwoWay(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public TwoWayTable evaluate(TwoWayFacts facts, ValuationContext context) {
        var worksheet = facts.sheet().replay(context);
        var figure = facts.sheet().watched(worksheet).get(0);
        var table = facts.target().isPresent()
                ? worksheet.twoWay(
                        figure, facts.rows(), facts.columns(), facts.target().getAsDouble())
                : worksheet.twoWay(figure, facts.rows(), facts.columns());
        var notes = new ArrayList<Note>();
        if (!table.broken().isEmpty())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "cells-without-value",
                    Plain.of(table.broken().size()) + " cells have no value: "
                            + String.join(
                                    ", ",
                                    table.broken().stream()
                                            .map(TwoWay.Broken::why)
                                            .distinct()
                                            .toList())));
        if (table.line().isPresent() && table.line().get().pieces().isEmpty())
            notes.add(Note.of(
                    Note.Kind.INFO,
                    "target-not-crossed",
                    "The figure does not cross " + Plain.of(facts.target().getAsDouble()) + " within the table."));
        notes.addAll(Indication.notesOf(worksheet));
        return new TwoWayTable(
                ID, worksheet.value(figure), table, worksheet, notes, Indication.provenance(this, context, worksheet));
    }
}
