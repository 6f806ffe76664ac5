package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Ranks sequences by how closely they follow a reference: grey relational analysis (灰色关联分析), with few data and no assumption of a distribution.
 *
 * <p><b>Formula</b> Deng: Δ(i, k) = |x₀(k) − xᵢ(k)|; ξ = (Δmin + ρ · Δmax) / (Δ + ρ · Δmax); r(i) = Σ w(k) · ξ(i, k). Absolute degree: zᵢ(k) = xᵢ(k) − xᵢ(1), the <em>first</em>
 * value; sᵢ = Σ z(k) over k = 2…n−1, plus z(n)/2; ε(i) = (1 + |s₀| + |sᵢ|) / (1 + |s₀| + |sᵢ| + |sᵢ − s₀|)
 *
 * <p><b>Units and ranges</b> ρ in (0, 1]; r and ε in (0, 1], 1 is the reference itself
 *
 * <p><b>Edge cases</b> sequences that all equal the reference are refused: Δmax is 0 · a printed example takes the previous value off instead of the first, which is another,
 * wrong, degree · the absolute degree has the criteria in a set order and takes no weights
 *
 * <p><b>Numerics</b> left-to-right sums. Against the ideal, values as they are or by min-max attain Δmin = 0, and by min-max Δmax = 1: then these are written as numbers, for a search
 * of them would find ties everywhere
 *
 * <p><b>Use when / not when</b> few, short sequences and a question of likeness / a judgement of merit with trade-offs: use TOPSIS
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1016/S0167-6911(82)80025-X">Deng, Control problems of grey systems, Systems and Control Letters 1, 1982, pages 288–294</a>
 * @see <a href="https://doi.org/10.1007/1-84628-342-6">Liu and Lin, Grey Information: Theory and Practical Applications, 2006, chapter on grey incidence analysis, absolute degree</a>
 */
public record GreyRelational(Options options) implements RankedMethod<GreyFacts, Ranking> {

    public static final MethodId ID = MethodId.of("weighting.grey-relational");

    /** The usual distinguishing coefficient. */
    public static final double USUAL_COEFFICIENT = 0.5;

    private static final Cell HALF = Cell.number(0.5);

    /** What likeness is. */
    public enum Degree {
        /** Nearness point by point. */
        DENG,
        /** Likeness of shape: the area between the sequences, each started at zero. */
        ABSOLUTE
    }

    /** How sequences are made comparable. */
    public enum Normalization {
        /** As they are. */
        NONE,
        /** Each criterion by the place between worst, 0, and best, 1, of alternatives and reference. */
        MIN_MAX,
        /** Each sequence by its first value (初值像). */
        FIRST_VALUE,
        /** Each sequence by its mean (均值像). */
        MEAN
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param degree what likeness is
     * @param normalization how sequences are made comparable
     * @param distinguishingCoefficient ρ in (0, 1]: the smaller, the further the degrees lie apart; of no effect on the absolute degree
     */
    public record Options(Degree degree, Normalization normalization, double distinguishingCoefficient) {
        public static final Options STANDARD = new Options(Degree.DENG, Normalization.MIN_MAX, USUAL_COEFFICIENT);

        public Options {
            new Check()
                    .that(
                            distinguishingCoefficient > 0 && distinguishingCoefficient <= 1,
                            "distinguishingCoefficient",
                            "above 0 and at most 1",
                            distinguishingCoefficient,
                            "0.5 is usual.")
                    .done();
        }

        public Options withDegree(Degree what) {
            return new Options(what, normalization, distinguishingCoefficient);
        }

        public Options withNormalization(Normalization how) {
            return new Options(degree, how, distinguishingCoefficient);
        }

        public Options withDistinguishingCoefficient(double rho) {
            return new Options(degree, normalization, rho);
        }
    }

    /**
     * One point of all sequences.
     *
     * @param section where its figures are written
     * @param isBenefit whether more is better
     * @param values of the alternatives
     * @param reference to compare with
     */
    private record Point(Sheet section, boolean isBenefit, Row values, Cell reference) {}

