package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.dataassay.valuation.sheet.internal.Kernel;
import org.dataassay.valuation.sheet.internal.Tape;
import org.dataassay.valuation.sheet.internal.TapeBuilder;

/** Turns nodes, in topological order, into a tape and remembers each element's slot. */
final class Lowering {

    private final TapeBuilder tape = new TapeBuilder();
    private final Map<Node, int[]> slots = new IdentityHashMap<>();
    /** Nodes that depend on an unknown whose root has not come yet, in order. */
    private final List<Node> waiting = new ArrayList<>();

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Lowers all; operands must stand before their users. */
    Lowering(List<Node> ordered) {
        for (var node : ordered) add(node);
    }

    private void add(Node node) {
        boolean waits = node.formula instanceof Unknown
                || !(node.formula instanceof Root) && node.operands.stream().anyMatch(open::contains);
        if (waits) {
            open.add(node);
            waiting.add(node);
        } else {
            lower(node);
        }
    }

    private void lower(Node node) {
        var elements = new int[node.size()];
        slots.put(node, elements);
        for (int e = 0; e < elements.length; e++) elements[e] = node.formula.lower(this, node, e);
    }

    /** Lowers the residual to a tape of its own, solves it, then lowers what waited for the unknown. */
    int root(Node residual, Node unknown, Node low, Node high) {
        var inner = new Lowering(List.of());
        inner.slots.put(unknown, new int[] {inner.input()});
        var inside = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        inside.add(unknown);
        var inputs = new ArrayList<Integer>(List.of(slot(low, 0), slot(high, 0)));
        var dependents = waiting.stream()
                .filter(node ->
                        node != unknown && node.operands.stream().anyMatch(inside::contains) && inside.add(node))
                .toList();
        var innerSlot = new HashMap<Integer, Integer>();
        for (var node : dependents) {
            for (var operand : node.operands) {
                if (inside.contains(operand) || inner.slots.containsKey(operand)) continue;
                var copies = new int[operand.size()];
                for (int e = 0; e < copies.length; e++) {
                    int from = slot(operand, e);
                    copies[e] = innerSlot.computeIfAbsent(from, s -> {
                        inputs.add(s);
                        return inner.input();
                    });
                }
                inner.slots.put(operand, copies);
            }
            inner.add(node);
        }
        int result = tape.step(
                new Root.Solver(inner.build(), inner.slot(residual, 0)),
                inputs.stream().mapToInt(Integer::intValue).toArray());
        open.removeAll(inside);
        waiting.removeIf(inside::contains);
        slots.put(unknown, new int[] {result});
        for (var node : dependents) add(node);
        return result;
    }

    /** Slot of an element; a cell has one for all. */
    int slot(Node node, int element) {
        var elements = slots.get(node);
        if (elements == null) throw new IllegalStateException("operand not lowered yet: " + node.formula.id());
        return elements[node.isRow() ? element : 0];
    }

    int[] slots(Node node) {
        var elements = new int[node.size()];
        for (int e = 0; e < elements.length; e++) elements[e] = slot(node, e);
        return elements;
    }

    int input() {
        return tape.input();
    }

    int fixed(double value) {
        return tape.fixed(value);
    }

    /** The number of a slot that depends on no input. */
    OptionalDouble fixedValue(int slot) {
        return tape.fixedValue(slot);
    }

    int step(Kernel kernel, int... in) {
        return tape.step(kernel, in);
    }

    Tape build() {
        return tape.build();
    }
}
