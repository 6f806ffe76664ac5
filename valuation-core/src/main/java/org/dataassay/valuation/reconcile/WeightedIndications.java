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
     * Writes {@code indication}, {@code weight} and {@code value}.
     *
     * @param names of the indications
     * @param indications one each
     * @param weights one each, summing to 1
     */
    public static Cell write(Sheet sheet, List<String> names, List<Cell> indications, List<Input<Double>> weights) {
        var axis = sheet.axis("indications", names);
        var indication = sheet.let("indication", Row.of(axis, indications));
        var weight = sheet.given("weight", Unit.SHARE, axis, weights);
        return sheet.let("value", indication.times(weight).sum());
    }
}
