package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * How uncertain a row is, element by element: percentiles of a forecast's figure, period by period.
 *
 * @param figure the row
 * @param probabilities of the percentiles, ascending
 * @param bands one per element of the row, in order
 */
public record Fan(String figure, List<Double> probabilities, List<Band> bands) {

    /**
     * One element.
     *
     * @param element its name
     * @param base its number with every input at its base value
     * @param mean of the draws
     * @param percentiles one per probability
     */
    public record Band(String element, double base, double mean, List<Double> percentiles) {
        public Band {
            percentiles = List.copyOf(percentiles);
        }
    }

    public Fan {
        probabilities = List.copyOf(probabilities);
        bands = List.copyOf(bands);
    }

    /** What draws that watched a row say of it. */
    static Fan of(Worksheet sheet, String row, SimulationResult drawn) {
        var node = sheet.node(row);
        if (!node.isRow())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH, row, "it is a cell", "A fan shows a row; read a cell's distribution.");
        var probabilities =
                drawn.simulation().percentiles().stream().sorted().distinct().toList();
        var bands = new ArrayList<Band>();
        for (int e = 0; e < node.size(); e++) {
            var element = node.axis.orElseThrow().elements().get(e);
            var spread = drawn.of(row + "[" + element + "]");
            bands.add(new Band(
                    element,
                    sheet.number(node, e),
                    spread.mean(),
                    probabilities.stream().map(spread::percentile).toList()));
        }
        return new Fan(row, probabilities, bands);
    }
}
