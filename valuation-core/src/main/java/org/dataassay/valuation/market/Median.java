package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * The median of a row of positive figures as a formula: each element is compared with each other one, and the middle is the element with no more than half below it
 * and no more than half above it; of an even number, the mean of the two middle ones. No number is read while the sheet is written, so the median moves with a draw.
 */
final class Median {

    /** Keeps an element from being compared with itself: it then counts as greater, never as equal. */
    private static final double OUT_OF_THE_WAY = 2;

    /** Ranks are whole, so half a rank separates them. */
    private static final double HALF_RANK = 0.5;

    private final Sheet sheet;
    private final Row row;
    private final Row below;
    private final Row above;

    private Median(Sheet sheet, Row row, Row below, Row above) {
        this.sheet = sheet;
        this.row = row;
        this.below = below;
        this.above = above;
    }

    /** Writes {@code numberBelow}, {@code numberAbove} and which element is the middle one, and returns the median. */
    static Cell of(Sheet sheet, Row row) {
        int n = row.axis().size();
        if (n == 1) return row.at(0);
        var below = new ArrayList<Cell>();
        var above = new ArrayList<Cell>();
        for (int i = 0; i < n; i++) {
            var others = row.times(Row.of(row.axis(), apart(row.axis(), i)));
            below.add(count(others, Relation.LESS, row.at(i)));
            above.add(count(others, Relation.GREATER, row.at(i)).minus(Cell.ONE));
        }
        var median = new Median(
                sheet,
                row,
                sheet.let("numberBelow", Row.of(row.axis(), below).as(Unit.FACTOR)),
                sheet.let("numberAbove", Row.of(row.axis(), above).as(Unit.FACTOR)));
        return n % 2 == 1
                ? median.element("middle", n / 2)
                : median.element("lowerMiddle", n / 2 - 1)
                        .plus(median.element("upperMiddle", n / 2))
                        .dividedBy(Cell.number(2));
    }

    private static List<Cell> apart(Axis axis, int own) {
        return IntStream.range(0, axis.size())
                .mapToObj(j -> j == own ? Cell.number(OUT_OF_THE_WAY) : Cell.ONE)
                .toList();
    }

    private static Cell count(Row others, Relation relation, Cell than) {
        return Figure.when(others, relation, than, Cell.ONE, Cell.ZERO).sum();
    }

    /** The element with {@code rank} below it when sorted: the mean of those at that place, which are equal. */
    private Cell element(String name, int rank) {
        int after = row.axis().size() - 1 - rank;
        var notTooHigh = Figure.when(below, Relation.LESS, Cell.number(rank + HALF_RANK), Cell.ONE, Cell.ZERO);
        var there = sheet.let(
                name,
                Figure.when(above, Relation.LESS, Cell.number(after + HALF_RANK), notTooHigh, Cell.ZERO)
                        .as(Unit.FACTOR));
        return row.times(there).sum().dividedBy(there.sum());
    }
}
