package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.internal.Kernel;
import org.dataassay.valuation.sheet.internal.Tape;
import org.dataassay.valuation.sheet.internal.TapeBuilder;

/** Turns nodes, in topological order, into a tape and remembers each element's slot. */
final class Lowering {

    /** A root within a root is as deep as they nest: each level costs a solution per trial of the level above. */
    private static final int DEEPEST_ROOTS = 2;

    private final TapeBuilder tape = new TapeBuilder();
    private final IdentityHashMap<Node, int[]> slots = new IdentityHashMap<>();
    private final List<Node> sequence = new ArrayList<>();
    /** Nodes that depend on unknowns whose roots have not come yet, with these unknowns. */
    private final IdentityHashMap<Node, Set<Node>> waiting = new IdentityHashMap<>();
    /** The same by unknown, in order. */
    private final IdentityHashMap<Node, Set<Node>> waitingFor = new IdentityHashMap<>();

    /** Lowers all; operands must stand before their users. */
    Lowering(List<Node> ordered) {
        ordered.forEach(this::add);
    }

    private void add(Node node) {
        var awaited = awaited(node);
        if (awaited.isEmpty()) {
            lower(node);
            return;
        }
        waiting.put(node, awaited);
        for (var unknown : awaited)
            waitingFor.computeIfAbsent(unknown, u -> new LinkedHashSet<>()).add(node);
    }

    private Set<Node> awaited(Node node) {
        if (node.formula instanceof Unknown) return Set.of(node);
        var unknowns = new HashSet<Node>();
        for (var operand : node.operands) unknowns.addAll(waiting.getOrDefault(operand, Set.of()));
        if (unknowns.size() > DEEPEST_ROOTS)
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    "root",
                    DEEPEST_ROOTS + " roots within each other",
                    unknowns.size(),
                    "Solve one of them apart.");
        if (node.formula instanceof Root) unknowns.remove(node.operands.get(Root.UNKNOWN));
        return unknowns;
    }

    private void lower(Node node) {
        sequence.add(node);
        var elements = new int[node.size()];
        slots.put(node, elements);
        for (int e = 0; e < elements.length; e++) elements[e] = node.formula.lower(this, node, e);
    }

    /** Lowers the residual to a tape of its own, solves it, then lowers what waited for the unknown. */
    int root(Node residual, Node unknown, Node low, Node high) {
        if (!waiting.getOrDefault(residual, Set.of()).contains(unknown))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "root",
                    "its residual does not depend on its unknown",
                    "Use the unknown in the residual, and in one root only.");
        if (!slots.containsKey(low) || !slots.containsKey(high))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "root",
                    "its bracket depends on its unknown",
                    "Use a bracket that is known before.");
        var inner = new Lowering(List.of());
        inner.slots.put(unknown, new int[] {inner.input()});
        var inputs = new ArrayList<Integer>(List.of(slot(low, 0), slot(high, 0)));
        var copies = new HashMap<Integer, Integer>();
        for (var node : NodeOrder.of(List.of(residual), below -> below != unknown && waiting.containsKey(below))) {
            for (var operand : node.operands) {
                if (waiting.containsKey(operand) || inner.slots.containsKey(operand)) continue;
                var copied = new int[operand.size()];
                for (int e = 0; e < copied.length; e++) {
                    copied[e] = copies.computeIfAbsent(slot(operand, e), outer -> {
                        inputs.add(outer);
                        return inner.input();
                    });
                }
                inner.slots.put(operand, copied);
            }
            inner.add(node);
        }
        int result = tape.step(
                new Root.Solver(inner.build(), inner.slot(residual, 0)),
                inputs.stream().mapToInt(Integer::intValue).toArray());
        slots.put(unknown, new int[] {result});
        waiting.remove(unknown);
        var waited = waitingFor.getOrDefault(unknown, Set.of()).stream()
                .filter(waiting::containsKey)
                .toList();
        waited.forEach(waiting::remove);
        waited.forEach(this::add);
        return result;
    }

    /** Whether nodes were left out because they depend on an unknown without a root. */
    boolean isIncomplete() {
        return !waiting.isEmpty();
    }

    /** The nodes as they were lowered: what a root depends on before it, what depends on its unknown after it. */
    List<Node> sequence() {
        return sequence;
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
        if (isIncomplete())
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "root",
                    "an unknown is used outside any root",
                    "Use it in the residual of its root only.");
        return tape.build();
    }
}
