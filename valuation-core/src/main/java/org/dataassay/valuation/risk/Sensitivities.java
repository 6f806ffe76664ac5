package org.dataassay.valuation.risk;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Derivatives;
import org.dataassay.valuation.sheet.Spider;
import org.dataassay.valuation.sheet.Tornado;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What moves one figure.
 *
 * @param method id of the method
 * @param figure that moves
 * @param base its number
 * @param tornado how far it moves with each uncertain input alone, widest first
 * @param slopes its derivative and elasticity by every input, in the order of the sheet
 * @param spider the figure when each input alone changes by the same shares
 * @param worksheet at the base values
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record Sensitivities(
        MethodId method,
        String figure,
        double base,
        List<Tornado.Swing> tornado,
        List<Derivatives.Partial> slopes,
        Spider spider,
        Worksheet worksheet,
        List<Note> notes,
        Provenance provenance)
        implements Finding, WithWorksheet {

    public Sensitivities {
        tornado = List.copyOf(tornado);
        slopes = List.copyOf(slopes);
        notes = List.copyOf(notes);
    }
}
