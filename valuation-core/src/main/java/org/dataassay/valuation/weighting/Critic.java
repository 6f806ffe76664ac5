package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;

/**
 * Weighs criteria by contrast and conflict: how far the alternatives lie apart by a criterion, and how little the other criteria already say the same (CRITIC).
 *
 * <p><b>Formula</b> C(j) = σ(j) · Σₖ [1 − ρ(j, k)]; w(j) = C(j) / Σ C; σ standard deviation of the min-max values, ρ their correlation
 *
 * <p><b>Units and ranges</b> any values, also negative · at least two criteria
 *
 * <p><b>Edge cases</b> the denominator of σ, n or n − 1, cancels in w · a constant criterion is refused or weighs nothing, by option, and then conflicts with none · criteria
 * that all rise together leave nothing to weigh by and are refused
 *
 * <p><b>Numerics</b> two-pass moments, left to right; ρ within about n · 2⁻⁵²
 *
 * <p><b>Use when / not when</b> criteria overlap and double counting is feared / a handful of alternatives: correlations are then mostly chance
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1016/0305-0548(94)00059-H">Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems: the CRITIC
 *     method, Computers and Operations Research 22, 1995, pages 763–770, section 2</a>
 */
public record Critic(Options options) implements RankedMethod<DecisionMatrix, FoundWeights> {

    public static final MethodId ID = MethodId.of("weighting.critic");

    private static final Cell HALF = Cell.number(0.5);

    /** Min-max values are at most 1. */
    private static final Cell ABOVE_ALL = Cell.number(2);

    /** Which correlation measures conflict. */
    public enum CorrelationKind {
        /** Of the values. */
        PEARSON,
        /** Of their ranks; those that tie share the mean of theirs. */
        SPEARMAN
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param correlation which correlation measures conflict
     * @param constantColumn what becomes of a criterion by which all are alike
     */
    public record Options(CorrelationKind correlation, ConstantColumn constantColumn) {
        public static final Options STANDARD = new Options(CorrelationKind.PEARSON, ConstantColumn.REFUSED);

        public Options withCorrelation(CorrelationKind which) {
            return new Options(which, constantColumn);
        }

        public Options withConstantColumn(ConstantColumn how) {
            return new Options(correlation, how);
        }
    }

    /** Values less their mean, and the root of their sum of squares. */
    private record Deviations(Row from, Cell length) {}

    public static Critic standard() {
        return new Critic(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Written writeRanked(Sheet sheet, DecisionMatrix matrix, ValuationContext context) {
        int n = matrix.criteria().size();
        if (n < 2)
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    "criteria",
                    "2 at least",
                    n,
                    "One criterion conflicts with none; its weight is 1.");
        var columns = Column.write(sheet, matrix);
        var spread = new ArrayList<Cell>();
        var deviations = new ArrayList<Deviations>();
        for (var column : columns) {
            var extremes = column.extremes();
            if (options.constantColumn() == ConstantColumn.REFUSED)
                column.requireSpread(extremes, "Leave the criterion out, or let a constant column weigh nothing.");
            var normalized = column.section().let("normalized", column.minMax(extremes, Column.spanOrOne(extremes)));
            var plain = deviations(column.section(), "fromMean", normalized);
            spread.add(column.section()
                    .let(
                            "standardDeviation",
                            plain.length()
                                    .dividedBy(Cell.number(matrix.alternatives().size())
                                            .sqrt())));
            deviations.add(
                    options.correlation() == CorrelationKind.PEARSON
                            ? plain
                            : deviations(column.section(), "rankFromMean", ranks(column.section(), normalized)));
        }
        return ObjectiveWeights.write(sheet, matrix, "information", information(columns, spread, deviations));
    }

    /** Writes the deviations from the mean. */
    private static Deviations deviations(Sheet section, String name, Row values) {
        var mean = values.sum().dividedBy(Cell.number(values.axis().size()));
        var from = section.let(name, values.minus(mean));
        return new Deviations(from, section.let(name + "Length", length(from)));
    }

    private static Cell length(Row from) {
        var squares = from.power(2).sum();
        return Figure.when(
                squares,
                Relation.GREATER,
                Cell.ZERO,
                Figure.when(squares, Relation.GREATER, Cell.ZERO, squares, Cell.ONE)
                        .sqrt(),
                Cell.ZERO);
    }

    /** The rank of each value from below, 1 the least; half a rank for each other that ties. */
    private static Row ranks(Sheet section, Row values) {
        var ranks = new ArrayList<Cell>();
        for (int i = 0; i < values.axis().size(); i++) {
            var others = values.plus(aside(values.axis(), i));
            var below = Figure.when(others, Relation.LESS, values.at(i), Cell.ONE, Cell.ZERO)
                    .sum();
            var upTo = Figure.when(others, Relation.LESS_OR_EQUAL, values.at(i), Cell.ONE, Cell.ZERO)
                    .sum();
            ranks.add(below.plus(upTo).times(HALF).plus(Cell.ONE));
        }
        return section.let("rankFromBelow", Row.of(values.axis(), ranks));
    }

    /** Added to values in [0, 1], it lifts one above all, so that none is compared with itself: that would be a tie at every point. */
    private static Row aside(Axis axis, int own) {
        return Row.of(
                axis,
                IntStream.range(0, axis.size())
                        .mapToObj(i -> i == own ? ABOVE_ALL : Cell.ZERO)
                        .toList());
    }

    private static List<Cell> information(List<Column> columns, List<Cell> spread, List<Deviations> deviations) {
        int n = columns.size();
        var conflicts = new ArrayList<List<Cell>>();
        for (int j = 0; j < n; j++) conflicts.add(new ArrayList<>());
        for (int j = 0; j < n; j++)
            for (int k = j + 1; k < n; k++) {
                var conflict = columns.get(j)
                        .section()
                        .section("conflict")
                        .let(columns.get(k).criterion().name(), conflict(deviations.get(j), deviations.get(k)));
                conflicts.get(j).add(conflict);
                conflicts.get(k).add(conflict);
            }
        var information = new ArrayList<Cell>();
        for (int j = 0; j < n; j++) {
            var sum = columns.get(j)
                    .section()
                    .let(
                            "totalConflict",
                            conflicts.get(j).stream().reduce(Cell::plus).orElseThrow());
            information.add(
                    columns.get(j).section().let("information", spread.get(j).times(sum)));
        }
        return information;
    }

    /** 1 − ρ, at least 0; 0 with a constant criterion. */
    private static Cell conflict(Deviations one, Deviations other) {
        var lengths = one.length().times(other.length());
        var divisor = Figure.when(lengths, Relation.GREATER, Cell.ZERO, lengths, Cell.ONE);
        var correlation = one.from().times(other.from()).sum().dividedBy(divisor);
        return Figure.when(
                lengths,
                Relation.GREATER,
                Cell.ZERO,
                Cell.ONE.minus(correlation).max(Cell.ZERO),
                Cell.ZERO);
    }

    @Override
    public FoundWeights evaluate(DecisionMatrix matrix, ValuationContext context) {
        return ObjectiveWeights.found(this, matrix, context);
    }
}
