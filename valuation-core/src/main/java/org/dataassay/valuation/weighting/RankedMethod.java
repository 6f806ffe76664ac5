package org.dataassay.valuation.weighting;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Result;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;

/**
 * A method whose answer puts the elements of an axis in an order: by weight or by score. Whatever the method, {@link RankStability} tells how far the order stands.
 *
 * @param <F> facts it needs
 * @param <R> what it comes back with
 */
public interface RankedMethod<F, R extends Result> extends SheetMethod<F, R> {

    /**
     * Writes the whole calculation.
     *
     * @return what the method closes its sheet on, and the row by which its elements are ranked
     */
    Written writeRanked(Sheet sheet, F facts, ValuationContext context);

    @Override
    default Cell write(Sheet sheet, F facts, ValuationContext context) {
        return writeRanked(sheet, facts, context).result();
    }

    /**
     * A calculation as it stands on a sheet.
     *
     * @param result on which the sheet closes
     * @param ranked by which elements are ranked, greatest first
     */
    record Written(Cell result, Row ranked) {}
}
