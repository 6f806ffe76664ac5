package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Ranks alternatives by how near they are to the best that was seen and how far from the worst (TOPSIS, 优劣解距离法).
 *
 * <p><b>Formula</b> v(i, j) = w(j) · r(i, j), r normalized; A⁺ the best v by each criterion, A⁻ the worst; d⁺(i), d⁻(i) distances from A⁺ and A⁻; C(i) = d⁻ / (d⁺ + d⁻)
 *
 * <p><b>Units and ranges</b> any values that the normalization permits · weights at least 0, summing to one · C in [0, 1], 1 is the best by every criterion
 *
 * <p><b>Edge cases</b> alternatives that are alike by every weighted criterion are refused · at d = 0 the slope of a Euclidean distance is taken as 0 and flagged as a kink ·
 * alternatives added or removed move A⁺ and A⁻, and may change the order of the others
 *
 * <p><b>Numerics</b> sums of n criteria and squares, left to right: relative error about n · 2⁻⁵³
 *
 * <p><b>Use when / not when</b> a strength may make up for a weakness / a criterion must be met whatever the others: screen first
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1007/978-3-642-48318-9">Hwang and Yoon, Multiple Attribute Decision Making, 1981, chapter III, TOPSIS</a>
 */
public record Topsis(Options options) implements RankedMethod<WeightedMatrix, Ranking> {

    public static final MethodId ID = MethodId.of("weighting.topsis");

    /** How values of different criteria are made comparable. */
    public enum Normalization {
        /** By the root of the sum of squares. */
        VECTOR,
        /** By the place between least and greatest. */
        MIN_MAX,
        /** By the sum, which must be above 0. */
        SUM,
        /** By the greatest, which must be above 0. */
        GREATEST
    }

    /** How far two alternatives lie apart. */
    public enum Distance {
        /** The root of the sum of squares. */
        EUCLIDEAN,
        /** The sum of the differences. */
        MANHATTAN,
        /** The greatest difference. */
        CHEBYSHEV
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param normalization how values of different criteria are made comparable
     * @param distance how far two alternatives lie apart
     */
    public record Options(Normalization normalization, Distance distance) {
        public static final Options STANDARD = new Options(Normalization.VECTOR, Distance.EUCLIDEAN);

        public Options withNormalization(Normalization how) {
            return new Options(how, distance);
        }

        public Options withDistance(Distance how) {
            return new Options(normalization, how);
        }
    }

    public static Topsis standard() {
        return new Topsis(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes {@code distanceFromIdeal}, {@code distanceFromWorst} and {@code score}, and returns {@code lead}. */
    @Override
    public Written writeRanked(Sheet sheet, WeightedMatrix facts, ValuationContext context) {
        var columns = Column.write(sheet, facts.matrix());
        var weights = facts.writeWeights(sheet);
        var below = new ArrayList<Row>();
        var above = new ArrayList<Row>();
        for (int j = 0; j < columns.size(); j++) {
            var column = columns.get(j);
            var weighted =
                    column.section().let("weightedValue", normalized(column).times(weights.at(j)));
            var extremes = Extremes.of(weighted);
            var ideal = column.section().let("ideal", column.isBenefit() ? extremes.greatest() : extremes.least());
            var anti = column.section().let("worst", column.isBenefit() ? extremes.least() : extremes.greatest());
            below.add(column.isBenefit() ? ideal.minus(weighted) : weighted.minus(ideal));
            above.add(column.isBenefit() ? weighted.minus(anti) : anti.minus(weighted));
        }
        var fromIdeal = sheet.let("distanceFromIdeal", distance(sheet, "squareFromIdeal", below));
        var fromWorst = sheet.let("distanceFromWorst", distance(sheet, "squareFromWorst", above));
        var both = sheet.let("distances", fromIdeal.plus(fromWorst));
        sheet.require(
                "alternativesDiffer",
                both,
                Relation.GREATER,
                Cell.ZERO,
                "The alternatives are alike by every criterion that weighs anything: there is nothing to rank.");
        return Ranks.write(sheet, Ranking.SCORE, fromWorst.dividedBy(both));
    }

    private Row normalized(Column column) {
        var section = column.section();
        var value = column.value();
        return section.let(
                "normalized",
                switch (options.normalization()) {
                    case VECTOR ->
                        value.dividedBy(divisor(section, value.power(2).sum()).sqrt());
                    case SUM -> value.dividedBy(divisor(section, value.sum()));
                    case GREATEST ->
                        value.dividedBy(divisor(section, Extremes.of(value).greatest()));
                    case MIN_MAX -> {
                        var extremes = column.extremes();
                        column.requireSpread(extremes, "Leave the criterion out, or normalize by vector.");
                        yield value.minus(extremes.least()).dividedBy(extremes.span());
                    }
                });
    }

    private static Cell divisor(Sheet section, Cell figure) {
        var size = section.let("size", figure);
        section.require(
                "sizeAboveZero",
                size,
                Relation.GREATER,
                Cell.ZERO,
                "Leave the criterion out, or normalize by min-max.");
        return size;
    }

    private Row distance(Sheet sheet, String name, List<Row> gaps) {
        return switch (options.distance()) {
            case MANHATTAN -> gaps.stream().reduce(Row::plus).orElseThrow();
            case CHEBYSHEV -> gaps.stream().reduce(Row::max).orElseThrow();
            case EUCLIDEAN ->
                root(sheet.let(
                        name,
                        gaps.stream().map(gap -> gap.power(2)).reduce(Row::plus).orElseThrow()));
        };
    }

    /** The square root, of which the slope at 0 is taken as 0. */
    private static Row root(Row squares) {
        var positive = Figure.when(squares, Relation.GREATER, Cell.ZERO, squares, Cell.ONE);
        return Figure.when(squares, Relation.GREATER, Cell.ZERO, positive.sqrt(), Cell.ZERO);
    }

    @Override
    public List<Note> remarks(WeightedMatrix facts, ValuationContext context, Worksheet worksheet, String section) {
        return List.of(Note.of(
                Note.Kind.LIMIT,
                "relative-to-alternatives",
                "Scores compare these alternatives only; another set may order them otherwise."));
    }

    @Override
    public Ranking evaluate(WeightedMatrix facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        return Ranking.of(this, facts, context, sheet.close(write(sheet, facts, context)));
    }
}
