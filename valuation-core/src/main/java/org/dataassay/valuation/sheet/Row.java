package org.dataassay.valuation.sheet;

import java.util.List;

/** A figure per element of an axis. Rows combine only on the same axis. Immutable. */
public final class Row implements Figure {

    final Node node;

    Row(Node node) {
        this.node = node;
    }

    /** Cells side by side, one per element of the axis; all of one dimension. */
    public static Row of(Axis axis, List<Cell> cells) {
        var formula = new Stack(axis);
        var operands = cells.stream().map(cell -> cell.node).toList();
        return new Row(new Node(formula, operands, formula.axis(operands), formula.unit(operands)));
    }

    @Override
    public Unit unit() {
        return node.unit;
    }

    public Axis axis() {
        return node.axis.orElseThrow();
    }

    private Row with(Formula formula, Node other) {
        return new Row(Node.of(formula, node, other));
    }

    private Row apply(Formula formula) {
        return new Row(Node.of(formula, node));
    }

    public Row plus(Row other) {
        return with(new Plus(), other.node);
    }

    public Row plus(Cell other) {
        return with(new Plus(), other.node);
    }

    public Row minus(Row other) {
        return with(new Minus(), other.node);
    }

    public Row minus(Cell other) {
        return with(new Minus(), other.node);
    }

    public Row times(Row other) {
        return with(new Times(), other.node);
    }

    public Row times(Cell other) {
        return with(new Times(), other.node);
    }

    public Row dividedBy(Row other) {
        return with(new DividedBy(), other.node);
    }

    public Row dividedBy(Cell other) {
        return with(new DividedBy(), other.node);
    }

    public Row power(Row exponent) {
        return with(new Power(), exponent.node);
    }

    public Row power(Cell exponent) {
        return with(new Power(), exponent.node);
    }

    public Row min(Row other) {
        return with(new Min(), other.node);
    }

    public Row min(Cell other) {
        return with(new Min(), other.node);
    }

    public Row max(Row other) {
        return with(new Max(), other.node);
    }

    public Row max(Cell other) {
        return with(new Max(), other.node);
    }

    /** To a fixed power; whole and half exponents are exact products and roots. */
    public Row power(double exponent) {
        return power(Cell.number(exponent));
    }

    public Row negated() {
        return apply(new Negated());
    }

    public Row exp() {
        return apply(new Exp());
    }

    public Row log() {
        return apply(new Log());
    }

    public Row sqrt() {
        return apply(new Sqrt());
    }

    public Row abs() {
        return apply(new Abs());
    }

    public Row normalCdf() {
        return apply(new NormalCdf());
    }

    public Row runningSum() {
        return apply(new RunningSum());
    }

    public Row runningProduct() {
        return apply(new RunningProduct());
    }

    /** Left to right in element order. */
    public Cell sum() {
        return new Cell(Node.of(new Sum(), node));
    }

    /** Left to right in element order. */
    public Cell product() {
        return new Cell(Node.of(new Product(), node));
    }

    /** One element, counted from 0. */
    public Cell at(int element) {
        return new Cell(Node.of(new ElementAt(element), node));
    }

    /** The last element. */
    public Cell last() {
        return at(axis().size() - 1);
    }

    /** Moved {@code by} elements to the right (negative: left); what moves in is the fill. */
    public Row shift(int by, Cell fill) {
        return new Row(Node.of(new Shift(by), node, fill.node));
    }

    /** The same figures with another label; the dimension must be the same. */
    public Row as(Unit unit) {
        if (!node.unit.sameDimension(unit)) throw node.unit.mismatch(unit, "a label does not change the dimension");
        return new Row(new Node(new Same(), List.of(node), node.axis, unit));
    }

    /** For the debugger: name, formula and the numbers. */
    @Override
    public String toString() {
        return Peek.at(node);
    }
}
