package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;

/** The figure that a {@link Root} solves for, as it stands inside the residual. Each is its own. */
final class Unknown implements Formula {

    @Override
    public String id() {
        return "unknown@1";
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        return Optional.empty();
    }

    @Override
    public Unit unit(List<Node> operands) {
        return Unit.NUMBER;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        throw new IllegalStateException("an unknown is lowered with its root");
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return terms.element(node, element);
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.atom("x");
    }
}
