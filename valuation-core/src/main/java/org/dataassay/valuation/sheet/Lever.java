package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.ValuationError;

/**
 * An input that is moved: a cell or one element of a row to a number, a row as a whole by a factor.
 *
 * @param input the input itself, where the name stood for a shared assumption
 * @param element number of the element; −1 for a whole row
 * @param first number of the first of the tape's inputs that move
 * @param base their numbers on the sheet
 */
record Lever(Node input, int element, int first, List<Double> base) {

    /** The input of a name, or the shared assumption that the name stands for. */
    static Lever of(Worksheet sheet, String name, Optional<String> element) {
        if (!sheet.has(name))
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN,
                    "input",
                    "'" + name + "'",
                    Nearest.remedy(
                            name,
                            sheet.named().values().stream()
                                    .filter(node -> node.formula instanceof Given)
                                    .map(Node::name)
                                    .toList()));
        var node = sheet.node(name);
        while (node.formula instanceof Same) node = node.operands.get(0);
        if (!(node.formula instanceof Given))
            throw InvalidInputException.of(
                    ValuationError.INVALID, name, "it is computed, not given", "Name an input of the sheet.");
        return of(sheet, node, elementOf(node, name, element));
    }

    /** An input as a whole. */
    static Lever of(Worksheet sheet, Node input) {
        return of(sheet, input, input.isRow() ? -1 : 0);
    }

    private static Lever of(Worksheet sheet, Node input, int element) {
        int first = 0;
        for (var node : sheet.order()) {
            if (node == input) break;
            if (node.formula instanceof Given) first += node.size();
        }
        var values = ((Given) input.formula).values;
        return element < 0
                ? new Lever(input, element, first, values)
                : new Lever(input, element, first + element, values.subList(element, element + 1));
    }

    private static int elementOf(Node input, String name, Optional<String> element) {
        if (element.isEmpty()) return input.isRow() ? -1 : 0;
        int number =
                input.axis.map(axis -> axis.elements().indexOf(element.get())).orElse(-1);
        if (number >= 0) return number;
        throw InvalidInputException.of(
                ValuationError.UNKNOWN,
                name,
                "the element '" + element.get() + "'",
                input.axis
                        .map(axis -> "Name one of " + axis.name() + ", from "
                                + axis.elements().get(0) + " on.")
                        .orElse("It is a cell; name no element."));
    }

    boolean isFactor() {
        return element < 0;
    }

    /** Where it stands on the sheet. */
    double at() {
        return isFactor() ? 1 : base.get(0);
    }

    /** Numbers of the tape's inputs that move. */
    IntStream inputs() {
        return IntStream.range(first, first + base.size());
    }

    /** Moves it in a list of the tape's inputs. */
    void set(double[] numbers, double x) {
        for (int k = 0; k < base.size(); k++) numbers[first + k] = isFactor() ? base.get(k) * x : x;
    }

    /**
     * Moves it at one point of trials.
     *
     * @param from number of its first input among those that vary
     */
    void set(Trials trials, int from, int point, double x) {
        for (int k = 0; k < base.size(); k++) trials.varying(from + k)[point] = isFactor() ? base.get(k) * x : x;
    }
}
