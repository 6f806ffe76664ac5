package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
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
        var plane = Plane.laid(
                d,
                edition,
                quantity,
                DoubleStream.concat(DoubleStream.of(0), all),
                top,
                floor,
                periods,
                Trend.evenly(periods.size()),
                0);
        for (var band : bands) plane.area(0, band.low(), band.high());
        plane.line(0, median.stream().map(OptionalDouble::of).toList());
        plane.line(1, base.stream().map(OptionalDouble::of).toList());
        return floor + 26;
    }
}
