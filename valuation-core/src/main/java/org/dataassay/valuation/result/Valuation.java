package org.dataassay.valuation.result;

import java.util.List;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What one method says an asset is worth: an indication, not yet a conclusion.
 *
 * @param method id of the method
 * @param amount rounded once, here
 * @param range low and high and what they mean
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record Valuation(
        MethodId method, Money amount, Range range, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Result, WithWorksheet {

    public Valuation {
        notes = List.copyOf(notes);
    }

    /** The same indication with another range. */
    Valuation withRange(Range other) {
        return new Valuation(method, amount, other, worksheet, notes, provenance);
    }
}
