package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;

/**
 * Figures over time: a forecast, a decay.
 *
 * @param title what is shown
 * @param quantity what the values measure
 * @param periods the periods' names, in order
 * @param series one to {@link #MOST_SERIES} lines, told apart by dash and mark as well as color
 */
public record Trend(String title, Quantity quantity, List<String> periods, List<Series> series) implements Chart {

    /** More lines than this cannot be told apart. */
    public static final int MOST_SERIES = 4;

    public Trend {
        periods = List.copyOf(periods);
        series = List.copyOf(series);
        var check = new Check()
                .that(!periods.isEmpty(), "periods", "at least one", "none", "Leave the chart out.")
                .that(
                        !series.isEmpty() && series.size() <= MOST_SERIES,
                        "series",
                        "1 to " + MOST_SERIES + " lines",
                        series.size(),
                        "Use more charts.");
        for (int i = 0; i < series.size(); i++) {
            var s = series.get(i);
            check.that(
                    s.values().size() == periods.size(),
                    "series[" + i + "]",
                    "as long as periods, " + periods.size(),
                    s.values().size(),
                    "Fill it.");
            check.that(
                    s.values().stream().allMatch(Double::isFinite),
                    "series[" + i + "]",
                    "finite numbers",
                    s.values(),
                    "Shorten the periods.");
        }
        check.done();
    }

    /** A named line, and whether the area under it is tinted. */
    public record Series(String name, List<Double> values, boolean area) {

        public Series {
            values = List.copyOf(values);
        }
    }

    @Override
    public Table data(Edition edition) {
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.words(edition.text("chart.period")));
        series.forEach(s -> columns.add(Table.Column.numbers(s.name())));
        var table = new Table(title, columns, List.of());
        for (int i = 0; i < periods.size(); i++) {
            var entries = new ArrayList<Markup>();
            entries.add(Markup.text(periods.get(i)));
            for (var s : series)
                entries.add(
                        Markup.text(edition.numbers().full(quantity, s.values().get(i))));
            table = table.row(false, entries);
        }
        return table;
    }

    @Override
    public String description(Edition edition) {
        var numbers = edition.numbers();
        int last = periods.size() - 1;
        var words = series.stream()
                .map(s -> s.name() + " " + numbers.compact(quantity, s.values().get(0)) + " → "
                        + numbers.compact(quantity, s.values().get(last)))
                .toList();
        return edition.text("chart.trend.description", periods.get(0), periods.get(last), String.join("; ", words));
    }

    double draw(Drawing d, Edition edition) {
        double top = legend(d, series.stream().map(Series::name).toList()) + 52;
        double floor = top + (d.isNarrow() ? 150 : 190);
        int n = periods.size();
        var all = series.stream().flatMapToDouble(s -> s.values().stream().mapToDouble(Double::doubleValue));
        var plane = Plane.laid(
                d, edition, quantity, DoubleStream.concat(DoubleStream.of(0), all), top, floor, periods, evenly(n), 0);
        for (int k = 0; k < series.size(); k++) {
            var values = series.get(k).values();
            if (series.get(k).area() && n > 1) plane.area(k, Collections.nCopies(n, 0.0), values);
            plane.line(k, values.stream().map(OptionalDouble::of).toList());
        }
        return floor + 26;
    }

    /** Places of n names at equal distances. */
    static List<Double> evenly(int n) {
        return IntStream.range(0, n).mapToObj(i -> n == 1 ? 0.0 : i / (n - 1.0)).toList();
    }

    /** Names of the lines above a drawing, each with its dash and mark; gives where the last row of them begins. */
    static double legend(Drawing d, List<String> names) {
        double x = 0;
        double legend = 4;
        for (int i = 0; i < names.size(); i++) {
            double room = Math.min(TextFit.width(names.get(i), Drawing.FONT), d.width() - 34);
            if (x > 0 && x + 34 + room > d.width()) {
                x = 0;
                legend += 20;
            }
            d.line("series s" + i, x, legend + 7, x + 26, legend + 7);
            marker(d, i, x + 13, legend + 7);
            d.label("", x + 32, legend + 12, d.width() - 34 - x, 1, names.get(i));
            x += 32 + room + 18;
        }
        return legend;
    }

    static void marker(Drawing d, int series, double x, double y) {
        switch (series) {
            case 0 -> d.dot("marker s0", x, y, 3.5);
            case 1 -> d.box("marker s1", x - 3.2, x + 3.2, y - 3.2, 6.4, 0);
            case 2 -> d.diamond("marker s2", x, y, 4.4);
            default -> d.dot("marker open s3", x, y, 3.5);
        }
    }
}
