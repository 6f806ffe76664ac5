package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * How far one figure moves when each uncertain input moves alone from its 10th to its 90th percentile.
 *
 * @param figure that moves
 * @param base its number with every input at its base value
 * @param swings widest first, ties in the order of the sheet
 */
public record Tornado(String figure, double base, List<Swing> swings) {

    /** Probability of the low end; the high end is as far from 1. */
    public static final double TAIL = 0.1;

    /** By how much inputs without any distribution move, as a share of their value, where the sheet has no distribution at all. */
    public static final double CONVENTIONAL = 0.1;

    /**
     * The effect of one input.
     *
     * @param input name; with the element in brackets where each has its own distribution
     * @param inputLow the input at the low end; for a row the factor on all elements
     * @param inputHigh the input at the high end
     * @param low the figure at {@code inputLow}
     * @param high the figure at {@code inputHigh}
     * @param basis where the ends come from
     */
    public record Swing(String input, double inputLow, double inputHigh, double low, double high, Basis basis) {
        public double width() {
            return Math.abs(high - low);
        }
    }

    /** Where the ends of a swing come from. */
    public enum Basis {
        /** Percentiles of the stated distribution. */
        DISTRIBUTION,
        /** ±10 %, because no distribution is stated: comparable between inputs only as a convention. */
        CONVENTION
    }

    static Tornado of(Worksheet sheet, String figure) {
        int slot = sheet.slot(sheet.cell(figure), 0);
        var evaluation = sheet.tape().evaluation();
        var swings = new ArrayList<Swing>();
        for (var random : RandomInput.of(sheet)) {
            var ends = new double[2];
            var results = new double[2];
            for (int side = 0; side < 2; side++) {
                ends[side] = random.distribution().quantile(side == 0 ? TAIL : 1 - TAIL);
                var point = sheet.inputs();
                random.set(point, ends[side]);
                results[side] = finite(evaluation.run(point).value(slot), figure, random.name(), ends[side]);
            }
            swings.add(new Swing(random.name(), ends[0], ends[1], results[0], results[1], Basis.DISTRIBUTION));
        }
        if (swings.isEmpty()) swings.addAll(conventional(sheet, figure, slot));
        swings.sort(Comparator.comparingDouble(Swing::width).reversed());
        return new Tornado(figure, sheet.value(figure), List.copyOf(swings));
    }

    /** Every input ±10 %, rows as a whole. */
    private static List<Swing> conventional(Worksheet sheet, String figure, int slot) {
        var evaluation = sheet.tape().evaluation();
        var swings = new ArrayList<Swing>();
        int first = 0;
        for (var node : sheet.order()) {
            if (!(node.formula instanceof Given given)) continue;
            var ends = new double[2];
            var results = new double[2];
            for (int side = 0; side < 2; side++) {
                double factor = side == 0 ? 1 - CONVENTIONAL : 1 + CONVENTIONAL;
                var point = sheet.inputs();
                for (int e = 0; e < node.size(); e++) point[first + e] *= factor;
                ends[side] = node.isRow() ? factor : given.values.get(0) * factor;
                results[side] = finite(evaluation.run(point).value(slot), figure, node.name(), ends[side]);
            }
            swings.add(new Swing(node.name(), ends[0], ends[1], results[0], results[1], Basis.CONVENTION));
            first += node.size();
        }
        return swings;
    }

    private static double finite(double value, String figure, String input, double at) {
        if (!Double.isFinite(value))
            throw ValuationFailedException.of(
                    ValuationError.NO_CONVERGENCE,
                    figure,
                    "it is " + value + " where " + input + " is " + Plain.of(at),
                    "Narrow the distribution of the input.");
        return value;
    }
}
