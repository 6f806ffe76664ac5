package org.dataassay.valuation.sheet;

import java.util.function.UnaryOperator;

/** A figure's formula for people: named operands by their last name, unnamed ones written out. */
final class FormulaText {

    /** Operations written out; the rest is cut off, for a reader has lost the thread long before. Also bounds text that shares a part over and over. */
    private static final int MOST = 40;

    private final UnaryOperator<String> label;
    private int left = MOST;

    private FormulaText(UnaryOperator<String> label) {
        this.label = label;
    }

    static String of(Node node) {
        return of(node, FormulaText::shortName);
    }

    static String of(Node node, UnaryOperator<String> label) {
        return new FormulaText(label).formula(node).text();
    }

    private Formula.Display formula(Node node) {
        if (node.formula instanceof Fixed && node.isRow()) return Formula.Display.atom("fixed");
        if (left-- <= 0) return Formula.Display.atom("…");
        return node.formula.display(node.operands.stream().map(this::operand).toList());
    }

    private Formula.Display operand(Node operand) {
        return operand.isNamed() ? Formula.Display.atom(label.apply(operand.name())) : formula(operand);
    }

    static String shortName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
