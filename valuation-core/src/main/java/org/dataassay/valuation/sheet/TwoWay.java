package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.Brent;

/**
 * A figure over two inputs: a table, and the line along which it is a target.
 *
 * @param figure that is computed
 * @param rows the input that changes from row to row
 * @param columns the input that changes from column to column
 * @param values row by row; empty where a guard of the sheet fails or a figure is not finite
 * @param broken the cells without a value, and why
 * @param line where the figure is the target; empty where none is asked for
 */
public record TwoWay(
        String figure,
        Scale rows,
        Scale columns,
        List<List<OptionalDouble>> values,
        List<Broken> broken,
        Optional<IsoLine> line) {

    /** Most cells of a table. */
    public static final int MOST_CELLS = 10_000;

    /**
     * An input and the numbers it takes.
     *
     * @param input name of an input, or of a figure that stands for a shared assumption
     * @param element of the input's axis; empty for a cell, and for a row that moves as a whole by a factor
     * @param values two at least, ascending; factors where a row moves as a whole
     */
    public record Scale(String input, Optional<String> element, List<Double> values) {

        public Scale {
            values = List.copyOf(values);
            boolean ascends = values.stream().allMatch(value -> Math.abs(value) <= Double.MAX_VALUE);
            for (int i = 1; i < values.size(); i++) ascends &= values.get(i - 1) < values.get(i);
            new Check()
                    .that(!input.isBlank(), "input", "named", "blank", "Name an input of the sheet.")
                    .that(values.size() >= 2, "values", "two at least", values.size(), "Say which numbers it takes.")
                    .that(
                            ascends,
                            "values",
                            "finite numbers in ascending order",
                            values.size() > 20
                                    ? values.size() + " numbers"
                                    : values.stream().map(Plain::of).toList(),
                            "Sort them, each once.")
                    .done();
        }

        public static Scale of(String input, List<Double> values) {
            return new Scale(input, Optional.empty(), values);
        }

        /** Equal steps from one number to another, both ends included. */
        public static Scale of(String input, double from, double to, int count) {
            return of(
                    input,
                    IntStream.range(0, Math.max(count, 0))
                            .mapToObj(i -> i == count - 1 ? to : from + (to - from) * i / (count - 1))
                            .toList());
        }

        public Scale at(String name) {
            return new Scale(input, Optional.of(name), values);
        }
    }

    /**
     * A cell without a value.
     *
     * @param row number of its row, from 0
     * @param column number of its column, from 0
     * @param why the guard that fails, or the figure that is not finite
     */
    public record Broken(int row, int column, String why) {}

    /**
     * Where the figure is a target, as straight pieces between edges of the table's cells; each end lies where the figure is the target exactly.
     *
     * @param target in the unit of the figure
     * @param pieces cell by cell; none where the target is not crossed
     */
    public record IsoLine(double target, List<Piece> pieces) {
        public IsoLine {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A piece of the line within one cell of the table.
     *
     * @param from one end
     * @param to the other
     */
    public record Piece(Point from, Point to) {}

    /**
     * Numbers of the two inputs.
     *
     * @param row of the input of the rows
     * @param column of the input of the columns
     */
    public record Point(double row, double column) {}

    public TwoWay {
        values = values.stream().map(List::copyOf).toList();
        broken = List.copyOf(broken);
    }

    static TwoWay of(Worksheet sheet, String figure, Scale rows, Scale columns, OptionalDouble target) {
        long cells = (long) rows.values().size() * columns.values().size();
        if (cells > MOST_CELLS)
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    "table",
                    MOST_CELLS + " cells",
                    cells,
                    "Take fewer numbers of each input.");
        return new Run(sheet, figure, rows, columns).table(target);
    }

    /** One computation of a table. */
    private static final class Run {
        private final String figure;
        private final Scale rows;
        private final Scale columns;
        private final Lever down;
        private final Lever across;
        private final Trials trials;
        private final List<Broken> broken = new ArrayList<>();

        private Run(Worksheet sheet, String figure, Scale rows, Scale columns) {
            this.figure = figure;
            this.rows = rows;
            this.columns = columns;
            this.down = Lever.of(sheet, rows.input(), rows.element());
            this.across = Lever.of(sheet, columns.input(), columns.element());
            if (IntStream.concat(down.inputs(), across.inputs()).distinct().count()
                    < down.base().size() + across.base().size())
                throw InvalidInputException.of(
                        ValuationError.MISMATCH,
                        "columns.input",
                        columns.input() + " is moved by the rows already",
                        "Name two different inputs.");
            this.trials = new Trials(
                    sheet,
                    figure,
                    IntStream.concat(down.inputs(), across.inputs()).toArray());
            for (var lever : List.of(down, across)) {
                if (!new Trials(sheet, figure, lever.inputs().toArray()).isMoved(figure))
                    throw InvalidInputException.of(
                            ValuationError.MISMATCH,
                            lever.input().name(),
                            figure + " does not depend on it",
                            "Name an input that the figure is computed from.");
            }
        }

        private TwoWay table(OptionalDouble target) {
            int width = columns.values().size();
            int cells = rows.values().size() * width;
            var numbers = new double[cells];
            for (int from = 0; from < cells; from += trials.width()) {
                int count = Math.min(trials.width(), cells - from);
                for (int p = 0; p < count; p++)
                    set(
                            p,
                            rows.values().get((from + p) / width),
                            columns.values().get((from + p) % width));
                trials.run(count);
                for (int p = 0; p < count; p++) {
                    numbers[from + p] = trials.value(p);
                    int cell = from + p;
                    trials.broken(p).ifPresent(why -> broken.add(new Broken(cell / width, cell % width, why)));
                }
            }
            var values = new ArrayList<List<OptionalDouble>>();
            for (int r = 0; r < rows.values().size(); r++) {
                var row = new ArrayList<OptionalDouble>();
                for (int c = 0; c < width; c++) {
                    double value = numbers[r * width + c];
                    row.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
                }
                values.add(row);
            }
            var line = target.isPresent()
                    ? Optional.of(new IsoLine(target.getAsDouble(), pieces(numbers, target.getAsDouble())))
                    : Optional.<IsoLine>empty();
            return new TwoWay(figure, rows, columns, values, broken, line);
        }

        private void set(int point, double row, double column) {
            down.set(trials, 0, point, row);
            across.set(trials, down.base().size(), point, column);
        }

        private double at(double row, double column) {
            set(0, row, column);
            trials.run(1);
            return trials.value(0);
        }

        /** Marching squares; a saddle is decided by the figure at the middle of the cell. */
        private List<Piece> pieces(double[] numbers, double target) {
            var edges = new HashMap<List<Integer>, Optional<Point>>();
            var pieces = new ArrayList<Piece>();
            int width = columns.values().size();
            for (int r = 0; r + 1 < rows.values().size(); r++) {
                for (int c = 0; c + 1 < width; c++) {
                    // corners clockwise from this one; side k runs from corner k to the next
                    int[][] corners = {{r, c}, {r, c + 1}, {r + 1, c + 1}, {r + 1, c}};
                    var over = new boolean[4];
                    boolean holds = true;
                    for (int k = 0; k < 4; k++) {
                        double value = numbers[corners[k][0] * width + corners[k][1]];
                        holds &= !Double.isNaN(value);
                        over[k] = value >= target;
                    }
                    if (holds) cell(pieces, edges, corners, over, target);
                }
            }
            return pieces;
        }

        private void cell(
                List<Piece> pieces,
                Map<List<Integer>, Optional<Point>> edges,
                int[][] corners,
                boolean[] over,
                double target) {
            var crossed = IntStream.range(0, 4)
                    .filter(k -> over[k] != over[(k + 1) % 4])
                    .toArray();
            if (crossed.length == 0) return;
            if (crossed.length == 4 && isOverAtCenter(corners, target) == over[0]) {
                // the middle belongs to the first corner: cut off the second and the fourth
                join(pieces, edges, corners, crossed[0], crossed[1], target);
                join(pieces, edges, corners, crossed[2], crossed[3], target);
                return;
            }
            if (crossed.length == 4) {
                join(pieces, edges, corners, crossed[3], crossed[0], target);
                join(pieces, edges, corners, crossed[1], crossed[2], target);
                return;
            }
            join(pieces, edges, corners, crossed[0], crossed[1], target);
        }

        private boolean isOverAtCenter(int[][] corners, double target) {
            double row = 0.5 * (rows.values().get(corners[0][0]) + rows.values().get(corners[2][0]));
            double column = 0.5
                    * (columns.values().get(corners[0][1]) + columns.values().get(corners[2][1]));
            return at(row, column) >= target;
        }

        private void join(
                List<Piece> pieces,
                Map<List<Integer>, Optional<Point>> edges,
                int[][] corners,
                int one,
                int other,
                double target) {
            var from = crossing(edges, corners, one, target);
            var to = crossing(edges, corners, other, target);
            if (from.isPresent() && to.isPresent() && !from.equals(to)) pieces.add(new Piece(from.get(), to.get()));
        }

        /** Where the figure is the target on a side of a cell; nothing where the calculation does not hold on the way. */
        private Optional<Point> crossing(
                Map<List<Integer>, Optional<Point>> edges, int[][] corners, int side, double target) {
            var a = corners[side];
            var b = corners[(side + 1) % 4];
            boolean alongColumns = a[0] == b[0];
            int first = alongColumns ? Math.min(a[1], b[1]) : Math.min(a[0], b[0]);
            int fixed = alongColumns ? a[0] : a[1];
            return edges.computeIfAbsent(List.of(alongColumns ? 1 : 0, fixed, first), key -> {
                var scale = (alongColumns ? columns : rows).values();
                double other = (alongColumns ? rows : columns).values().get(fixed);
                try {
                    double x = Brent.root(
                            along -> (alongColumns ? at(other, along) : at(along, other)) - target,
                            scale.get(first),
                            scale.get(first + 1),
                            0x1p-40 * (scale.get(first + 1) - scale.get(first)),
                            Brent.MOST_ITERATIONS);
                    return Optional.of(alongColumns ? new Point(other, x) : new Point(x, other));
                } catch (ValuationFailedException e) {
                    return Optional.empty();
                }
            });
        }
    }
}
