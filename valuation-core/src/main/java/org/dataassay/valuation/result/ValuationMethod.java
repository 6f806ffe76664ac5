package org.dataassay.valuation.result;

import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * A method that indicates a value in money. Whatever the method, {@link #evaluate} opens a sheet, lets it {@link #write}, closes it and rounds once; nothing
 * overrides it.
 *
 * @param <F> facts it needs
 */
public interface ValuationMethod<F> extends SheetMethod<F, Valuation> {

    /** The method's own range, such as the spread of adjusted prices; takes precedence over simulated percentiles. */
    default Optional<Range> range(F facts, ValuationContext context, Worksheet worksheet, String section) {
        return Optional.empty();
    }

    @Override
    default Valuation evaluate(F facts, ValuationContext context) {
        return Indication.of(this, facts, context);
    }
}
