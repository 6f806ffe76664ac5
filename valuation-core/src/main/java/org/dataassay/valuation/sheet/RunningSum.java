package org.dataassay.valuation.sheet;

import java.util.List;

/** Sum of the elements up to and with each. */
final class RunningSum extends RowFormula {

    @Override
    public String id() {
        return "runningSum@1";
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        int own = tape.slot(node.operands.get(0), element);
        return element == 0 ? own : tape.step(new Plus(), tape.slot(node, element - 1), own);
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        var own = terms.element(node.operands.get(0), element);
        return element == 0 ? own : "(" + terms.previous(node, element) + "+" + own + ")";
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.call("running Σ", operands);
    }
}
