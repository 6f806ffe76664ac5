package org.dataassay.valuation.risk;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Distributions of figures.
 *
 * @param method id of the method
 * @param result one spread per figure watched
 * @param worksheet at the base values
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record SimulatedFigures(
        MethodId method, SimulationResult result, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Finding, WithWorksheet {

    public SimulatedFigures {
        notes = List.copyOf(notes);
    }
}
