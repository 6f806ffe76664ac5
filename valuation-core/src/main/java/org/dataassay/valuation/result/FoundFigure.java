package org.dataassay.valuation.result;

import java.util.List;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * The one figure that a {@link FigureMethod} found.
 *
 * @param method id of the method
 * @param value in the unit
 * @param unit what it is measured in
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record FoundFigure(
        MethodId method, double value, Unit unit, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Finding, WithWorksheet {

    public FoundFigure {
        notes = List.copyOf(notes);
    }
}
