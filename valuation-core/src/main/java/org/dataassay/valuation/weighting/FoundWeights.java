package org.dataassay.valuation.weighting;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Weights that a method found.
 *
 * @param method id of the method
 * @param weights that sum to 1
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record FoundWeights(
        MethodId method, Weights weights, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Finding, WithWorksheet {

    public FoundWeights {
        notes = List.copyOf(notes);
    }

    /** The weights as inputs of another sheet, with this finding as their source. */
    public List<Input<Double>> inputs() {
        return weights.inputs(source(provenance));
    }

    /** What a figure found by a method is called elsewhere: estimated by the method, from inputs of this digest. */
    static Source source(Provenance provenance) {
        return Source.estimated(provenance.method().toString(), "inputs " + provenance.inputDigest());
    }
}
