package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.weighting.DecisionMatrix.Direction;

/**
 * Weighs criteria by how unequally the alternatives share them: the entropy weight method (熵权法).
 *
 * <p><b>Formula</b> p(i, j) = y(i, j) / Σᵢ y(i, j); e(j) = −Σᵢ p · ln p / ln m; d(j) = 1 − e(j) (差异系数); w(j) = d(j) / Σ d; y the values as given, or normalized, plus a shift ε; m
 * the number of alternatives
 *
 * <p><b>Units and ranges</b> y at least 0 and not all 0 in a column · e in [0, 1], because the base of the logarithm is m: another base gives other weights
 *
 * <p><b>Edge cases</b> 0 · ln 0 is 0 · a constant criterion is refused or weighs nothing, by option · all criteria constant is refused · a negative value is refused unless values
 * are normalized or shifted
 *
 * <p><b>Numerics</b> left-to-right summation; 1 − e loses digits where a criterion is nearly constant: absolute error of d about m · 2⁻⁵²
 *
 * <p><b>Use when / not when</b> nobody can judge weights and the data are a fair sample / the criterion that matters most happens to vary little: entropy measures spread,
 * not importance
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1007/978-3-642-48318-9">Hwang and Yoon, Multiple Attribute Decision Making, 1981, chapter II, the entropy method</a>
 */
public record Entropy(Options options) implements RankedMethod<DecisionMatrix, FoundWeights> {

    public static final MethodId ID = MethodId.of("weighting.entropy");

    /** What entropy is taken of. */
    public enum Normalization {
        /** The values as they are; directions do not count. */
        NONE,
        /** The place between worst, 0, and best, 1. */
        MIN_MAX,
        /** Value over greatest for a benefit, least over value for a cost. */
        RATIO
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param normalization what entropy is taken of
     * @param shift ε added to each normalized value, at least 0; keeps a worst value of min-max from being 0
     * @param constantColumn what becomes of a criterion by which all are alike
     */
    public record Options(Normalization normalization, double shift, ConstantColumn constantColumn) {
        public static final Options STANDARD = new Options(Normalization.NONE, 0, ConstantColumn.REFUSED);

        private static final double MOST_SHIFT = 1e6;

        public Options {
            new Check()
                    .range("shift", shift, 0, MOST_SHIFT, "Give what is added to each value, such as 0.0001, or 0.")
                    .done();
        }

        public Options withNormalization(Normalization of) {
            return new Options(of, shift, constantColumn);
        }

        public Options withShift(double by) {
            return new Options(normalization, by, constantColumn);
        }

        public Options withConstantColumn(ConstantColumn how) {
            return new Options(normalization, shift, how);
        }
    }

    public static Entropy standard() {
        return new Entropy(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Written writeRanked(Sheet sheet, DecisionMatrix matrix, ValuationContext context) {
        var logarithm = sheet.let(
                "logOfAlternatives", Cell.number(matrix.alternatives().size()).log());
        var divergence = new ArrayList<Cell>();
        for (var column : Column.write(sheet, matrix)) divergence.add(divergence(column, logarithm));
        return ObjectiveWeights.write(sheet, matrix, "divergence", divergence);
    }

    private Cell divergence(Column column, Cell logarithm) {
        var section = column.section();
        var extremes = column.extremes();
        if (options.constantColumn() == ConstantColumn.REFUSED)
            column.requireSpread(extremes, "Leave the criterion out, or let a constant column weigh nothing.");
        var shared = section.let("shared", shared(column, extremes));
        section.require(
                "sharedAtLeastZero",
                shared,
                Relation.GREATER_OR_EQUAL,
                Cell.ZERO,
                "Entropy is of shares: normalize by min-max, or measure from a natural zero.");
        var total = section.let("totalShared", shared.sum());
        if (options.constantColumn() == ConstantColumn.REFUSED)
            section.require("totalAboveZero", total, Relation.GREATER, Cell.ZERO, "Give one value above 0 at least.");
        var divisor = Figure.when(total, Relation.GREATER, Cell.ZERO, total, Cell.ONE);
        var share = section.let("share", shared.dividedBy(divisor).as(Unit.SHARE));
        var terms = share.times(
                Figure.when(share, Relation.GREATER, Cell.ZERO, share, Cell.ONE).log());
        var entropy = section.let("entropy", terms.sum().negated().dividedBy(logarithm));
        return section.let(
                "divergence",
                Figure.when(
                        extremes.greatest(),
                        Relation.GREATER,
                        extremes.least(),
                        Cell.ONE.minus(entropy).max(Cell.ZERO),
                        Cell.ZERO));
    }

    private Row shared(Column column, Extremes extremes) {
        var normalized = switch (options.normalization()) {
            case NONE -> column.value();
            case MIN_MAX -> column.minMax(extremes, Column.spanOrOne(extremes));
            case RATIO -> column.ratioToBest(extremes);
        };
        return options.shift() == 0 ? normalized : normalized.plus(Cell.number(options.shift()));
    }

    @Override
    public List<Note> remarks(DecisionMatrix matrix, ValuationContext context, Worksheet worksheet, String section) {
        var costs = matrix.criteria().stream()
                .filter(criterion -> criterion.direction() == Direction.COST)
                .map(DecisionMatrix.Criterion::name)
                .toList();
        return options.normalization() == Normalization.NONE && !costs.isEmpty()
                ? List.of(Note.of(Note.Kind.ASSUMPTION, "direction-not-used", String.join(", ", costs)))
                : List.of();
    }

    @Override
    public FoundWeights evaluate(DecisionMatrix matrix, ValuationContext context) {
        return ObjectiveWeights.found(this, matrix, context);
    }
}
