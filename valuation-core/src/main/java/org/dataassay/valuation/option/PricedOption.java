package org.dataassay.valuation.option;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What an option is worth, and how that moves.
 *
 * @param method id of the method
 * @param value in the context's currency, not rounded
 * @param greeks by the sheet's derivatives, gamma in closed form
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record PricedOption(
        MethodId method, double value, Greeks greeks, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Finding, WithWorksheet {

    public PricedOption {
        notes = List.copyOf(notes);
    }
}
