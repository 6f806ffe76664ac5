package org.dataassay.valuation.reconcile;

import java.util.List;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** V = Σ wᵢ · Vᵢ over indications, the last section of an appraisal's sheet. */
public final class WeightedIndications {

    private WeightedIndications() {}

    /**
     * Writes the row of weights and the weighted value.
     *
     * @param indication one per method
     * @param weights one each, summing to 1
     */
    public static Cell write(Sheet sheet, Row indication, List<Input<Double>> weights) {
        var weight = sheet.given("weight", Unit.SHARE, indication.axis(), weights);
        return sheet.let("value", indication.times(weight).sum());
    }
}
