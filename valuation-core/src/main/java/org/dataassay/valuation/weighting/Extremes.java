package org.dataassay.valuation.weighting;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Row;

/**
 * The least and the greatest of several figures, as formulas. Halves are compared with halves, so that no formula is nested deeper than the logarithm of their number.
 *
 * @param least of them
 * @param greatest of them
 */
record Extremes(Cell least, Cell greatest) {

    static Extremes of(List<Cell> cells) {
        return new Extremes(halved(cells, Cell::min), halved(cells, Cell::max));
    }

    static Extremes of(Row row) {
        return of(IntStream.range(0, row.axis().size()).mapToObj(row::at).toList());
    }

    private static Cell halved(List<Cell> cells, BinaryOperator<Cell> better) {
        if (cells.size() == 1) return cells.get(0);
        int middle = cells.size() / 2;
        return better.apply(
                halved(cells.subList(0, middle), better), halved(cells.subList(middle, cells.size()), better));
    }

    Cell span() {
        return greatest.minus(least);
    }
}
