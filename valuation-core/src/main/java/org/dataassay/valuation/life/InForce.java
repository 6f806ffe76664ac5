package org.dataassay.valuation.life;

import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * The share of each period in which an asset is still in force: clamp(life − t + 1, 0, 1) for t = 1 … n. So a life acts on a forecast without any code reading
 * it, and can be a distribution.
 */
public final class InForce {

    private InForce() {}

    /**
     * Writes the number of each period, 1 … n, and {@code inForce}.
     *
     * @param life in years from the valuation date; must not reach beyond the axis
     */
    public static Row write(Sheet sheet, Axis periods, Cell life) {
        int n = periods.size();
        sheet.require(
                "lifeWithinForecast",
                life,
                Relation.LESS_OR_EQUAL,
                Cell.number(n),
                "Extend the forecast to the longest life that can be drawn.");
        var period = sheet.fixed("period", Unit.YEARS, periods, numbers(n));
        return sheet.let(
                "inForce",
                life.minus(period).plus(Cell.ONE).max(Cell.ZERO).min(Cell.ONE).as(Unit.SHARE));
    }

    private static List<Double> numbers(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(t -> (double) t).toList();
    }
}
