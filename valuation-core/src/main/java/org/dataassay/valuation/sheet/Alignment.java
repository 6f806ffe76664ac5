package org.dataassay.valuation.sheet;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.dataassay.valuation.sheet.Bridge.Move;

/** The inputs of an earlier sheet laid beside those of a later one, by name and, along dated axes, by the names of the elements. */
final class Alignment {

    private static final Pattern DATED = Pattern.compile(
            "(FY ?)?(19|20|21)\\d\\d([AEF]|[ -]?[QH][1-4]|-\\d\\d(-\\d\\d)?|年(\\d{1,2}月(\\d{1,2}日)?)?)?");

    private static final double DAYS_PER_YEAR = 365.25;

    /** How far a number of years may be from the time that passed and still count as it, in years: leap days, and nothing more. */
    private static final double SAME_TIME = 0.005;

    private final Worksheet before;
    private final Worksheet after;
    private final double[] start;
    private final double[] end;
    private final List<Span> spans = new ArrayList<>();
    private final Map<Axis, Axis> rolledAxes = new LinkedHashMap<>();
    private final List<Move> rolls = new ArrayList<>();
    private final List<Move> news = new ArrayList<>();
    private boolean hasConflict;

    /**
     * One input that both sheets have.
     *
     * @param node in the later sheet
     * @param first its first number among the tape's inputs
     * @param numbers those of its numbers that both sheets have
     */
    record Span(Node node, int first, List<Integer> numbers) {}

    Alignment(Worksheet before, Worksheet after, BridgeTerms terms) {
        this.before = before;
        this.after = after;
        this.end = after.inputs();
        this.start = after.inputs();
        int first = 0;
        for (var node : after.order()) {
            if (!(node.formula instanceof Given)) continue;
            align(node, first, terms);
            first += node.size();
        }
        for (var node : before.order()) {
            if (!(node.formula instanceof Given given) || isMatched(node)) continue;
            for (int e = 0; e < node.size(); e++)
                news.add(move(node, e, OptionalDouble.of(given.values.get(e)), OptionalDouble.empty()));
        }
    }

    private boolean isMatched(Node old) {
        var node = after.named().get(old.name());
        return node != null && fits(old, node);
    }

    /** Whether an input of the earlier sheet is that of the later: same unit, and both cells, or rows on one axis or on axes of dates. */
    private static boolean fits(Node old, Node node) {
        if (!(old.formula instanceof Given && node.formula instanceof Given) || !old.unit.equals(node.unit))
            return false;
        return old.axis.equals(node.axis)
                || old.isRow() && node.isRow() && sameDated(old.axis.orElseThrow(), node.axis.orElseThrow());
    }

    /** Whether two axes are one of dates at two times. */
    static boolean sameDated(Axis one, Axis other) {
        return one.name().equals(other.name()) && isDated(one) && isDated(other);
    }

    static boolean isDated(Axis axis) {
        return axis.elements().stream()
                .allMatch(element -> DATED.matcher(element).matches());
    }

    private void align(Node node, int first, BridgeTerms terms) {
        var old = before.named().get(node.name());
        if (old == null || !fits(old, node)) {
            for (int e = 0; e < node.size(); e++)
                news.add(move(node, e, OptionalDouble.empty(), OptionalDouble.of(end[first + e])));
            return;
        }
        var was = ((Given) old.formula).values;
        var numbers = new ArrayList<Integer>();
        for (int e = 0; e < node.size(); e++) {
            int from = position(old, node, e);
            if (from < 0) {
                rolls.add(move(node, e, OptionalDouble.empty(), OptionalDouble.of(end[first + e])));
            } else if (isTime(node, was.get(from), end[first + e], terms)) {
                rolls.add(move(node, e, OptionalDouble.of(was.get(from)), OptionalDouble.of(end[first + e])));
            } else {
                start[first + e] = was.get(from);
                numbers.add(first + e);
            }
        }
        if (!old.axis.equals(node.axis)) roll(old, node);
        spans.add(new Span(node, first, numbers));
    }

    private void roll(Node old, Node node) {
        var from = old.axis.orElseThrow();
        var to = node.axis.orElseThrow();
        var known = rolledAxes.putIfAbsent(from, to);
        if (known != null && !known.equals(to)) hasConflict = true;
        var was = ((Given) old.formula).values;
        for (int e = 0; e < from.size(); e++) {
            if (!to.elements().contains(from.elements().get(e)))
                rolls.add(move(old, e, OptionalDouble.of(was.get(e)), OptionalDouble.empty()));
        }
    }

    private static int position(Node old, Node node, int element) {
        if (old.axis.equals(node.axis)) return element;
        return old.axis
                .orElseThrow()
                .elements()
                .indexOf(node.axis.orElseThrow().elements().get(element));
    }

    /** Whether a number of years moved by exactly the time that passed. */
    private static boolean isTime(Node node, double was, double is, BridgeTerms terms) {
        if (!node.unit.equals(Unit.YEARS) || node.isRow() || terms.dates().isEmpty()) return false;
        var dates = terms.dates().get();
        double passed = ChronoUnit.DAYS.between(dates.before(), dates.after()) / DAYS_PER_YEAR;
        return passed != 0 && Math.abs(Math.abs(is - was) - Math.abs(passed)) <= SAME_TIME;
    }

    static Move move(Node node, int element, OptionalDouble was, OptionalDouble is) {
        return new Move(node.name(), node.axis.map(axis -> axis.elements().get(element)), node.unit, was, is);
    }

    /** The later sheet's inputs, those that both have at their old numbers. */
    double[] start() {
        return start.clone();
    }

    /** The later sheet's inputs. */
    double[] end() {
        return end.clone();
    }

    /** Inputs that both sheets have. */
    List<Span> spans() {
        return spans;
    }

    /** Numbers that come or go with the date. */
    List<Move> rolls() {
        return rolls;
    }

    /** Numbers that come or go with the structure. */
    List<Move> news() {
        return news;
    }

    boolean hasRolledAxes() {
        return !rolledAxes.isEmpty();
    }

    /**
     * The earlier sheet at the later date: axes of dates renamed, inputs aligned, structural numbers along dates (exponents of dated flows) taken over outside the
     * sections named. Empty where an axis of dates changed its length.
     */
    Optional<Graph> rolled(Set<String> changedMethods) {
        if (hasConflict) return Optional.empty();
        for (var axes : rolledAxes.entrySet())
            if (axes.getKey().size() != axes.getValue().size()) return Optional.empty();
        var numbers = new LinkedHashMap<String, List<Double>>();
        int first = 0;
        for (var node : after.order()) {
            var old = before.named().get(node.name());
            if (node.formula instanceof Given) {
                var values = new ArrayList<Double>();
                for (int e = 0; e < node.size(); e++) values.add(start[first + e]);
                first += node.size();
                if (old != null && fits(old, node)) numbers.put(node.name(), values);
            } else if (node.formula instanceof Fixed fixed
                    && old != null
                    && old.formula instanceof Fixed
                    && isAlongDates(old, node)
                    && !changedMethods.contains(Structure.section(node.name()))) {
                numbers.put(node.name(), fixed.values());
            }
        }
        var graph = before.graph();
        var axes = graph.axes().stream()
                .map(axis -> rolledAxes.getOrDefault(axis, axis))
                .toList();
        return Optional.of(graph.with(axes, numbers));
    }

    private static boolean isAlongDates(Node old, Node node) {
        return old.isRow()
                && node.isRow()
                && old.size() == node.size()
                && sameDated(old.axis.orElseThrow(), node.axis.orElseThrow());
    }
}
