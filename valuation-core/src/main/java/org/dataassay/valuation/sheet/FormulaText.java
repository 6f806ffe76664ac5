package org.dataassay.valuation.sheet;

import java.util.function.UnaryOperator;

/** A figure's formula for people: named operands by their last name, unnamed ones written out. */
final class FormulaText {

    /** Beyond this depth an unnamed formula is cut off; a reader has lost the thread long before. */
    private static final int DEEPEST = 12;

    private FormulaText() {}

    static String of(Node node) {
        return of(node, FormulaText::shortName);
    }

    static String of(Node node, UnaryOperator<String> label) {
        return formula(node, label, 0).text();
    }

    private static Formula.Display formula(Node node, UnaryOperator<String> label, int depth) {
        if (node.formula instanceof Fixed && node.isRow())
            return Formula.Display.atom(node.isNamed() && depth > 0 ? label.apply(node.name()) : "fixed");
        if (depth > DEEPEST) return Formula.Display.atom("…");
        return node.formula.display(node.operands.stream()
                .map(operand -> operand(operand, label, depth))
                .toList());
    }

    private static Formula.Display operand(Node operand, UnaryOperator<String> label, int depth) {
        return operand.isNamed()
                ? Formula.Display.atom(label.apply(operand.name()))
                : formula(operand, label, depth + 1);
    }

    static String shortName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
