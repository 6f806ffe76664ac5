package org.dataassay.valuation.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dataassay.valuation.error.Plain;

/**
 * Every figure of a worksheet as a reviewer asks for it.
 *
 * @param result name of the figure that the sheet is about
 * @param currency of all money
 * @param figures in the order written
 */
public record Explanation(String result, String currency, List<Line> figures) {

    /**
     * One figure.
     *
     * @param name path of the figure
     * @param unit such as money or share
     * @param axis name of the axis of a row
     * @param elements of the axis; empty for a cell
     * @param kind whether input, formula or structural numbers
     * @param formula for people, operands by their label
     * @param inputs full names of the figures it is computed from
     * @param values one per element
     * @param sources of an input: one for all elements, or one each
     * @param distributions of an input where stated
     */
    public record Line(
            String name,
            Unit unit,
            Optional<String> axis,
            List<String> elements,
            Kind kind,
            String formula,
            List<String> inputs,
            List<Double> values,
            List<Source> sources,
            List<Distribution> distributions) {}

    /** What a figure is. */
    public enum Kind {
        /** Handed in. */
        INPUT,
        /** Computed. */
        FORMULA,
        /** Structural, such as the period's number. */
        FIXED
    }

    static Explanation of(Worksheet sheet, UnaryOperator<String> labels) {
        var lines = new ArrayList<Line>();
        for (var node : sheet.named().values()) {
            var given = node.formula instanceof Given g ? Optional.of(g) : Optional.<Given>empty();
            lines.add(new Line(
                    node.name(),
                    node.unit,
                    node.axis.map(Axis::name),
                    node.axis.map(Axis::elements).orElse(List.of()),
                    kind(node),
                    given.isPresent() ? "" : FormulaText.of(node, labels),
                    namedOperands(node),
                    sheet.values(node.name()),
                    given.map(g -> g.sources).orElse(List.of()),
                    given.map(g -> g.distributions.stream()
                                    .flatMap(Optional::stream)
                                    .toList())
                            .orElse(List.of())));
        }
        return new Explanation(sheet.result(), sheet.currency().code(), Collections.unmodifiableList(lines));
    }

    private static Kind kind(Node node) {
        return node.formula instanceof Given ? Kind.INPUT : node.formula instanceof Fixed ? Kind.FIXED : Kind.FORMULA;
    }

    /** Each once, in order of first use; unnamed formulas between are walked through. */
    private static List<String> namedOperands(Node node) {
        var names = new LinkedHashSet<String>();
        var seen = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var path = new ArrayDeque<Node>();
        path.push(node);
        while (!path.isEmpty()) {
            var next = path.pop();
            if (next != node && next.isNamed()) {
                names.add(next.name());
                continue;
            }
            for (int k = next.operands.size() - 1; k >= 0; k--)
                if (seen.add(next.operands.get(k))) path.push(next.operands.get(k));
        }
        return List.copyOf(names);
    }

    /** For people; the form may change. */
    public String text() {
        var text = new StringBuilder();
        for (var line : figures) {
            text.append(line.name).append(" [").append(line.unit).append("]");
            if (!line.formula.isEmpty()) text.append(" = ").append(line.formula);
            text.append(" = ").append(numbers(line.values));
            line.sources.stream()
                    .filter(Source::isStated)
                    .findFirst()
                    .ifPresent(source ->
                            text.append("  (").append(source.summarize()).append(")"));
            text.append('\n');
        }
        return text.toString();
    }

    private static String numbers(List<Double> values) {
        return String.join("; ", values.stream().map(Plain::of).toList());
    }

    /** A flowchart in Mermaid's language, inputs at the top. */
    public String mermaid() {
        var text = new StringBuilder("flowchart TD\n");
        for (int i = 0; i < figures.size(); i++) {
            var line = figures.get(i);
            var label = quoted(line.name) + (line.values.size() == 1 ? "<br/>" + Plain.of(line.values.get(0)) : "");
            text.append("  f")
                    .append(i)
                    .append(line.kind == Kind.INPUT ? "[/\"" + label + "\"/]" : "[\"" + label + "\"]")
                    .append('\n');
        }
        var numbers = new HashMap<String, Integer>();
        for (var line : figures) numbers.put(line.name, numbers.size());
        for (int i = 0; i < figures.size(); i++) {
            for (var input : figures.get(i).inputs)
                text.append("  f")
                        .append(numbers.get(input))
                        .append(" --> f")
                        .append(i)
                        .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
