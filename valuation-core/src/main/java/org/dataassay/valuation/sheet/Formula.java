package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;

/**
 * One formula of the closed set: its shape, unit, value (by lowering to kernels, which bring their adjoints), spreadsheet text and display text stand in one
 * class. A formula is a value; its parameters, if any, are part of it.
 */
interface Formula {

    /** Versioned operation id, such as {@code sum@1}: its meaning never changes. */
    String id();

    /** Parameters as text that {@link Formulas#parse} reads back; doubles in hexadecimal. */
    default List<String> parameters() {
        return List.of();
    }

    Optional<Axis> axis(List<Node> operands);

    Unit unit(List<Node> operands);

    /** The tape slot that holds one element of the result. */
    int lower(Lowering tape, Node node, int element);

    /** Spreadsheet formula of one element, fully parenthesized, without the equals sign. */
    String spreadsheet(SpreadsheetTerms terms, Node node, int element);

    /** For people. */
    Display display(List<Display> operands);

    /** Text with the precedence of its outermost operator, so that only needed parentheses are written. */
    record Display(String text, int precedence) {
        static final int SUM = 1;
        static final int PRODUCT = 2;
        static final int POWER = 3;
        static final int ATOM = 4;

        static Display atom(String text) {
            return new Display(text, ATOM);
        }

        static Display call(String function, List<Display> operands) {
            return atom(function + "("
                    + String.join(", ", operands.stream().map(Display::text).toList()) + ")");
        }

        /** The text, in parentheses where its operator binds less than this one. */
        String within(int outer) {
            return precedence < outer ? "(" + text + ")" : text;
        }
    }

    /** What a formula asks for when it writes spreadsheet text. */
    interface SpreadsheetTerms {
        /** An operand's element: a cell reference, a number or an inlined formula in parentheses. */
        String element(Node operand, int element);

        /** A row operand as a range. */
        String range(Node operand);

        /** The node's own number, where a spreadsheet's iteration needs one to start from. */
        double value(Node node, int element);

        /** The node's own cell one element earlier. */
        String previous(Node node, int element);
    }
}
