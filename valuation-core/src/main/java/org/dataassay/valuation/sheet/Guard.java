package org.dataassay.valuation.sheet;

import java.util.List;

/**
 * A condition that must hold: at the base point a violation is an error, in a simulation the draw is rejected and counted.
 *
 * @param name path of the guard
 * @param left a cell, or a row checked element by element
 * @param relation in which left must stand to right
 * @param right a cell or a row on the same axis, in the same unit
 * @param remedy what to do where it does not hold
 */
record Guard(String name, Node left, Relation relation, Node right, String remedy) {

    Guard {
        Node.commonAxis(List.of(left, right));
        if (!left.unit.sameDimension(right.unit)) throw left.unit.mismatch(right.unit, "a guard compares one unit");
    }

    int size() {
        return Math.max(left.size(), right.size());
    }

    String rule() {
        return FormulaText.of(naming(left)) + " " + relation.symbol() + " " + FormulaText.of(naming(right));
    }

    /** A named figure is called by its name. */
    private static Node naming(Node node) {
        return node.isNamed() ? new Node(new Same(), List.of(node), node.axis, node.unit) : node;
    }
}
