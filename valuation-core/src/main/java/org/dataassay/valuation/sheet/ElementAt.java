package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * One element of a row.
 *
 * @param element number of the element from 0
 */
record ElementAt(int element) implements Formula {

    @Override
    public String id() {
        return "elementAt@1";
    }

    @Override
    public List<String> parameters() {
        return List.of(Integer.toString(element));
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        var row = operands.get(0);
        if (!row.isRow() || element < 0 || element >= row.size())
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    id(),
                    "an element from 0 to " + (row.size() - 1),
                    element,
                    "Check the position.");
        return Optional.empty();
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit;
    }

    @Override
    public int lower(Lowering tape, Node node, int ignored) {
        return tape.slot(node.operands.get(0), element);
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int ignored) {
        return terms.element(node.operands.get(0), element);
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.atom(operands.get(0).within(Display.ATOM) + "[" + (element + 1) + "]");
    }
}
