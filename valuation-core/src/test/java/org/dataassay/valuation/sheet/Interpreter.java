package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Erf;

/**
 * A second, independent reading of a stored sheet: walks the public {@link Graph} by operation id with {@link StrictMath}, sharing no code with the tape.
 *
 * <p>Beside each number it carries the largest absolute term that went into it, by first-order error propagation: what rounding errors of the operations
 * can amount to, in units of the roundoff.
 */
final class Interpreter {

    /** A number and the size of the terms it was made of. */
    record Term(double value, double size) {
        Term {
            size = Math.max(size, Math.abs(value));
        }
    }

    private final Graph graph;
    private final Map<List<Integer>, Double> changed = new HashMap<>();
    private final Map<Integer, Integer> rootOf = new HashMap<>();
    private final Term[][] known;
    private final Map<Integer, Double> unknowns = new HashMap<>();
    private final Map<Integer, BitSet> dependentsOf = new HashMap<>();
    /** Which way every min, max, abs and when went, in order of evaluation. */
    private List<Boolean> branches = new ArrayList<>();

    Interpreter(Graph graph) {
        this.graph = graph;
        this.known = new Term[graph.vertices().size()][];
        for (int v = 0; v < graph.vertices().size(); v++) {
            if (graph.vertices().get(v).operation().equals("root@1"))
                rootOf.put(graph.vertices().get(v).operands().get(1), v);
        }
    }

    /** Moves one element of an input; forgets everything computed. */
    Interpreter change(int vertex, int element, double value) {
        changed.put(List.of(vertex, element), value);
        Arrays.fill(known, null);
        branches = new ArrayList<>();
        return this;
    }

    List<Boolean> branches() {
        return branches;
    }

    int size(int vertex) {
        return graph.vertices()
                .get(vertex)
                .axis()
                .map(axis -> graph.axes().get(axis).size())
                .orElse(1);
    }

    private boolean isRow(int vertex) {
        return graph.vertices().get(vertex).axis().isPresent();
    }

    Term term(int vertex, int element) {
        int e = isRow(vertex) ? element : 0;
        if (known[vertex] != null && known[vertex][e] != null) return known[vertex][e];
        var term = compute(vertex, e);
        if (known[vertex] == null) known[vertex] = new Term[size(vertex)];
        known[vertex][e] = term;
        return term;
    }

    private Term compute(int vertex, int e) {
        var v = graph.vertices().get(vertex);
        var operands = v.operands();
        switch (v.operation()) {
            case "given@1", "fixed@1":
                double value =
                        changed.getOrDefault(List.of(vertex, e), v.values().get(e));
                return new Term(value, 0);
            case "unknown@1":
                return unknowns.containsKey(vertex) ? new Term(unknowns.get(vertex), 0) : term(rootOf.get(vertex), 0);
            case "root@1":
                return root(
                        operands.get(0),
                        operands.get(1),
                        term(operands.get(2), 0).value,
                        term(operands.get(3), 0).value);
            case "irr@1":
                return irr(operands.get(0), operands.get(1));
            case "sum@1", "product@1", "runningSum@1", "runningProduct@1":
                return fold(
                        v.operation(),
                        operands.get(0),
                        v.operation().startsWith("running") ? e : size(operands.get(0)) - 1);
            case "elementAt@1":
                return term(operands.get(0), Integer.parseInt(v.parameters().get(0)));
            case "stack@1":
                return term(operands.get(e), 0);
            case "shift@1":
                int from = e - Integer.parseInt(v.parameters().get(0));
                return from < 0 || from >= size(operands.get(0))
                        ? term(operands.get(1), 0)
                        : term(operands.get(0), from);
            case "when@1":
                boolean holds =
                        holds(v.parameters().get(0), term(operands.get(0), e).value, term(operands.get(1), e).value);
                branches.add(holds);
                return term(operands.get(holds ? 2 : 3), e);
            case "function@1":
                return function(
                        v.parameters().get(0),
                        operands.stream().map(o -> term(o, e)).toList());
            default:
                return operands.size() == 1
                        ? unary(v.operation(), v.parameters(), term(operands.get(0), e))
                        : binary(v.operation(), term(operands.get(0), e), term(operands.get(1), e));
        }
    }

    /** Bisection of the present value of one outlay and later returns, which falls as the rate rises. */
    private Term irr(int flows, int years) {
        int n = size(flows);
        double low = -20;
        double high = 20;
        for (double middle = 0; middle != low && middle != high; middle = low + (high - low) / 2) {
            double value = 0;
            for (int e = 0; e < n; e++) value += term(flows, e).value * StrictMath.exp(-middle * term(years, e).value);
            if (value > 0) low = middle;
            else high = middle;
        }
        double slope = 0;
        double size = 0;
        for (int e = 0; e < n; e++) {
            double factor = StrictMath.exp(-low * term(years, e).value);
            slope += term(years, e).value * term(flows, e).value * factor;
            size += (Math.abs(term(flows, e).value) + term(flows, e).size) * factor;
        }
        double rate = StrictMath.expm1(low);
        return new Term(rate, 1 + (1 + rate) * size / Math.abs(slope));
    }

