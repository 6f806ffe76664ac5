package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** A formula that makes one figure of a row. Two are equal when of one class. */
abstract class Reduction implements Formula {

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        if (!operands.get(0).isRow())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH, id(), "it takes a row, not a cell", "Drop it, or use a row.");
        return Optional.empty();
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return function() + "(" + terms.range(node.operands.get(0)) + ")";
    }

    abstract String function();

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
