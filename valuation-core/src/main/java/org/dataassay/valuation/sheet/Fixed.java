package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;

/**
 * Numbers that belong to the structure of a calculation: 1, a period's number, an exponent. Never an input: nobody may move them.
 *
 * @param values one per element
 */
record Fixed(List<Double> values) implements Formula {

    Fixed {
        values = List.copyOf(values);
        for (double value : values)
            if (!Double.isFinite(value))
                throw InvalidInputException.of(ValuationError.NOT_FINITE, "number", value, "Use finite numbers.");
    }

    double value(int element) {
        return values.get(element);
    }

    @Override
    public String id() {
        return "fixed@1";
    }

    @Override
    public List<String> parameters() {
        return values.stream().map(Double::toHexString).toList();
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        return Optional.empty();
    }

    @Override
    public Unit unit(List<Node> operands) {
        return Unit.NUMBER;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        return tape.fixed(value(element));
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return number(value(element));
    }

    /** A negative number in parentheses: -2^2 is 4 in spreadsheets. */
    static String number(double value) {
        return value < 0 ? "(" + Plain.of(value) + ")" : Plain.of(value);
    }

    @Override
    public Display display(List<Display> operands) {
        return values.size() == 1
                ? new Display(Plain.of(value(0)), value(0) < 0 ? Display.SUM : Display.ATOM)
                : Display.atom("…");
    }
}
