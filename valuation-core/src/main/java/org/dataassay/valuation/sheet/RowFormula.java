package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** A formula from a row to a row on the same axis. Two without parameters are equal when of one class. */
abstract class RowFormula implements Formula {

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        if (!operands.get(0).isRow())
            throw InvalidInputException.of(ValuationError.MISMATCH, id(), "it takes a row, not a cell", "Use a row.");
        return operands.get(0).axis;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // formulas without parameters differ by class alone
    public boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
