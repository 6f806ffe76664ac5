package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.internal.Tape;

/**
 * A closed sheet: every figure with its number, and the readings of the one calculation. Immutable and thread-safe.
 *
 * <p>{@link #value} and {@link #values} give numbers, {@link #explain} the formulas and sources, {@link #derivatives}, {@link #tornado}, {@link #spider} and {@link #twoWay} what moves
 * the result, {@link #simulate} its distribution, {@link #fan} that of a row, {@link #solve} what would make it a given number, {@link #bridge} why it moved since, {@link #spreadsheet} live cells, {@link #graph} what can be stored
 * and replayed to the same bits.
 */
public final class Worksheet {

    /** Most elements that all figures of a sheet may have together; a sum counts the row it reads. */
    public static final long MOST_ELEMENTS = 1_000_000;

    private final CurrencyCode currency;
    private final Map<String, Node> figures;
    private final List<Guard> guards;
    private final String result;
    private final List<Node> order;
    private final Lowering lowering;
    private final Tape tape;
    private final double[] inputs;
    private final double[] slots;

    private Worksheet(CurrencyCode currency, List<Node> named, List<Guard> guards, String result) {
        this.currency = currency;
        var byName = new LinkedHashMap<String, Node>();
        named.forEach(node -> byName.put(node.name(), node));
        this.figures = Collections.unmodifiableMap(byName);
        cell(result);
        this.guards = guards;
        this.result = result;
        var roots = new ArrayList<>(named);
        guards.forEach(guard -> {
            roots.add(guard.left());
            roots.add(guard.right());
        });
        this.order = List.copyOf(NodeOrder.of(roots));
        requireSize();
        this.lowering = new Lowering(order);
        this.tape = lowering.build();
        this.inputs = Peek.inputs(order);
        var evaluation = tape.evaluation().run(inputs);
        this.slots = new double[tape.slots()];
        for (int s = 0; s < slots.length; s++) slots[s] = evaluation.value(s);
        guards.forEach(this::check);
        lowering.sequence().forEach(this::checkFinite);
    }

    static Worksheet of(CurrencyCode currency, List<Node> named, List<Guard> guards, String result) {
        return new Worksheet(currency, named, guards, result);
    }

