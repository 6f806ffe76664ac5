package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.weighting.DecisionMatrix.Criterion;
import org.dataassay.valuation.weighting.DecisionMatrix.Direction;

/**
 * One criterion of a decision matrix on the sheet: its values run along the axis {@code alternatives}, and what is made of them stands beside them in the section
 * {@code criteria/<name>}.
 *
 * @param criterion whose column it is
 * @param section where its figures are written
 * @param value of each alternative
 */
record Column(Criterion criterion, Sheet section, Row value) {

    /** Writes the matrix, a row of values per criterion. */
    static List<Column> write(Sheet sheet, DecisionMatrix matrix) {
        var axis = sheet.axis("alternatives", matrix.alternativeNames());
        var columns = new ArrayList<Column>();
        for (int j = 0; j < matrix.criteria().size(); j++) {
            var criterion = matrix.criteria().get(j);
            var section = section(sheet, criterion.name());
            columns.add(new Column(criterion, section, section.given("value", Unit.FACTOR, axis, matrix.column(j))));
        }
        return columns;
    }

    /** Where the figures of a criterion are written. */
    static Sheet section(Sheet sheet, String criterion) {
        return sheet.section("criteria").section(criterion);
    }

    static Axis axisOfCriteria(Sheet sheet, DecisionMatrix matrix) {
        return sheet.axis("criteria", matrix.criterionNames());
    }

    boolean isBenefit() {
        return criterion.direction() == Direction.BENEFIT;
    }

    /** Writes {@code least} and {@code greatest} of the values. */
    Extremes extremes() {
        var extremes = Extremes.of(value);
        return new Extremes(section.let("least", extremes.least()), section.let("greatest", extremes.greatest()));
    }

    /** Demands that the values differ. */
    void requireSpread(Extremes extremes, String remedy) {
        section.require("spread", extremes.greatest(), Relation.GREATER, extremes.least(), remedy);
    }

    /** Each value by its place between the worst, 0, and the best, 1; the span is given, for a column without one needs another. */
    Row minMax(Extremes extremes, Cell span) {
        var better = isBenefit()
                ? value.minus(extremes.least())
                : extremes.greatest().minus(value);
        return better.dividedBy(span);
    }

    /** Demands values above 0. */
    void requireAboveZero(String remedy) {
        section.require("valueAboveZero", value, Relation.GREATER, Cell.ZERO, remedy);
    }

    /** Each value against the best, 1: value over greatest, or least over value. */
    Row ratioToBest(Extremes extremes) {
        requireAboveZero("Ratios need values above 0: normalize by min-max.");
        return isBenefit()
                ? value.dividedBy(extremes.greatest())
                : extremes.least().dividedBy(value);
    }

    /** The span where there is one, else 1. */
    static Cell spanOrOne(Extremes extremes) {
        return Figure.when(extremes.greatest(), Relation.GREATER, extremes.least(), extremes.span(), Cell.ONE);
    }
}
