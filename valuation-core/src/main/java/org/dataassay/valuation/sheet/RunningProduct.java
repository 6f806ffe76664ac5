package org.dataassay.valuation.sheet;

import java.util.List;

/** Product of the elements up to and with each. */
final class RunningProduct extends RowFormula {

    @Override
    public String id() {
        return "runningProduct@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        Elementwise.requireDimensionless("a running product", operands.get(0));
        return Unit.FACTOR;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        int own = tape.slot(node.operands.get(0), element);
        return element == 0 ? own : tape.step(new Times(), tape.slot(node, element - 1), own);
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        var own = terms.element(node.operands.get(0), element);
        return element == 0 ? own : "(" + terms.previous(node, element) + "*" + own + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("running Π", operands);
    }
}