    private Term unary(String operation, List<String> parameters, Term a) {
        double x = a.value;
        return switch (operation) {
            case "same@1" -> a;
            case "negated@1" -> new Term(-x, a.size);
            case "exp@1" -> new Term(StrictMath.exp(x), StrictMath.exp(x) * (1 + a.size));
            case "log@1" -> new Term(StrictMath.log(x), a.size / x);
            case "sqrt@1" -> new Term(Math.sqrt(x), a.size / Math.sqrt(x));
            case "normalCdf@1" -> new Term(0.5 * Erf.erfc(-x / Math.sqrt(2)), 1 + a.size);
            case "round@1" -> new Term(x, a.size);
            case "abs@1" -> {
                branches.add(x < 0);
                yield new Term(x < 0 ? -x : x, a.size);
            }
            default -> throw new IllegalArgumentException("no interpretation of " + operation + parameters);
        };
    }

    private Term binary(String operation, Term a, Term b) {
        double x = a.value;
        double y = b.value;
        return switch (operation) {
            case "plus@1" -> new Term(x + y, a.size + b.size);
            case "minus@1" -> new Term(x - y, a.size + b.size);
            case "times@1" -> new Term(x * y, a.size * Math.abs(y) + b.size * Math.abs(x));
            case "dividedBy@1" -> new Term(x / y, (a.size + b.size * Math.abs(x / y)) / Math.abs(y));
            case "power@1" -> power(x, y, a.size, b.size);
            case "min@1", "max@1" -> {
                boolean first = operation.equals("min@1") ? x <= y : x >= y;
                branches.add(first);
                yield first ? a : b;
            }
            default -> throw new IllegalArgumentException("no interpretation of " + operation);
        };
    }

    private static Term power(double x, double y, double sizeX, double sizeY) {
        double z = StrictMath.pow(x, y);
        double slopeX = x == 0 ? 0 : Math.abs(y * z / x);
        double slopeY = x > 0 ? Math.abs(z * StrictMath.log(x)) : 0;
        return new Term(z, (1 + Math.abs(y)) * Math.abs(z) + slopeX * sizeX + slopeY * sizeY);
    }

    private Term fold(String operation, int row, int last) {
        boolean sum = operation.equals("sum@1") || operation.equals("runningSum@1");
        var total = term(row, 0);
        for (int e = 1; e <= last; e++) total = binary(sum ? "plus@1" : "times@1", total, term(row, e));
        return total;
    }

    private static Term function(String id, List<Term> terms) {
        double size = terms.stream().mapToDouble(Term::size).sum();
        double a = terms.get(0).value;
        double b = terms.size() > 1 ? terms.get(1).value : 0;
        return switch (id) {
            case "softPlus@1" -> new Term(StrictMath.log(1 + StrictMath.exp(a - b)), size + 1);
            case "length@1" -> new Term(StrictMath.hypot(StrictMath.hypot(a, b), terms.get(2).value), size);
            default -> throw new IllegalArgumentException("no interpretation of " + id);
        };
    }

    private static boolean holds(String relation, double a, double b) {
        return switch (relation) {
            case "GREATER" -> a > b;
            case "GREATER_OR_EQUAL" -> a >= b;
            case "LESS" -> a < b;
            case "LESS_OR_EQUAL" -> a <= b;
            default -> a == b;
        };
    }

    /** Bisection down to neighboring doubles: slow, sure, and nothing like Brent's method. */
    private Term root(int residual, int unknown, double low, double high) {
        var outerBranches = branches;
        branches = new ArrayList<>();
        double sign = Math.signum(at(residual, unknown, low).value);
        double a = low;
        double b = high;
        for (double middle = a + (b - a) / 2; middle != a && middle != b; middle = a + (b - a) / 2) {
            if (Math.signum(at(residual, unknown, middle).value) == sign) a = middle;
            else b = middle;
        }
        double h = 1e-6 * Math.max(1, Math.abs(a));
        double slope = (at(residual, unknown, a + h).value - at(residual, unknown, a - h).value) / (2 * h);
        var zero = at(residual, unknown, a);
        forget(unknown);
        branches = outerBranches;
        return new Term(a, zero.size / Math.abs(slope));
    }

    private Term at(int residual, int unknown, double x) {
        forget(unknown);
        unknowns.put(unknown, x);
        var term = term(residual, 0);
        unknowns.remove(unknown);
        return term;
    }

    /** Drops what was computed from a trial value of the unknown. */
    private void forget(int unknown) {
        dependentsOf.computeIfAbsent(unknown, this::dependents).stream().forEach(v -> known[v] = null);
    }

    private BitSet dependents(int unknown) {
        var set = new BitSet();
        set.set(unknown);
        for (int v = unknown + 1; v < graph.vertices().size(); v++) {
            if (graph.vertices().get(v).operands().stream().anyMatch(set::get)) set.set(v);
        }
        return set;
    }
}
