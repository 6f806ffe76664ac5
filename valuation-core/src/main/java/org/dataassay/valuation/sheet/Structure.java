package org.dataassay.valuation.sheet;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** How a sheet's result is computed, apart from its inputs: what two sheets must have in common for their inputs to be compared. */
final class Structure {

    private final List<Node> nodes;
    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();

    Structure(Worksheet sheet) {
        this.nodes = NodeOrder.of(List.of(sheet.cell(sheet.result())));
        for (var node : nodes) numbers.put(node, numbers.size());
    }

    static String section(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /** Whether the result depends on a figure. */
    boolean has(Node node) {
        return numbers.containsKey(node);
    }

    /** Whether both are computed by the same formulas; axes of dates may differ, and with them structural numbers along them. */
    boolean hasShapeOf(Structure other) {
        if (nodes.size() != other.nodes.size()) return false;
        boolean sameLengths = true;
        for (int i = 0; i < nodes.size(); i++)
            sameLengths &= nodes.get(i).size() == other.nodes.get(i).size();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var twin = other.nodes.get(i);
            if (!isAlike(node, twin, other)) return false;
            boolean isFree =
                    !sameLengths && !node.isRow() || node.isRow() && Alignment.isDated(node.axis.orElseThrow());
            if (node.formula instanceof Fixed fixed && !isFree && !fixed.equals(twin.formula)) return false;
        }
        return true;
    }

    private boolean isAlike(Node node, Node twin, Structure other) {
        var operands = node.operands.stream().map(numbers::get).toList();
        var twins = twin.operands.stream().map(other.numbers::get).toList();
        return operands.equals(twins)
                && node.unit.equals(twin.unit)
                && isSameAxis(node, twin)
                && formula(node).equals(formula(twin))
                && (!(node.formula instanceof Given) || node.name().equals(twin.name()));
    }

    private static boolean isSameAxis(Node node, Node twin) {
        return node.axis.equals(twin.axis)
                || node.isRow()
                        && twin.isRow()
                        && Alignment.sameDated(node.axis.orElseThrow(), twin.axis.orElseThrow());
    }

    /** Id and parameters, without what moves with the inputs or the length of an axis. */
    private static String formula(Node node) {
        if (node.formula instanceof Given || node.formula instanceof Fixed) return node.formula.id();
        boolean isLast = node.formula instanceof ElementAt at
                && at.element() == node.operands.get(0).size() - 1;
        return node.formula.id() + (isLast ? "last" : node.formula.parameters());
    }

    /** Sections in which a figure came, went, or is computed in another way or with other structural numbers. */
    Set<String> sectionsUnlike(Structure other) {
        var mine = figures();
        var theirs = other.figures();
        var unlike = new TreeSet<String>();
        for (var names : List.of(mine.keySet(), theirs.keySet())) {
            for (var name : names) {
                if (!Objects.equals(mine.get(name), theirs.get(name))) unlike.add(section(name));
            }
        }
        return Collections.unmodifiableSet(unlike);
    }

    private Map<String, List<String>> figures() {
        var figures = new LinkedHashMap<String, List<String>>();
        for (var node : nodes) {
            if (!node.isNamed()) continue;
            var axis = node.axis.map(Axis::name).orElse("");
            var shown = node.formula instanceof Given
                    ? ""
                    : node.formula instanceof Fixed fixed ? fixed.parameters().toString() : FormulaText.of(node);
            figures.put(node.name(), List.of(node.formula.id(), shown, axis, node.unit.toString()));
        }
        return figures;
    }
}
