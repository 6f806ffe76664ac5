package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * A row moved along its axis; elements moved in take the fill, the second operand.
 *
 * @param by elements to the right; negative to the left
 */
record Shift(int by) implements Formula {

    @Override
    public String id() {
        return "shift@1";
    }

    @Override
    public List<String> parameters() {
        return List.of(Integer.toString(by));
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        if (!operands.get(0).isRow() || operands.get(1).isRow())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH, id(), "it takes a row and a cell to fill with", "Use a row.");
        return operands.get(0).axis;
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit.plus(operands.get(1).unit);
    }

    private boolean isFilled(Node row, int element) {
        return (long) element - by < 0 || (long) element - by >= row.size();
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        var row = node.operands.get(0);
        return isFilled(row, element) ? tape.slot(node.operands.get(1), 0) : tape.slot(row, element - by);
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        var row = node.operands.get(0);
        return isFilled(row, element) ? terms.element(node.operands.get(1), 0) : terms.element(row, element - by);
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.atom("shift(" + operands.get(0).text() + ", " + by + ", "
                + operands.get(1).text() + ")");
    }
}
