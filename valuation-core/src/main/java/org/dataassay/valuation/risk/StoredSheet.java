package org.dataassay.valuation.risk;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Graph;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * A calculation as it was stored, and what of it to look at.
 *
 * @param graph of the sheet, of the context's currency
 * @param figures cells to look at, in a simulation also rows; empty for the sheet's result
 */
public record StoredSheet(Graph graph, List<String> figures) {

    public StoredSheet {
        figures = List.copyOf(figures);
    }

    /** Of a worksheet, its result. */
    public static StoredSheet of(Worksheet worksheet) {
        return new StoredSheet(worksheet.graph(), List.of());
    }

    /** The sheet computed again. */
    Worksheet replay(ValuationContext context) {
        var worksheet = graph.replay();
        if (!worksheet.currency().equals(context.currency()))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "context.currency",
                    "the sheet is in " + worksheet.currency() + ", the context in " + context.currency(),
                    "Give the sheet's currency.");
        return worksheet;
    }

    List<String> watched(Worksheet worksheet) {
        return figures.isEmpty() ? List.of(worksheet.result()) : figures;
    }
}
