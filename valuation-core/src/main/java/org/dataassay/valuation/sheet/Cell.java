package org.dataassay.valuation.sheet;

import java.util.List;

/** One figure. Formulas on cells give cells; with a row among the operands, rows. Immutable. */
public final class Cell implements Figure {

    /** The number 1. */
    public static final Cell ONE = number(1);
    /** The number 0. */
    public static final Cell ZERO = number(0);

    final Node node;

    Cell(Node node) {
        this.node = node;
    }

    /** A number that belongs to the formula, such as ½; no input. */
    public static Cell number(double value) {
        return new Cell(Node.number(value));
    }

    @Override
    public Unit unit() {
        return node.unit;
    }

    private Cell with(Formula formula, Cell other) {
        return new Cell(Node.of(formula, node, other.node));
    }

    private Row with(Formula formula, Row other) {
        return new Row(Node.of(formula, node, other.node));
    }

    private Cell apply(Formula formula) {
        return new Cell(Node.of(formula, node));
    }

    public Cell plus(Cell other) {
        return with(new Plus(), other);
    }

    public Row plus(Row other) {
        return with(new Plus(), other);
    }

    public Cell minus(Cell other) {
        return with(new Minus(), other);
    }

    public Row minus(Row other) {
        return with(new Minus(), other);
    }

    public Cell times(Cell other) {
        return with(new Times(), other);
    }

    public Row times(Row other) {
        return with(new Times(), other);
    }

    public Cell dividedBy(Cell other) {
        return with(new DividedBy(), other);
    }

    public Row dividedBy(Row other) {
        return with(new DividedBy(), other);
    }

    public Cell power(Cell exponent) {
        return with(new Power(), exponent);
    }

    public Row power(Row exponents) {
        return with(new Power(), exponents);
    }

    /** To a fixed power; whole and half exponents are exact products and roots. */
    public Cell power(double exponent) {
        return power(number(exponent));
    }

    public Cell min(Cell other) {
        return with(new Min(), other);
    }

    public Cell max(Cell other) {
        return with(new Max(), other);
    }

    public Cell negated() {
        return apply(new Negated());
    }

    public Cell exp() {
        return apply(new Exp());
    }

    public Cell log() {
        return apply(new Log());
    }

    public Cell sqrt() {
        return apply(new Sqrt());
    }

    public Cell abs() {
        return apply(new Abs());
    }

    /** The standard normal distribution function. */
    public Cell normalCdf() {
        return apply(new NormalCdf());
    }

    /** The same figure with another label, such as a factor that is a share; the dimension must be the same. */
    public Cell as(Unit unit) {
        if (!node.unit.sameDimension(unit)) throw node.unit.mismatch(unit, "a label does not change the dimension");
        return new Cell(new Node(new Same(), List.of(node), node.axis, unit));
    }

    /** For the debugger: name, formula and the number. */
    @Override
    public String toString() {
        return Peek.at(node);
    }
}
