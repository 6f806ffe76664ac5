package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * The exact derivative of one figure by every input.
 *
 * @param figure that is differentiated
 * @param value its number
 * @param partials one per input element, in the order of the sheet
 * @param atKink whether a min, max, abs or when sits exactly where left and right derivative differ; the branch taken counts
 * @param throughRounding whether figures rounded on the way were taken as not rounded
 */
public record Derivatives(
        String figure, double value, List<Partial> partials, boolean atKink, boolean throughRounding) {

    /**
     * The derivative by one input element.
     *
     * @param input name of the input
     * @param element of its axis; empty for a cell
     * @param at the input's number
     * @param derivative change of the figure per unit of the input
     * @param elasticity change of the figure in percent per percent of the input; 0 where the figure is 0
     */
    public record Partial(String input, Optional<String> element, double at, double derivative, double elasticity) {}

    static Derivatives of(Worksheet sheet, String figure) {
        var sweep = sheet.tape().evaluation().run(sheet.inputs()).sweep(sheet.slot(sheet.cell(figure), 0));
        var slopes = sweep.byInputs();
        double value = sheet.value(figure);
        var partials = new ArrayList<Partial>();
        int next = 0;
        for (var node : sheet.order()) {
            if (!(node.formula instanceof Given given)) continue;
            for (int e = 0; e < node.size(); e++) {
                double at = given.values.get(e);
                double slope = slopes[next++];
                if (!Double.isFinite(slope))
                    throw ValuationFailedException.of(
                            ValuationError.NO_CONVERGENCE,
                            figure,
                            "its derivative by " + node.name() + " is not finite",
                            "The figure has a vertical or vanishing slope here; move the input.");
                var element = node.axis.map(Axis::elements);
                int index = e;
                partials.add(new Partial(
                        node.name(),
                        element.map(names -> names.get(index)),
                        at,
                        slope,
                        value == 0 ? 0 : slope * at / value));
            }
        }
        boolean rounds = sheet.isRounded();
        return new Derivatives(figure, value, List.copyOf(partials), sweep.atKink(), rounds);
    }

    /** The derivative by a cell input, or by the sum of moves of all elements of a row input. */
    public double by(String input) {
        var own = partials.stream()
                .filter(partial -> partial.input.equals(input))
                .mapToDouble(Partial::derivative)
                .toArray();
        if (own.length == 0)
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN, "input", "'" + input + "'", "Name an input of the sheet.");
        double sum = 0;
        for (double derivative : own) sum += derivative;
        return sum;
    }
}
