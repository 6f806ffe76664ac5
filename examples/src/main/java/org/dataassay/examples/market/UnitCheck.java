package org.dataassay.examples.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.Quantiles;

/** Finds listings whose price can hardly be for the unit that is stated: a package sold as one use, a trial price sold as a data set. */
final class UnitCheck {

    /** A price more than so many times above or below the median of its like is for something else. */
    static final double TIMES = 100;

    /** Of fewer listings of one mode and category the median says nothing: that of the mode is taken. */
    static final int ENOUGH = 5;

    private final Map<String, Double> medians = new TreeMap<>();

    // #region units
    UnitCheck(List<ListingRow> rows) {
        var groups = new TreeMap<String, List<Double>>();
        for (var row : rows)
            for (var group : List.of(row.mode(), row.mode() + "/" + row.category()))
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(Elementary.log(row.price()));
        groups.forEach((group, logs) -> {
            var values = logs.stream().mapToDouble(v -> v).toArray();
            if (values.length >= ENOUGH || !group.contains("/")) medians.put(group, Quantiles.exact(values, 0.5)[0]);
        });
    }

    /** The unit against the magnitude: how many times the price is off the median of its mode and category. */
    boolean isSuspect(ListingRow row) {
        double median = medians.getOrDefault(
                row.mode() + "/" + row.category(), medians.getOrDefault(row.mode(), Elementary.log(row.price())));
        return Math.abs(Elementary.log(row.price()) - median) > Elementary.log(TIMES);
    }
    // #endregion units
}
