package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * Cells side by side as a row.
 *
 * @param along the axis; one cell per element
 */
record Stack(Axis along) implements Formula {

    @Override
    public String id() {
        return "stack@1";
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        if (operands.size() != along.size() || operands.stream().anyMatch(Node::isRow))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    id(),
                    "it takes one cell for each of the " + along.size() + " elements of " + along.name(),
                    "Give as many cells.");
        return Optional.of(along);
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.stream().map(node -> node.unit).reduce(Unit::plus).orElseThrow();
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        return tape.slot(node.operands.get(element), 0);
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return terms.element(node.operands.get(element), 0);
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("", operands);
    }
}