    private void requireSize() {
        long elements = 0;
        for (var node : order) {
            int most = node.size();
            for (var operand : node.operands) most = Math.max(most, operand.size());
            elements += most;
        }
        if (elements > MOST_ELEMENTS)
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE, "sheet", MOST_ELEMENTS + " elements", elements, "Split the calculation.");
    }

    private void check(Guard guard) {
        for (int e = 0; e < guard.size(); e++) {
            double left = number(guard.left(), e);
            double right = number(guard.right(), e);
            if (guard.relation().holds(left, right)) continue;
            var at = guard.left().isRow() || guard.right().isRow()
                    ? " in "
                            + guard.left()
                                    .axis
                                    .or(() -> guard.right().axis)
                                    .orElseThrow()
                                    .elements()
                                    .get(e)
                    : "";
            throw InvalidInputException.of(
                    ValuationError.GUARD,
                    guard.name(),
                    "it must hold that " + guard.rule() + ", but " + Plain.of(left) + " is not "
                            + guard.relation().symbol() + " " + Plain.of(right) + at,
                    guard.remedy());
        }
    }

    private void checkFinite(Node node) {
        for (int e = 0; e < node.size(); e++) {
            double value = number(node, e);
            if (Double.isFinite(value)) continue;
            var where = nearestName(node)
                    + (node.isRow() ? "[" + node.axis.orElseThrow().elements().get(e) + "]" : "");
            if (node.formula instanceof Root)
                throw ValuationFailedException.of(
                        ValuationError.NO_CONVERGENCE,
                        where,
                        "no sign change of the residual in the bracket",
                        "Widen the bracket, or check the inputs.");
            if (node.formula instanceof Irr)
                throw ValuationFailedException.of(
                        ValuationError.NO_SOLUTION,
                        where,
                        "the flows have no rate, or several and the rule leaves the choice open",
                        "Look at all of them with rate.irr, and state a rule.");
            throw InvalidInputException.of(
                    ValuationError.NOT_FINITE,
                    where,
                    FormulaText.of(node) + " is " + value + operands(node, e),
                    "Check its inputs.");
        }
    }

    private String operands(Node node, int element) {
        var text = new StringBuilder();
        for (var operand : node.operands) {
            if (operand.isNamed())
                text.append(text.isEmpty() ? " with " : ", ")
                        .append(FormulaText.shortName(operand.name()))
                        .append(" = ")
                        .append(Plain.of(number(operand, element)));
        }
        return text.toString();
    }

    /** The figure's own name, or that of the first named figure that uses it. */
    String nearestName(Node node) {
        var current = node;
        for (int i = order.indexOf(node) + 1; i < order.size() && !current.isNamed(); i++) {
            if (order.get(i).operands.contains(current)) current = order.get(i);
        }
        return current.isNamed() ? current.name() : "sheet";
    }

    /** The number of one element; a cell has one for all. */
    double number(Node node, int element) {
        return slots[lowering.slot(node, element)];
    }

    Node node(String name) {
        var node = figures.get(name);
        if (node == null)
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN,
                    "figure",
                    "'" + name + "'",
                    "The sheet has " + figures.size() + " figures; see figures().");
        return node;
    }

    Node cell(String name) {
        var node = node(name);
        if (node.isRow()) throw InvalidInputException.of(ValuationError.MISMATCH, name, "it is a row", "Name a cell.");
        return node;
    }

    int slot(Node node, int element) {
        return lowering.slot(node, element);
    }

    Tape tape() {
        return tape;
    }

    List<Node> order() {
        return order;
    }

    Map<String, Node> named() {
        return figures;
    }

    List<Guard> guards() {
        return guards;
    }

    double[] inputs() {
        return inputs.clone();
    }

    public CurrencyCode currency() {
        return currency;
    }

    /** Name of the figure that the sheet is about. */
    public String result() {
        return result;
    }

    /** The number of the result. */
    public double value() {
        return value(result);
    }

    /** The number of a cell. */
    public double value(String name) {
        return number(cell(name), 0);
    }

    /** The numbers of a row, or the one of a cell. */
    public List<Double> values(String name) {
        var node = node(name);
        var values = new ArrayList<Double>();
        for (int e = 0; e < node.size(); e++) values.add(number(node, e));
        return List.copyOf(values);
    }

    /** Names of all figures in the order written, but each after those it is computed from. */
    public List<String> names() {
        return List.copyOf(figures.keySet());
    }

    public boolean has(String name) {
        return figures.containsKey(name);
    }

    /** Every figure with unit, formula, inputs, sources and numbers. */
    public Explanation explain() {
        return explain(FormulaText::shortName);
    }

    /**
     * The same, with formulas in the reader's words.
     *
     * @param labels from a figure's name to what people read
     */
    public Explanation explain(UnaryOperator<String> labels) {
        return Explanation.of(this, labels);
    }

    /** The exact derivative of the result by every input, in one reverse sweep. */
    public Derivatives derivatives() {
        return derivatives(result);
    }

    public Derivatives derivatives(String figure) {
        return Derivatives.of(this, figure);
    }

    /** The result at a low and a high value of each uncertain input, one at a time. */
    public Tornado tornado(String figure) {
        return Tornado.of(this, figure);
    }

    /**
     * A figure when each input alone changes by the same shares, up and down.
     *
     * @param range widest change, above 0 and below 1
     * @param steps changes to either side
     */
    public Spider spider(String figure, double range, int steps) {
        return Spider.of(this, figure, range, steps);
    }

    /** A figure over two inputs. */
    public TwoWay twoWay(String figure, TwoWay.Scale rows, TwoWay.Scale columns) {
        return TwoWay.of(this, figure, rows, columns, OptionalDouble.empty());
    }

    /** The same, with the line along which the figure is a target. */
    public TwoWay twoWay(String figure, TwoWay.Scale rows, TwoWay.Scale columns, double target) {
        new Check()
                .that(Double.isFinite(target), "target", "a finite number", target, "Say what the figure shall be.")
                .done();
        return TwoWay.of(this, figure, rows, columns, OptionalDouble.of(target));
    }

    /**
     * The numbers of an input that give a figure a target: break-even, implied rate.
     *
     * @throws InvalidInputException where the sheet rounds on the way, the input or figure is not there, or no bracket is known
     */
    public Solution solve(Goal goal) {
        return Solve.of(this, goal);
    }

    /** Why the value moved from this sheet to a later one, in parts that add up. */
    public Bridge bridge(Worksheet later, BridgeTerms terms) {
        return Bridge.between(this, later, terms);
    }

    /**
     * The distribution of figures when the inputs are distributions.
     *
     * @param simulation how to draw
     * @param figures cells to watch, or rows, each element by itself as {@code row[element]}; all are computed from the same draws
     */
    public SimulationResult simulate(Simulation simulation, List<String> figures) {
        return simulate(simulation, figures, Progress.NONE);
    }

    /** The same, telling how far it is. */
    public SimulationResult simulate(Simulation simulation, List<String> figures, Progress progress) {
        return new SimulationRun(
                        this,
                        simulation,
                        figures.stream().flatMap(this::watched).toList(),
                        progress)
                .run();
    }

    /** A cell or one element by its name, a row by each of its elements. */
    private Stream<Watched> watched(String figure) {
        int bracket = figure.indexOf('[');
        var name = bracket < 0 ? figure : figure.substring(0, bracket);
        var node = node(name);
        var axis = node.axis;
        if (axis.isEmpty() && bracket < 0) return Stream.of(new Watched(figure, slot(node, 0)));
        var elements = axis.map(Axis::elements).orElse(List.of());
        if (bracket < 0)
            return IntStream.range(0, node.size())
                    .mapToObj(e -> new Watched(figure + "[" + elements.get(e) + "]", slot(node, e)));
        int element = figure.endsWith("]") ? elements.indexOf(figure.substring(bracket + 1, figure.length() - 1)) : -1;
        if (element < 0)
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN, "figure", "'" + figure + "'", "Name an element of the row in brackets.");
        return Stream.of(new Watched(figure, slot(node, element)));
    }

    /**
     * What a simulation watches.
     *
     * @param figure its name, of an element with that in brackets
     * @param slot where its number stands
     */
    record Watched(String figure, int slot) {}

    public SimulationResult simulate(Simulation simulation) {
        return simulate(simulation, List.of(result));
    }

    /**
     * Percentiles of a row, element by element.
     *
     * @param drawn draws that watched the row
     */
    public Fan fan(String row, SimulationResult drawn) {
        return Fan.of(this, row, drawn);
    }

    /** Spreadsheet cells with live formulas, figures under their own names. */
    public Spreadsheet spreadsheet() {
        return spreadsheet(FormulaText::shortName);
    }

    /**
     * Spreadsheet cells with live formulas.
     *
     * @param labels from a figure's or section's name to what people read
     */
    public Spreadsheet spreadsheet(UnaryOperator<String> labels) {
        return SpreadsheetLayout.of(this, labels);
    }

    /** The graph, to be stored and replayed. */
    public Graph graph() {
        return Graph.of(this);
    }

    /**
     * The same calculation with one input element moved.
     *
     * @param input name of the input
     * @param element of its axis; empty for a cell
     * @param value the new number
     */
    public Worksheet with(String input, Optional<String> element, double value) {
        return graph().with(input, element, value).replay();
    }

    /**
     * The same calculation with several inputs moved at once.
     *
     * @throws InvalidInputException where one is no input, is moved twice, or the calculation does not hold there
     */
    public Worksheet with(List<Setting> settings) {
        var numbers = inputs();
        var moved = new BitSet();
        for (int i = 0; i < settings.size(); i++) {
            try {
                var lever =
                        Lever.of(this, settings.get(i).input(), settings.get(i).element());
                if (lever.inputs().anyMatch(moved::get))
                    throw InvalidInputException.of(
                            ValuationError.DUPLICATE, "input", settings.get(i).input(), "Set each input once.");
                lever.inputs().forEach(moved::set);
                lever.set(numbers, settings.get(i).value());
            } catch (InvalidInputException e) {
                throw e.at("settings[" + i + "]");
            }
        }
        var values = new HashMap<String, List<Double>>();
        int next = 0;
        for (var node : order) {
            if (!(node.formula instanceof Given)) continue;
            var own = new ArrayList<Double>();
            for (int e = 0; e < node.size(); e++) own.add(numbers[next++]);
            values.put(node.name(), own);
        }
        var graph = graph();
        return graph.with(graph.axes(), values).replay();
    }

    /** SHA-256 over names, units, numbers and distributions of the inputs, in hexadecimal. */
    public String digest() {
        return InputDigest.of(this);
    }

    /** Inputs without a stated source, in order. */
    public List<String> unsourced() {
        return figures.values().stream()
                .filter(node -> node.formula instanceof Given given
                        && !given.sources.stream().allMatch(Source::isStated))
                .map(Node::name)
                .toList();
    }

    /** Whether any input has a distribution. */
    public boolean isUncertain() {
        return !RandomInput.of(this).isEmpty();
    }

    /** Whether figures are rounded on the way. */
    public boolean isRounded() {
        return order.stream().anyMatch(node -> node.formula instanceof Round);
    }

    /** What a figure is measured in. */
    public Unit unit(String name) {
        return node(name).unit;
    }

    /** What a row runs along; empty for a cell. */
    public Optional<Axis> axis(String name) {
        return node(name).axis;
    }
}
