package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/** A vertex of the sheet's graph: a formula on operands, with shape and unit. Immutable but for its name, which is given once. */
final class Node {

    final Formula formula;
    final List<Node> operands;
    final Optional<Axis> axis;
    final Unit unit;
    private String name = "";

    Node(Formula formula, List<Node> operands, Optional<Axis> axis, Unit unit) {
        this.formula = formula;
        this.operands = List.copyOf(operands);
        this.axis = axis;
        this.unit = unit;
    }

    /** Applies a formula; shape and unit follow from the operands. */
    static Node of(Formula formula, Node... operands) {
        var list = List.of(operands);
        return new Node(formula, list, formula.axis(list), formula.unit(list));
    }

    /** The vertex behind a figure. */
    static Node of(Figure figure) {
        return figure instanceof Cell cell ? cell.node : ((Row) figure).node;
    }

    static Node number(double value) {
        return new Node(new Fixed(List.of(value)), List.of(), Optional.empty(), Unit.NUMBER);
    }

    boolean isRow() {
        return axis.isPresent();
    }

    /** Elements of a row; 1 for a cell. */
    int size() {
        return axis.map(Axis::size).orElse(1);
    }

    String name() {
        return name;
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    void name(String path) {
        if (isNamed())
            throw InvalidInputException.of(
                    ValuationError.DUPLICATE, path, "the figure is already named " + name, "Name it once.");
        name = path;
    }

    /** The axis that the rows among the operands share. */
    static Optional<Axis> commonAxis(List<Node> operands) {
        Optional<Axis> common = Optional.empty();
        for (var operand : operands) {
            if (operand.axis.isEmpty()) continue;
            if (common.isPresent() && !common.equals(operand.axis)) {
                var a = common.get();
                var b = operand.axis.get();
                throw InvalidInputException.of(
                        ValuationError.MISMATCH,
                        operand.isNamed() ? operand.name : "row",
                        "it runs along " + b.name() + " (" + b.size() + ": "
                                + b.elements().get(0) + " …), the other along " + a.name() + " (" + a.size() + ": "
                                + a.elements().get(0) + " …)",
                        "Both must cover the same elements.");
            }
            common = operand.axis;
        }
        return common;
    }
}
