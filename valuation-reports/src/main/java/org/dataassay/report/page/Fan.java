package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * How uncertain a forecast is, period by period: bands between percentiles, the median, and the forecast as it is.
 *
 * @param title what is shown
 * @param quantity what the values measure
 * @param periods the periods' names, in order, two at least
 * @param base the forecast as it is
 * @param median the 50th percentile in each period
 * @param bands the widest first
 */
public record Fan(
        String title, Quantity quantity, List<String> periods, List<Double> base, List<Double> median, List<Band> bands)
        implements Chart {

    /**
     * Between two percentiles.
     *
     * @param name such as P5–P95
     * @param low the lower percentile in each period
     * @param high the higher one
     */
    public record Band(String name, List<Double> low, List<Double> high) {
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    public Fan {
        periods = List.copyOf(periods);
        base = List.copyOf(base);
        median = List.copyOf(median);
        bands = List.copyOf(bands);
        var check = new Check()
                .that(periods.size() >= 2, "periods", "two at least", periods.size(), "Leave the chart out.")
                .that(!bands.isEmpty(), "bands", "at least one", "none", "Leave the chart out.");
        var rows = new ArrayList<List<Double>>(List.of(base, median));
        bands.forEach(band -> rows.addAll(List.of(band.low(), band.high())));
        for (var row : rows) {
            check.that(row.size() == periods.size(), "values", "as long as periods", row.size(), "Fill them.");
            check.that(
                    row.stream().allMatch(Double::isFinite),
                    "values",
                    "finite numbers",
                    "others",
                    "Leave the chart out.");
        }
        check.done();
    }

    @Override
    public Table data(Edition edition) {
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.words(edition.text("chart.period")));
        columns.add(Table.Column.numbers(edition.text("chart.fan.base")));
        columns.add(Table.Column.numbers(edition.text("chart.fan.median")));
        for (var band : bands) {
            columns.add(Table.Column.numbers(edition.text("chart.fan.low", band.name())));
            columns.add(Table.Column.numbers(edition.text("chart.fan.high", band.name())));
        }
        var table = new Table(title, columns, List.of());
        for (int i = 0; i < periods.size(); i++) {
            var entries = new ArrayList<Markup>();
            entries.add(Markup.text(periods.get(i)));
            entries.add(amount(base.get(i), edition));
            entries.add(amount(median.get(i), edition));
            for (var band : bands) {
                entries.add(amount(band.low().get(i), edition));
                entries.add(amount(band.high().get(i), edition));
            }
            table = table.row(false, entries);
        }
        return table;
    }

    private Markup amount(double value, Edition edition) {
        return Markup.text(edition.numbers().full(quantity, value));
    }

    @Override
    public String description(Edition edition) {
        var numbers = edition.numbers();
        var widest = bands.get(0);
        var words = new ArrayList<String>();
        for (int i = 0; i < periods.size(); i++)
            words.add(periods.get(i) + " "
                    + numbers.compact(quantity, widest.low().get(i)) + " – "
                    + numbers.compact(quantity, widest.high().get(i)));
        return edition.text("chart.fan.description", widest.name(), String.join("; ", words));
    }

    double draw(Drawing d, Edition edition) {
        var numbers = edition.numbers();
        double legend = Trend.legend(d, List.of(edition.text("chart.fan.median"), edition.text("chart.fan.base")));
        double x = 0;
        legend += 22;
        for (int k = 0; k < bands.size(); k++) {
            double room = TextFit.width(bands.get(k).name(), Drawing.FONT);
            if (x > 0 && x + 34 + room > d.width()) {
                x = 0;
                legend += 20;
            }
            for (int under = 0; under <= k; under++) d.box("under s0", x, x + 26, legend, 14);
            d.label("", x + 32, legend + 12, d.width() - 34 - x, 1, bands.get(k).name());
            x += 32 + room + 18;
        }
        double top = legend + 52;
        double floor = top + (d.isNarrow() ? 150 : 190);
        var all = DoubleStream.concat(
                base.stream().mapToDouble(Double::doubleValue),
                bands.stream()
                        .flatMapToDouble(band -> DoubleStream.concat(
                                band.low().stream().mapToDouble(Double::doubleValue),
                                band.high().stream().mapToDouble(Double::doubleValue))));
        var span = Span.over(DoubleStream.concat(DoubleStream.of(0), all), floor, top)
                .rounded(4);
        var ticks = span.ticks(4);
        double left = ticks.stream()
                        .mapToDouble(t -> TextFit.width(numbers.tick(quantity, t), Drawing.FONT))
                        .max()
                        .orElse(30)
                + 8;
        for (double tick : ticks) {
            d.line(tick == 0 ? "axis" : "grid", left, span.at(tick), d.width(), span.at(tick));
            d.text("minor", left - 6, span.at(tick) + 4.5, Anchor.END, numbers.tick(quantity, tick));
        }
        d.text("minor", 0, top - 14, Anchor.START, edition.text("chart.in", numbers.unit(quantity)));
        int n = periods.size();
        double first = left + 12;
        double step = (d.width() - 16 - first) / (n - 1);
        double widest = periods.stream()
                        .mapToDouble(p -> TextFit.width(p, Drawing.FONT))
                        .max()
                        .orElse(0)
                + 8;
        int every = (int) Math.max(1, StrictMath.ceil(widest / step));
        for (int i = 0; i < n; i += every)
            d.centered("minor", first + i * step, floor + 18, left - 8, d.width(), Trend.fitted(periods.get(i)));
        for (var band : bands) {
            var path = new StringBuilder();
            for (int i = 0; i < n; i++)
                point(path, i == 0, first + i * step, span.at(band.high().get(i)));
            for (int i = n - 1; i >= 0; i--)
                point(path, false, first + i * step, span.at(band.low().get(i)));
            d.path("under s0", path + "Z");
        }
        line(d, 0, median, first, step, span, every);
        line(d, 1, base, first, step, span, every);
        return floor + 26;
    }

    private static void point(StringBuilder path, boolean isFirst, double x, double y) {
        path.append(isFirst ? "M" : "L").append(Drawing.number(x)).append(' ').append(Drawing.number(y));
    }

    private static void line(
            Drawing d, int number, List<Double> values, double first, double step, Span span, int every) {
        var path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) point(path, i == 0, first + i * step, span.at(values.get(i)));
        d.path("series s" + number, path.toString());
        for (int i = 0; i < values.size(); i++)
            if (values.size() <= 30 || i % every == 0)
                Trend.marker(d, number, first + i * step, span.at(values.get(i)));
    }
}
