package org.dataassay.valuation.result;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.sheet.Sheet;

/**
 * A method that finds one figure other than a value: a rate, a life, a unit cost. Its sheet is evaluated as that of a {@link ValuationMethod}, but nothing is
 * rounded; nothing overrides {@link #evaluate}.
 *
 * @param <F> facts it needs
 */
public interface FigureMethod<F> extends SheetMethod<F, FoundFigure> {

    @Override
    default FoundFigure evaluate(F facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        return Indication.found(this, facts, context, sheet.close(write(sheet, facts, context)));
    }
}
