package org.dataassay.valuation.result;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * A method whose result is a formula: it writes into the sheet it is handed, so that another method or an appraisal can take it as a section.
 *
 * @param <F> facts it needs
 * @param <R> what it comes back with
 */
public interface SheetMethod<F, R extends Result> extends Method<F, R> {

    /**
     * Writes the calculation and returns its result, a named figure. Opens no sheet and reads no number.
     *
     * @param sheet to write into, or a section of it
     */
    Cell write(Sheet sheet, F facts, ValuationContext context);

    /** Figures to be rounded on the way; only to reproduce a published calculation. */
    default Rounding rounding() {
        return Rounding.NONE;
    }

    /**
     * What a reader must know beyond what every sheet says of itself.
     *
     * @param section path of the method's section, ending in a slash; empty where it has the sheet for itself
     */
    default List<Note> remarks(F facts, ValuationContext context, Worksheet worksheet, String section) {
        return List.of();
    }
}
