package org.dataassay.valuation.violation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/** Breaks: no foreign types in public signatures. */
public class ForeignSignature {
    protected List<? extends JsonNode> hidden = List.of();

    public Complex[] shown() {
        return new Complex[0];
    }
}
