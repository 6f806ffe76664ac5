package org.dataassay.valuation.life;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Timing;

/**
 * The share of each period in which an asset is still in force: clamp((life − s) / d, 0, 1), where the period starts s years from the valuation date and lasts d
 * years; for whole years clamp(life − t + 1, 0, 1), t = 1 … n. So a life acts on a forecast without any code reading it, and can be a distribution.
 */
public final class InForce {

    private InForce() {}

    /**
     * Writes the start of each period and {@code inForce}.
     *
     * @param life in years from the valuation date; must not reach beyond the axis
     * @param timing says how long the first period is
     */
    public static Row write(Sheet sheet, Axis periods, Cell life, Timing timing) {
        var lengths = timing.flowShares(periods.size());
        int last = periods.size() - 1;
        double end = starts(lengths).get(last) + lengths.get(last);
        sheet.require(
                "lifeWithinForecast",
                life,
                Relation.LESS_OR_EQUAL,
                Cell.number(end),
                "Extend the forecast to the longest life that can be drawn.");
        return share(sheet, periods, life, timing);
    }

    /** The same for an asset that may outlive the forecast. */
    public static Row share(Sheet sheet, Axis periods, Cell life, Timing timing) {
        var lengths = timing.flowShares(periods.size());
        var starts = starts(lengths);
        var left = life.minus(sheet.fixed("periodStart", Unit.YEARS, periods, starts));
        var share = lengths.get(0) == 1
                ? left
                : left.dividedBy(sheet.fixed("periodLength", Unit.YEARS, periods, lengths)
                        .as(Unit.FACTOR));
        return sheet.let("inForce", share.max(Cell.ZERO).min(Cell.ONE).as(Unit.SHARE));
    }

    /** The start of each period of these lengths, in years from the valuation date. */
    public static List<Double> starts(List<Double> lengths) {
        var starts = new ArrayList<Double>();
        double end = 0;
        for (double length : lengths) {
            starts.add(end);
            end += length;
        }
        return starts;
    }
}
