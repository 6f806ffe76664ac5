package org.dataassay.valuation.weighting;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What {@link Combination} found.
 *
 * @param method id of the method
 * @param weights combined, summing to 1
 * @param agreement of the orders in which the sets put the names
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record CombinedWeights(
        MethodId method,
        Weights weights,
        RankAgreement agreement,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    public CombinedWeights {
        notes = List.copyOf(notes);
    }

    /** The weights as inputs of another sheet, with this finding as their source. */
    public List<Input<Double>> inputs() {
        return weights.inputs(FoundWeights.source(provenance));
    }
}
