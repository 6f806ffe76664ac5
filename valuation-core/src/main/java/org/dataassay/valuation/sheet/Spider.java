package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;

/**
 * How one figure goes along when each input alone changes by the same shares: a line per input, all through the base.
 *
 * @param figure that moves
 * @param base its number with every input at its base value
 * @param changes shares by which the inputs change, ascending, 0 in the middle
 * @param lines widest first, ties in the order of the sheet; inputs that are 0 or do not move the figure are left out
 */
public record Spider(String figure, double base, List<Double> changes, List<Line> lines) {

    /** Widest change where none is stated: a convention, as comparable between inputs as that. */
    public static final double RANGE = 0.3;

    /** Changes to either side where none are stated. */
    public static final int STEPS = 3;

    private static final int MOST_STEPS = 100;

    /**
     * The figure along one input.
     *
     * @param input its name; a row changes as a whole
     * @param values one per change; empty where a guard of the sheet fails or a figure is not finite
     */
    public record Line(String input, List<OptionalDouble> values) {
        public Line {
            values = List.copyOf(values);
        }

        /** From the least to the greatest value. */
        public double width() {
            var spread = values.stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
            return spread.getCount() == 0 ? 0 : spread.getMax() - spread.getMin();
        }
    }

    public Spider {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }

    static Spider of(Worksheet sheet, String figure, double range, int steps) {
        new Check()
                .that(
                        range > 0 && range < 1,
                        "range",
                        "above 0 and below 1",
                        Plain.of(range),
                        "0.3 goes from 30 % less to 30 % more.")
                .that(
                        steps >= 1 && steps <= MOST_STEPS,
                        "steps",
                        "1 to " + MOST_STEPS,
                        steps,
                        "3 give seven points a line.")
                .done();
        double base = sheet.value(figure);
        var changes = new ArrayList<Double>();
        for (int i = -steps; i <= steps; i++) changes.add(range * i / steps);
        var lines = new ArrayList<Line>();
        for (var node : sheet.order()) {
            if (!(node.formula instanceof Given given) || given.values.stream().allMatch(value -> value == 0)) continue;
            var lever = Lever.of(sheet, node);
            var trials = new Trials(sheet, figure, lever.inputs().toArray());
            if (trials.isMoved(figure)) lines.add(line(trials, lever, changes));
        }
        lines.removeIf(line -> line.width() == 0);
        lines.sort(Comparator.comparingDouble(Line::width).reversed());
        return new Spider(figure, base, changes, lines);
    }

    private static Line line(Trials trials, Lever lever, List<Double> changes) {
        var values = new ArrayList<OptionalDouble>();
        for (int from = 0; from < changes.size(); from += trials.width()) {
            int count = Math.min(trials.width(), changes.size() - from);
            for (int p = 0; p < count; p++) lever.set(trials, 0, p, lever.at() * (1 + changes.get(from + p)));
            trials.run(count);
            for (int p = 0; p < count; p++) {
                double value = trials.value(p);
                values.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
            }
        }
        return new Line(lever.input().name(), values);
    }
}
