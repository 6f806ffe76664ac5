package org.dataassay.valuation.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/** The nodes below some roots, operands before users, in an order that depends only on how the sheet was written. Never recursive: chains may be long. */
final class NodeOrder {

    /** Most nodes that a sheet may have. */
    static final int MAXIMUM = 100_000;

    private NodeOrder() {}

    static List<Node> of(Iterable<Node> roots) {
        return of(roots, node -> true);
    }

    /** The same, never entering nodes that {@code enter} refuses. */
    static List<Node> of(Iterable<Node> roots, Predicate<Node> enter) {
        var ordered = new ArrayList<Node>();
        var seen = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var path = new ArrayDeque<Visit>();
        for (var root : roots) {
            if (enter.test(root) && seen.add(root)) path.push(new Visit(root));
            while (!path.isEmpty()) {
                var visit = path.peek();
                if (visit.next < visit.node.operands.size()) {
                    var operand = visit.node.operands.get(visit.next++);
                    if (enter.test(operand) && seen.add(operand)) path.push(new Visit(operand));
                } else {
                    ordered.add(path.pop().node);
                    if (ordered.size() > MAXIMUM)
                        throw InvalidInputException.of(
                                ValuationError.TOO_LARGE,
                                "sheet",
                                MAXIMUM + " figures",
                                "more",
                                "Split the calculation.");
                }
            }
        }
        return ordered;
    }

    private static final class Visit {
        private final Node node;
        private int next;

        private Visit(Node node) {
            this.node = node;
        }
    }
}
