package org.dataassay.valuation.risk;

import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.TwoWay;

/**
 * Facts of {@link RiskTwoWay}.
 *
 * @param sheet the calculation, and at most one figure to look at in place of its result
 * @param rows the input that changes from row to row
 * @param columns the input that changes from column to column; at most {@link TwoWay#MOST_CELLS} cells
 * @param target whose line through the table is asked for
 */
public record TwoWayFacts(StoredSheet sheet, TwoWay.Scale rows, TwoWay.Scale columns, OptionalDouble target) {

    public TwoWayFacts {
        var check = new Check()
                .that(
                        sheet.figures().size() <= 1,
                        "sheet.figures",
                        "at most one",
                        sheet.figures().size(),
                        "Ask for one figure at a time.")
                .that(
                        target.isEmpty() || Double.isFinite(target.getAsDouble()),
                        "target",
                        "a finite number",
                        target.orElse(0),
                        "Say what the figure shall be.");
        long cells = (long) rows.values().size() * columns.values().size();
        if (cells > TwoWay.MOST_CELLS)
            check.add(Problem.of(
                    ValuationError.TOO_LARGE,
                    "columns.values",
                    TwoWay.MOST_CELLS + " cells of the table",
                    cells,
                    "Take fewer numbers of each input."));
        check.done();
    }
}
