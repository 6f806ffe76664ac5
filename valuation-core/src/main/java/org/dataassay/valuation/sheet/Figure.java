package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;

/**
 * A figure while a sheet is written: a {@link Cell} or a {@link Row}. Its number shows in a debugger and nowhere else; code reads numbers from the closed {@link
 * Worksheet}. Immutable.
 */
public sealed interface Figure permits Cell, Row {

    Unit unit();

    /** The first figure where {@code left} stands in the relation to {@code right}, else the second. */
    static Cell when(Cell left, Relation relation, Cell right, Cell then, Cell otherwise) {
        return new Cell(Node.of(new When(relation), left.node, right.node, then.node, otherwise.node));
    }

    /** The same element by element. */
    static Row when(Row left, Relation relation, Figure right, Figure then, Figure otherwise) {
        return new Row(Node.of(new When(relation), left.node, Node.of(right), Node.of(then), Node.of(otherwise)));
    }

    /** A function figure; see {@link SheetFunction}. */
    static Cell apply(SheetFunction function, Unit unit, List<Cell> arguments) {
        var operands = arguments.stream().map(cell -> cell.node).toList();
        var formula = new FunctionFormula(function);
        formula.unit(operands);
        return new Cell(new Node(formula, operands, Optional.empty(), unit));
    }
}
