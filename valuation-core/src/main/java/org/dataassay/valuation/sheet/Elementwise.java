package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.sheet.internal.Kernel;
import org.jspecify.annotations.Nullable;

/** A formula that is its own kernel and works element by element; cells among the operands serve every element. */
abstract class Elementwise implements Formula, Kernel {

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        return Node.commonAxis(operands);
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        var in = new int[node.operands.size()];
        for (int k = 0; k < in.length; k++) in[k] = tape.slot(node.operands.get(k), element);
        return tape.step(this, in);
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return spreadsheet(node.operands.stream()
                .map(operand -> terms.element(operand, element))
                .toList());
    }

    /** Spreadsheet text from that of the operands. */
    abstract String spreadsheet(List<String> operands);

    /** Formulas without parameters are equal when of one class. */
    @Override
    @SuppressWarnings("EqualsGetClass") // formulas without parameters differ by class alone
    public boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    static void requireDimensionless(String operation, Node operand) {
        if (!operand.unit.isDimensionless())
            throw operand.unit.mismatch(Unit.FACTOR, operation + " takes a plain number");
    }
}
