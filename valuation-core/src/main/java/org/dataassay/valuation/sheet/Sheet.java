package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.time.Rate;

/**
 * Where a calculation is written, once: {@link #given} makes an input, {@link #let} names a formula, {@link #require} guards it, {@link #close} ends the
 * writing. A sheet has one currency. A section is a view of the same sheet that prefixes names.
 *
 * <p>No number can be read while a sheet is written: a choice that depends on a figure is a formula, {@link Figure#when}. Not thread-safe.
 *
 * <pre>{@code
 * var sheet = Sheet.open(CurrencyCode.of("CNY"));
 * var cost = sheet.given("cost", Unit.MONEY, Input.of(Money.of("120000", "CNY")));
 * var wear = sheet.given("obsolescence", Unit.SHARE, Input.of(0.15));
 * var worksheet = sheet.close(sheet.let("value", cost.times(Cell.ONE.minus(wear))));
 * }</pre>
 */
public final class Sheet {

    /** Section that holds the assumptions which several inputs share. */
    public static final String ASSUMPTIONS = "assumptions";

    /** Longest path of a figure, sections included. */
    public static final int LONGEST_PATH = 200;

    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,79}");

    /** What all sections of one sheet share. */
    private static final class Book {
        private final CurrencyCode currency;
        private final Rounding rounding;
        private final Map<String, Node> figures = new LinkedHashMap<>();
        private final List<Guard> guards = new ArrayList<>();
        private boolean closed;

        private Book(CurrencyCode currency, Rounding rounding) {
            this.currency = currency;
            this.rounding = rounding;
        }
    }

    private final Book book;
    private final String prefix;

    private Sheet(Book book, String prefix) {
        this.book = book;
        this.prefix = prefix;
    }

    public static Sheet open(CurrencyCode currency) {
        return open(currency, Rounding.NONE);
    }

    /** A sheet that rounds named figures on the way, to reproduce a published calculation. */
    public static Sheet open(CurrencyCode currency, Rounding rounding) {
        return new Sheet(new Book(currency, rounding), "");
    }

    public CurrencyCode currency() {
        return book.currency;
    }

    /** A view of this sheet in which every name starts with {@code name/}. */
    public Sheet section(String name) {
        return new Sheet(book, path(name) + "/");
    }

    /** Declares what rows run along; the same name and elements are the same axis everywhere. */
    public Axis axis(String name, List<String> elements) {
        return new Axis(name, elements);
    }

    /**
     * An input cell.
     *
     * @param unit unit of the value; money must be in the sheet's currency, a rate of the unit's compounding
     * @throws InvalidInputException where the value does not fit the unit or is not finite
     */
    public Cell given(String name, Unit unit, Input<?> input) {
        var path = path(name);
        var node = new Node(
                new Given(
                        List.of(number(path, unit, input.value())),
                        List.of(input.source()),
                        List.of(input.distribution()),
                        Given.Shock.OWN),
                List.of(),
                Optional.empty(),
                unit);
        return new Cell(input(path, node, input.assumption()));
    }

    /** An input row from one source. */
    public Row given(String name, Unit unit, Axis axis, InputRow<?> input) {
        var path = path(name);
        var values = numbers(path, unit, axis, input.values());
        var shock = input.independent() ? Given.Shock.INDEPENDENT_FACTORS : Given.Shock.COMMON_FACTOR;
        var node = new Node(
                new Given(values, List.of(input.source()), List.of(input.shock()), shock),
                List.of(),
                Optional.of(axis),
                unit);
        return new Row(input(path, node, input.assumption()));
    }

    /** An input row whose elements have each their own source and distribution; shared assumptions are refused here. */
    public Row given(String name, Unit unit, Axis axis, List<? extends Input<?>> inputs) {
        var path = path(name);
        if (inputs.stream().anyMatch(input -> input.assumption().isPresent()))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    path,
                    "its elements refer to shared assumptions",
                    "Share the whole row, or give the assumption as a cell.");
        var values = numbers(path, unit, axis, inputs.stream().map(Input::value).toList());
        var sources = inputs.stream().<Source>map(Input::source).toList();
        var distributions =
                inputs.stream().<Optional<Distribution>>map(Input::distribution).toList();
        var node = new Node(
                new Given(values, sources, distributions, Given.Shock.OWN), List.of(), Optional.of(axis), unit);
        return new Row(input(path, node, Optional.empty()));
    }

    /** Names an input, or makes it an alias of the assumption it refers to. */
    private Node input(String path, Node node, Optional<String> assumption) {
        if (assumption.isEmpty()) return register(path, node);
        checkPart(assumption.get());
        var sharedPath = ASSUMPTIONS + "/" + assumption.get();
        var shared = book.figures.get(sharedPath);
        if (shared == null) {
            shared = register(sharedPath, node);
        } else if (!isSameInput(shared, node)) {
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    path,
                    "it refers to the assumption " + assumption.get()
                            + " but gives another value, unit or distribution",
                    "State the assumption once.");
        }
        return register(path, new Node(new Same(), List.of(shared), shared.axis, shared.unit));
    }

    /** Whether the second repeats the first; it need not repeat the distribution. */
    private static boolean isSameInput(Node shared, Node again) {
        return shared.formula instanceof Given known
                && again.formula instanceof Given repeated
                && known.values.equals(repeated.values)
                && (known.distributions.equals(repeated.distributions) && known.shock == repeated.shock
                        || repeated.distributions.stream().allMatch(Optional::isEmpty))
                && shared.unit.equals(again.unit)
                && shared.axis.equals(again.axis);
    }

    /** Numbers that belong to the structure, such as the period's number: no input, never moved. */
    public Row fixed(String name, Unit unit, Axis axis, List<Double> values) {
        if (values.size() != axis.size()) throw length(path(name), axis, values.size());
        return new Row(register(path(name), new Node(new Fixed(values), List.of(), Optional.of(axis), unit)));
    }

    /** Names a formula. */
    public Cell let(String name, Cell formula) {
        return new Cell(named(path(name), formula.node));
    }

    /** Names a formula. */
    public Row let(String name, Row formula) {
        return new Row(named(path(name), formula.node));
    }

    private Node named(String path, Node node) {
        var decimals = book.rounding.decimals().get(path);
        if (decimals != null) return register(path, Node.of(new Round(decimals), node));
        // Constants may be shared by many sheets and threads, hence are never named themselves.
        boolean alias = node.isNamed() || node.formula instanceof Fixed || node.formula instanceof Unknown;
        return register(path, alias ? new Node(new Same(), List.of(node), node.axis, node.unit) : node);
    }

    /**
     * The number in a bracket at which a residual is zero.
     *
     * @param unit of the number
     * @param low lower end of the bracket
     * @param high upper end; the residual must have opposite signs at the two
     * @param residual from the unknown to what must be zero; pure
     */
    public Cell root(String name, Unit unit, Cell low, Cell high, Function<Cell, Cell> residual) {
        var unknown = new Node(new Unknown(), List.of(), Optional.empty(), unit);
        var zero = residual.apply(new Cell(unknown)).node;
        if (NodeOrder.of(List.of(zero)).stream().noneMatch(node -> node == unknown))
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    path(name),
                    "its residual does not depend on the unknown",
                    "Use the unknown in the residual.");
        return new Cell(register(path(name), Node.of(new Root(), zero, unknown, low.node, high.node)));
    }

    /**
     * The rate per period at which flows at the times 0, 1, 2, … have no net present value. Exported as a live {@code IRR}.
     *
     * @param rule which of several rates it is; where it leaves the choice open, or there is no rate, the figure is refused as not finite
     * @param guess where {@link RootRule#FROM_GUESS} starts
     */
    public Cell irr(String name, Row flows, RootRule rule, double guess) {
        var periods = IntStream.range(0, flows.axis().size())
                .mapToObj(t -> (double) t)
                .toList();
        return irr(name, flows, periods, rule, guess);
    }

    /** The same per year, for flows after any numbers of years; exported as a value that is not live unless these are 0, 1, 2, …. */
    public Cell irr(String name, Row flows, List<Double> years, RootRule rule, double guess) {
        if (years.size() != flows.axis().size()) throw length(path(name), flows.axis(), years.size());
        var times = new Node(new Fixed(years), List.of(), Optional.of(flows.axis()), Unit.YEARS);
        return new Cell(register(path(name), Node.of(new Irr(rule, guess), flows.node, times)));
    }

    /**
     * Demands a relation. At the base point a violation is an error; in a simulation the draw is rejected and counted.
     *
     * @param remedy what to do where it does not hold
     */
    public void require(String name, Figure left, Relation relation, Figure right, String remedy) {
        requireOpen();
        var path = path(name);
        if (book.guards.stream().anyMatch(guard -> guard.name().equals(path))) throw usedTwice(path);
        book.guards.add(new Guard(path, Node.of(left), relation, Node.of(right), remedy));
    }

    /**
     * Ends the writing and computes every figure.
     *
     * @param result the figure that the sheet is about; must be named
     * @throws InvalidInputException where a guard does not hold or a figure is not finite
     */
    public Worksheet close(Cell result) {
        if (!result.node.isNamed())
            throw InvalidInputException.of(
                    ValuationError.MISSING, "result", "Name the result with let before closing.");
        var rounded = new ArrayList<>(book.rounding.decimals().keySet());
        rounded.removeIf(name -> book.figures.containsKey(name) && book.figures.get(name).formula instanceof Round);
        if (!rounded.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN, "rounding", "the figures " + rounded, "Name formulas of this sheet.");
        var roots = new ArrayList<>(book.figures.values());
        for (var guard : book.guards) roots.addAll(List.of(guard.left(), guard.right()));
        roots.add(result.node);
        var named = NodeOrder.of(roots).stream().filter(Node::isNamed).toList();
        for (var node : named) {
            if (book.figures.get(node.name()) != node)
                throw InvalidInputException.of(
                        ValuationError.MISMATCH,
                        node.name(),
                        "it belongs to another sheet",
                        "Give it to this sheet as an input.");
        }
        book.closed = true;
        return Worksheet.of(book.currency, named, List.copyOf(book.guards), result.node.name());
    }

    private void requireOpen() {
        if (book.closed) throw new IllegalStateException("The sheet is closed.");
    }

    private Node register(String path, Node node) {
        requireOpen();
        if (book.figures.putIfAbsent(path, node) != null) throw usedTwice(path);
        node.name(path);
        return node;
    }

    private static InvalidInputException usedTwice(String path) {
        return InvalidInputException.of(
                ValuationError.DUPLICATE,
                path,
                "a sheet names each figure once",
                "Choose another name, or write into a section.");
    }

    private String path(String name) {
        checkPath(prefix + name);
        return prefix + name;
    }

    /** Refuses what is no path of names. */
    static void checkPath(String path) {
        if (path.length() > LONGEST_PATH)
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    "figure name",
                    LONGEST_PATH + " characters",
                    path.length(),
                    "Shorten the name or its sections.");
        for (var part : path.split("/", -1)) checkPart(part);
    }

    private static void checkPart(String name) {
        if (!PART.matcher(name).matches())
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "figure name",
                    "'" + name + "'",
                    "Use 1 to 80 letters, digits, spaces, dots, hyphens or underscores.");
    }

    private List<Double> numbers(String path, Unit unit, Axis axis, List<?> values) {
        if (values.size() != axis.size()) throw length(path, axis, values.size());
        var numbers = new ArrayList<Double>();
        for (int e = 0; e < values.size(); e++)
            numbers.add(number(path + "[" + axis.elements().get(e) + "]", unit, values.get(e)));
        return numbers;
    }

    private static InvalidInputException length(String path, Axis axis, int size) {
        var elements = axis.elements();
        return InvalidInputException.of(
                ValuationError.MISMATCH,
                path,
                "it has " + size + " values but " + axis.name() + " has " + axis.size(),
                "It must cover " + elements.get(0)
                        + (elements.size() > 1 ? " to " + elements.get(elements.size() - 1) : "") + ".");
    }

    private double number(String path, Unit unit, Object value) {
        double number;
        if (value instanceof Money money) {
            requireCurrency(path, money.currency());
            requireUnit(path, unit, Unit.MONEY);
            number = money.toDouble();
        } else if (value instanceof UnitPrice price) {
            requireCurrency(path, price.currency());
            requireUnit(path, unit, Unit.perItem(price.item()));
            number = price.toDouble();
        } else if (value instanceof Rate rate) {
            requireUnit(path, unit, Unit.rate(rate.compounding()));
            number = rate.decimal();
        } else if (value instanceof Number plain) {
            number = plain.doubleValue();
        } else {
            throw new IllegalArgumentException(path + ": an input holds Money, UnitPrice, Rate or a number, not "
                    + value.getClass().getSimpleName());
        }
        if (!Double.isFinite(number))
            throw InvalidInputException.of(ValuationError.NOT_FINITE, path, number, "Give a finite number.");
        return number;
    }

    private void requireCurrency(String path, CurrencyCode currency) {
        if (!currency.equals(book.currency))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    path,
                    "it is in " + currency.code() + " but the sheet is in " + book.currency.code(),
                    "Convert it to " + book.currency.code()
                            + " with an exchange rate stated as an input, or set the context's currency to "
                            + currency.code() + ".");
    }

    private static void requireUnit(String path, Unit unit, Unit actual) {
        if (!unit.equals(actual))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    path,
                    "its unit is " + actual + " where " + unit + " is needed",
                    "Give it in " + unit + ".");
    }
}
