package org.dataassay.valuation.risk;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.TwoWay;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * One figure over two inputs.
 *
 * @param method id of the method
 * @param base the figure on the sheet as it stands
 * @param table its numbers, and the line of the target where one is asked for
 * @param worksheet the sheet as it stands
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record TwoWayTable(
        MethodId method, double base, TwoWay table, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Finding, WithWorksheet {

    public TwoWayTable {
        notes = List.copyOf(notes);
    }
}
