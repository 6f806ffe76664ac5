package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;

/** The operand itself, under another name or label. */
record Same() implements Formula {

    @Override
    public String id() {
        return "same@1";
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        return operands.get(0).axis;
    }

    @Override
    public Unit unit(List<Node> operands) {
        return operands.get(0).unit;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        return tape.slot(node.operands.get(0), element);
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return terms.element(node.operands.get(0), element);
    }

    @Override
    public Display display(List<Display> operands) {
        return operands.get(0);
    }
}
