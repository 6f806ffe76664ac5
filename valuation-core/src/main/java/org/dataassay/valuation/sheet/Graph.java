package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * A worksheet as stored: the graph of versioned operations and the inputs. {@link #replay} computes it again, to the same bits on any machine. A stored graph is
 * hostile input: it is checked before anything is computed.
 *
 * @param currency of all money
 * @param axes that rows run along
 * @param vertices operands before users, at most 100 000
 * @param guards that must hold
 * @param result name of the figure that the sheet is about
 */
public record Graph(
        CurrencyCode currency, List<Axis> axes, List<Vertex> vertices, List<GuardLine> guards, String result) {

    public Graph {
        axes = List.copyOf(axes);
        vertices = List.copyOf(vertices);
        guards = List.copyOf(guards);
    }

    /**
     * One cell or row.
     *
     * @param name path of the figure; empty for an unnamed formula
     * @param operation versioned id, such as {@code sum@1}
     * @param operands numbers of earlier vertices
     * @param parameters of the operation
     * @param axis number of the axis; empty for a cell
     * @param unit of the figure
     * @param values base values of an input or structural numbers; empty otherwise
     * @param sources of an input
     * @param distributions of an input, one for all or one each
     * @param shock how an input's distributions act on a row; empty otherwise
     */
    public record Vertex(
            String name,
            String operation,
            List<Integer> operands,
            List<String> parameters,
            Optional<Integer> axis,
            Unit unit,
            List<Double> values,
            List<Source> sources,
            List<Optional<Distribution>> distributions,
            Optional<String> shock) {
        public Vertex {
            operands = List.copyOf(operands);
            parameters = List.copyOf(parameters);
            values = List.copyOf(values);
            sources = List.copyOf(sources);
            distributions = List.copyOf(distributions);
        }

        private Vertex as(String other) {
            return new Vertex(name, other, operands, List.of(), axis, unit, values, sources, distributions, shock);
        }

        private Vertex withValues(List<Double> others) {
            return new Vertex(name, operation, operands, parameters, axis, unit, others, sources, distributions, shock);
        }
    }

    /**
     * One guard.
     *
     * @param name of the guard
     * @param left number of a vertex
     * @param relation in which left must stand to right
     * @param right number of a vertex
     * @param remedy what to do where it does not hold
     */
    public record GuardLine(String name, int left, Relation relation, int right, String remedy) {}

    static Graph of(Worksheet sheet) {
        var numbers = new IdentityHashMap<Node, Integer>();
        var axes = new ArrayList<Axis>();
        var vertices = new ArrayList<Vertex>();
        for (var node : sheet.order()) {
            var axis = node.axis.map(a -> {
                if (!axes.contains(a)) axes.add(a);
                return axes.indexOf(a);
            });
            var given = node.formula instanceof Given g ? Optional.of(g) : Optional.<Given>empty();
            var values = node.formula instanceof Fixed fixed
                    ? fixed.values()
                    : given.map(g -> g.values).orElse(List.of());
            vertices.add(new Vertex(
                    node.name(),
                    node.formula.id(),
                    node.operands.stream()
                            .map(operand -> numberOf(numbers, operand))
                            .toList(),
                    values.isEmpty() ? node.formula.parameters() : List.of(),
                    axis,
                    node.unit,
                    values,
                    given.map(g -> g.sources).orElse(List.of()),
                    given.map(g -> g.distributions).orElse(List.of()),
                    given.map(g -> g.shock.name())));
            numbers.put(node, numbers.size());
        }
        var guards = sheet.guards().stream()
                .map(g -> new GuardLine(
                        g.name(), numberOf(numbers, g.left()), g.relation(), numberOf(numbers, g.right()), g.remedy()))
                .toList();
        return new Graph(sheet.currency(), axes, vertices, guards, sheet.result());
    }

    /** The same graph with one input element moved. */
    Graph with(String input, Optional<String> element, double value) {
        var moved = new ArrayList<>(vertices);
        for (int i = 0; i < moved.size(); i++) {
            var vertex = moved.get(i);
            if (!vertex.name.equals(input) || !vertex.operation.equals("given@1")) continue;
            int position = element.map(name ->
                            axes.get(vertex.axis.orElseThrow()).elements().indexOf(name))
                    .orElse(0);
            var values = new ArrayList<>(vertex.values);
            values.set(position, value);
            moved.set(i, vertex.withValues(values));
            return new Graph(currency, axes, moved, guards, result);
        }
        throw InvalidInputException.of(
                ValuationError.UNKNOWN, "input", "'" + input + "'", "Name an input of the sheet.");
    }

    /** The same graph along other axes of the same lengths, and with other numbers of leaves by their names. */
    Graph with(List<Axis> others, Map<String, List<Double>> numbers) {
        var moved = vertices.stream()
                .map(vertex -> vertex.withValues(numbers.getOrDefault(vertex.name, vertex.values)))
                .toList();
        return new Graph(currency, others, moved, guards, result);
    }

    /** The same graph with nothing rounded on the way. */
    Graph unrounded() {
        var exact = new Round(0).id();
        var plain = vertices.stream()
                .map(vertex -> vertex.operation.equals(exact) ? vertex.as(new Same().id()) : vertex)
                .toList();
        return new Graph(currency, axes, plain, guards, result);
    }

    private static int numberOf(IdentityHashMap<Node, Integer> numbers, Node node) {
        return Objects.requireNonNull(numbers.get(node), "operands stand before their users");
    }

    /**
     * Computes the sheet again.
     *
     * @throws InvalidInputException where the graph is not a sheet: every broken vertex of the first kind found is named
     */
    public Worksheet replay() {
        checkSizes();
        var nodes = new ArrayList<Node>();
        Map<String, Integer> names = new HashMap<>();
        var named = new ArrayList<Node>();
        for (int i = 0; i < vertices.size(); i++) {
            var vertex = vertices.get(i);
            try {
                var node = node(vertex, nodes);
                nodes.add(node);
                if (vertex.name.isEmpty()) continue;
                Sheet.checkPath(vertex.name);
                if (names.put(vertex.name, i) != null)
                    throw InvalidInputException.of(
                            ValuationError.DUPLICATE, "name", vertex.name, "Name each figure once.");
                node.name(vertex.name);
                named.add(node);
            } catch (InvalidInputException e) {
                throw e.at("vertices[" + i + "]");
            }
        }
        var rebuilt = guards.stream().map(line -> guard(line, nodes)).toList();
        if (!names.containsKey(result))
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN, "result", "'" + result + "'", "Name a figure of the graph.");
        return Worksheet.of(currency, named, rebuilt, result);
    }

    private void checkSizes() {
        var check = new Check();
        if (vertices.size() > NodeOrder.MAXIMUM)
            check.add(Problem.of(
                    ValuationError.TOO_LARGE,
                    "vertices",
                    NodeOrder.MAXIMUM,
                    vertices.size(),
                    "This is no sheet of ours."));
        check.done();
        for (int i = 0; i < vertices.size(); i++) {
            var vertex = vertices.get(i);
            int axis = vertex.axis.orElse(-1);
            if (vertex.axis.isPresent() && (axis < 0 || axis >= axes.size()))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        "vertices[" + i + "].axis",
                        axis,
                        "There are " + axes.size() + " axes."));
            for (int operand : vertex.operands) {
                if (operand >= i && operand < vertices.size())
                    check.add(Problem.of(
                            ValuationError.INVALID,
                            "vertices[" + i + "].operands",
                            "it names " + operand + ", which is not earlier: a cycle",
                            "Operands stand before their users."));
                if (operand < 0 || operand >= vertices.size())
                    check.add(Problem.of(
                            ValuationError.UNKNOWN,
                            "vertices[" + i + "].operands",
                            operand,
                            "There are " + vertices.size() + " vertices."));
            }
        }
        check.done();
    }

    private static Guard guard(GuardLine line, List<Node> nodes) {
        Sheet.checkPath(line.name);
        for (int side : new int[] {line.left, line.right})
            if (side < 0 || side >= nodes.size())
                throw InvalidInputException.of(
                        ValuationError.UNKNOWN,
                        "guards." + line.name,
                        side,
                        "There are " + nodes.size() + " vertices.");
        return new Guard(line.name, nodes.get(line.left), line.relation, nodes.get(line.right), line.remedy);
    }

    private Node node(Vertex vertex, List<Node> earlier) {
        var operands = vertex.operands.stream().map(earlier::get).toList();
        var stated = vertex.axis.map(axes::get);
        var formula = formula(vertex, stated);
        if (formula instanceof Given || formula instanceof Fixed || formula instanceof Unknown) {
            requireOperands(vertex, 0);
            if (formula instanceof Unknown && stated.isPresent())
                throw InvalidInputException.of(
                        ValuationError.MISMATCH, "axis", "an unknown is a cell", "The graph was altered.");
            return new Node(formula, operands, stated, vertex.unit);
        }
        requireOperands(vertex, formula instanceof Stack stack ? stack.along().size() : Formulas.operands(formula));
        var axis = formula.axis(operands);
        var unit = formula.unit(operands);
        if (!axis.equals(stated))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH, "axis", "the operands give another", "The graph was altered.");
        boolean fits = formula instanceof FunctionFormula
                || (formula instanceof Same ? unit.sameDimension(vertex.unit) : unit.equals(vertex.unit));
        if (!fits) throw unit.mismatch(vertex.unit, "the operands give another unit");
        return new Node(formula, operands, axis, vertex.unit);
    }

    private static void requireOperands(Vertex vertex, int count) {
        if (vertex.operands.size() != count)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "operands",
                    vertex.operation + " takes " + count + ", not " + vertex.operands.size(),
                    "The graph was altered.");
    }

    private static Formula formula(Vertex vertex, Optional<Axis> axis) {
        int size = axis.map(Axis::size).orElse(1);
        boolean isGiven = vertex.operation.equals("given@1");
        boolean isLeaf = isGiven || vertex.operation.equals("fixed@1");
        boolean isInput = !vertex.sources.isEmpty() || !vertex.distributions.isEmpty() || vertex.shock.isPresent();
        if (!isLeaf && !vertex.values.isEmpty() || isLeaf && !vertex.parameters.isEmpty() || !isGiven && isInput)
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "values",
                    vertex.operation + " has parts that only other operations have",
                    "The graph was altered.");
        if (isLeaf && vertex.values.size() != size)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "values",
                    vertex.values.size() + " for " + size + " elements",
                    "Give one each.");
        for (double value : vertex.values)
            if (!Double.isFinite(value))
                throw InvalidInputException.of(ValuationError.NOT_FINITE, "values", value, "Give finite numbers.");
        if (vertex.operation.equals("fixed@1")) return new Fixed(vertex.values);
        if (vertex.operation.equals("stack@1"))
            return new Stack(axis.orElseThrow(
                    () -> InvalidInputException.of(ValuationError.MISSING, "axis", "A stack runs along an axis.")));
        if (!isGiven) return Formulas.parse(vertex.operation, vertex.parameters);
        for (int count : new int[] {vertex.sources.size(), vertex.distributions.size()}) {
            if (count != 1 && count != size)
                throw InvalidInputException.of(
                        ValuationError.MISMATCH,
                        "sources",
                        count + " for " + size + " elements",
                        "Give one for all, or one each.");
        }
        var shock = Formulas.constant(Given.Shock.class, vertex.shock.orElse(Given.Shock.OWN.name()));
        if (vertex.name.isEmpty())
            throw InvalidInputException.of(ValuationError.MISSING, "name", "An input has a name.");
        return new Given(vertex.values, vertex.sources, vertex.distributions, shock);
    }
}
