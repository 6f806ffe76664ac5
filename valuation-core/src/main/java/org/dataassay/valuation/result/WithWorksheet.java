package org.dataassay.valuation.result;

import org.dataassay.valuation.sheet.Explanation;
import org.dataassay.valuation.sheet.Worksheet;

/** A result whose whole calculation stands on a sheet. */
public interface WithWorksheet {

    /** Every figure, and all readings of the calculation. */
    Worksheet worksheet();

    /** Each figure with its formula, inputs and source. */
    default Explanation explanation() {
        return worksheet().explain();
    }
}