    public static GreyRelational standard() {
        return new GreyRelational(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes {@code score}, the degree of each alternative, and returns {@code lead}. */
    @Override
    public Written writeRanked(Sheet sheet, GreyFacts facts, ValuationContext context) {
        var points = normalized(sheet, points(sheet, facts));
        return Ranks.write(
                sheet,
                Ranking.SCORE,
                options.degree() == Degree.DENG ? deng(sheet, facts, points) : absolute(sheet, facts, points));
    }

    private static List<Point> points(Sheet sheet, GreyFacts facts) {
        var columns = Column.write(sheet, facts.matrix());
        var reference = facts.reference().isEmpty()
                ? List.<Cell>of()
                : cells(sheet.given(
                        "reference", Unit.FACTOR, Column.axisOfCriteria(sheet, facts.matrix()), facts.reference()));
        var points = new ArrayList<Point>();
        for (int k = 0; k < columns.size(); k++) {
            var column = columns.get(k);
            var compared = reference.isEmpty() ? ideal(column) : reference.get(k);
            points.add(new Point(column.section(), column.isBenefit(), column.value(), compared));
        }
        return points;
    }

    private static Cell ideal(Column column) {
        var extremes = Extremes.of(column.value());
        return column.section().let("ideal", column.isBenefit() ? extremes.greatest() : extremes.least());
    }

    private static List<Cell> cells(Row row) {
        return IntStream.range(0, row.axis().size()).mapToObj(row::at).toList();
    }

    private List<Point> normalized(Sheet sheet, List<Point> points) {
        return switch (options.normalization()) {
            case NONE -> points;
            case MIN_MAX -> points.stream().map(GreyRelational::placed).toList();
            case FIRST_VALUE ->
                scaled(sheet, points, points.get(0).values(), points.get(0).reference());
            case MEAN -> {
                var count = Cell.number(points.size());
                yield scaled(
                        sheet,
                        points,
                        points.stream()
                                .map(Point::values)
                                .reduce(Row::plus)
                                .orElseThrow()
                                .dividedBy(count),
                        points.stream()
                                .map(Point::reference)
                                .reduce(Cell::plus)
                                .orElseThrow()
                                .dividedBy(count));
            }
        };
    }

    /** By the place between worst and best. */
    private static Point placed(Point point) {
        var section = point.section();
        var extremes = Extremes.of(point.values());
        var least = section.let("least", extremes.least().min(point.reference()));
        var greatest = section.let("greatest", extremes.greatest().max(point.reference()));
        section.require(
                "spread",
                greatest,
                Relation.GREATER,
                least,
                "Leave the criterion out, or do not normalize by min-max.");
        var span = greatest.minus(least);
        var values = point.isBenefit() ? point.values().minus(least) : greatest.minus(point.values());
        var reference = point.isBenefit() ? point.reference().minus(least) : greatest.minus(point.reference());
        return new Point(
                section,
                true,
                section.let("normalized", values.dividedBy(span)),
                section.let("normalizedReference", reference.dividedBy(span)));
    }

    /** Each sequence by a figure of its own. */
    private static List<Point> scaled(Sheet sheet, List<Point> points, Row sizes, Cell referenceSize) {
        var size = sheet.let("sizeOfSequence", sizes);
        var own = sheet.let("sizeOfReference", referenceSize);
        var remedy = "A sequence is divided by it: normalize otherwise.";
        sheet.require("sizeOfSequenceAboveZero", size, Relation.GREATER, Cell.ZERO, remedy);
        sheet.require("sizeOfReferenceAboveZero", own, Relation.GREATER, Cell.ZERO, remedy);
        return points.stream()
                .map(point -> new Point(
                        point.section(),
                        point.isBenefit(),
                        point.section().let("normalized", point.values().dividedBy(size)),
                        point.section()
                                .let("normalizedReference", point.reference().dividedBy(own))))
                .toList();
    }

    private Row deng(Sheet sheet, GreyFacts facts, List<Point> points) {
        boolean isIdeal = facts.reference().isEmpty();
        boolean isAttained =
                isIdeal && List.of(Normalization.NONE, Normalization.MIN_MAX).contains(options.normalization());
        var differences = points.stream()
                .map(point -> point.section().let("difference", difference(point, isAttained)))
                .toList();
        var least = sheet.let(
                "leastDifference",
                isAttained
                        ? Cell.ZERO
                        : Extremes.of(differences.stream().reduce(Row::min).orElseThrow())
                                .least());
        var greatest = sheet.let(
                "greatestDifference",
                isIdeal && options.normalization() == Normalization.MIN_MAX
                        ? Cell.ONE
                        : Extremes.of(differences.stream().reduce(Row::max).orElseThrow())
                                .greatest());
        sheet.require(
                "differencesOrdered", least, Relation.LESS_OR_EQUAL, greatest, "The least is the greatest at most.");
        sheet.require(
                "greatestDifferenceAboveZero",
                greatest,
                Relation.GREATER,
                Cell.ZERO,
                "Every sequence equals the reference: there is nothing to rank.");
        var scaled = sheet.let("scaledDifference", greatest.times(Cell.number(options.distinguishingCoefficient())));
        var numerator = least.plus(scaled);
        var weights = facts.weights().isEmpty()
                ? equal(facts.matrix().criteria().size())
                : cells(WeightedMatrix.writeWeights(sheet, facts.matrix(), facts.weights()));
        return IntStream.range(0, points.size())
                .mapToObj(k -> points.get(k)
                        .section()
                        .let(
                                "relationalCoefficient",
                                numerator.dividedBy(differences.get(k).plus(scaled)))
                        .times(weights.get(k)))
                .reduce(Row::plus)
                .orElseThrow();
    }

    private static List<Cell> equal(int count) {
        return Collections.nCopies(count, Cell.ONE.dividedBy(Cell.number(count)));
    }

    /** An ideal that is attained lies on one side of all values. */
    private static Row difference(Point point, boolean isAttained) {
        var below = point.reference().minus(point.values());
        if (!isAttained) return below.abs();
        return point.isBenefit() ? below : point.values().minus(point.reference());
    }

    private Row absolute(Sheet sheet, GreyFacts facts, List<Point> points) {
        int n = points.size();
        if (!facts.weights().isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "weights",
                    "the absolute degree weighs no points",
                    "Leave the weights out, or take the degree of Deng.");
        if (n < 2)
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE, "criteria", "2 at least", n, "A shape needs two points.");
        var first = points.get(0);
        var started = new ArrayList<Row>();
        var reference = new ArrayList<Cell>();
        for (var point : points.subList(1, n)) {
            started.add(point.section().let("fromFirst", point.values().minus(first.values())));
            reference.add(
                    point.section().let("referenceFromFirst", point.reference().minus(first.reference())));
        }
        started.set(n - 2, started.get(n - 2).times(HALF));
        reference.set(n - 2, reference.get(n - 2).times(HALF));
        var area = sheet.let("area", started.stream().reduce(Row::plus).orElseThrow());
        var own = sheet.let(
                "areaOfReference", reference.stream().reduce(Cell::plus).orElseThrow());
        var likeness = sheet.let("likeness", area.abs().plus(own.abs()).plus(Cell.ONE));
        return likeness.dividedBy(likeness.plus(area.minus(own).abs()));
    }

    @Override
    public List<Note> remarks(GreyFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        if (options.degree() == Degree.DENG && facts.weights().isEmpty())
            notes.add(Note.of(Note.Kind.ASSUMPTION, "equal-weights", "Every criterion weighs the same."));
        boolean isOwn = options.degree() == Degree.ABSOLUTE
                && options.normalization() != Normalization.MIN_MAX
                && !facts.reference().isEmpty();
        if (!isOwn)
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "relative-to-alternatives",
                    "Scores compare these alternatives only; another set may order them otherwise."));
        return notes;
    }

    @Override
    public Ranking evaluate(GreyFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        return Ranking.of(this, facts, context, sheet.close(write(sheet, facts, context)));
    }
}
