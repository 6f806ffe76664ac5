package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * How the value goes when each input alone changes by the same shares: a line per input, all through the value as appraised.
 *
 * @param title what is shown
 * @param quantity what the values measure
 * @param base the value with every input as it is
 * @param changes shares by which the inputs change, ascending
 * @param lines one to {@link Trend#MOST_SERIES}, told apart by dash and mark as well as color
 */
public record Spider(String title, Quantity quantity, double base, List<Double> changes, List<Line> lines)
        implements Chart {

    /**
     * One input.
     *
     * @param input its name
     * @param values one per change; empty where there is none
     */
    public record Line(String input, List<OptionalDouble> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public Spider {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
        var check = new Check()
                .that(Double.isFinite(base), "base", "a finite number", base, "Leave the chart out.")
                .that(changes.size() >= 2, "changes", "two at least", changes.size(), "Leave the chart out.")
                .that(
                        !lines.isEmpty() && lines.size() <= Trend.MOST_SERIES,
                        "lines",
                        "1 to " + Trend.MOST_SERIES,
                        lines.size(),
                        "Show the widest.");
        for (int i = 0; i < lines.size(); i++) {
            check.that(
                    lines.get(i).values().size() == changes.size(),
                    "lines[" + i + "]",
                    "as long as the changes, " + changes.size(),
                    lines.get(i).values().size(),
                    "Fill it.");
            check.that(
                    lines.get(i).values().stream()
                            .flatMapToDouble(OptionalDouble::stream)
                            .allMatch(Double::isFinite),
                    "lines[" + i + "]",
                    "finite numbers",
                    "others",
                    "Leave values out that are none.");
        }
        check.done();
    }

    @Override
    public Table data(Edition edition) {
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.words(edition.text("chart.change")));
        lines.forEach(line -> columns.add(Table.Column.numbers(line.input())));
        var table = new Table(title, columns, List.of());
        for (int i = 0; i < changes.size(); i++) {
            var entries = new ArrayList<Markup>();
            entries.add(Markup.text(change(changes.get(i), edition)));
            for (var line : lines) entries.add(Markup.text(written(line.values().get(i), edition)));
            table = table.row(false, entries);
        }
        return table;
    }

    private String written(OptionalDouble value, Edition edition) {
        return value.isPresent() ? edition.numbers().full(quantity, value.getAsDouble()) : "–";
    }

    private static String change(double share, Edition edition) {
        return (share > 0 ? "+" : "") + edition.numbers().percent(share, 0);
    }

    @Override
    public String description(Edition edition) {
        var numbers = edition.numbers();
        int last = changes.size() - 1;
        var words = lines.stream()
                .map(line -> line.input() + " " + compact(line.values().get(0), numbers) + " → "
                        + compact(line.values().get(last), numbers))
                .toList();
        return edition.text(
                "chart.spider.description",
                numbers.full(quantity, base),
                change(changes.get(0), edition),
                change(changes.get(last), edition),
                String.join("; ", words));
    }

    private String compact(OptionalDouble value, Numbers numbers) {
        return value.isPresent() ? numbers.compact(quantity, value.getAsDouble()) : "–";
    }

    double draw(Drawing d, Edition edition) {
        var numbers = edition.numbers();
        double legend = Trend.legend(d, lines.stream().map(Line::input).toList());
        double top = legend + 52;
        double floor = top + (d.isNarrow() ? 170 : 220);
        var all = lines.stream().flatMap(line -> line.values().stream()).flatMapToDouble(OptionalDouble::stream);
        var span = Span.over(DoubleStream.concat(DoubleStream.of(base), all), floor, top)
                .rounded(4);
        var ticks = span.ticks(4);
        double left = ticks.stream()
                        .mapToDouble(t -> TextFit.width(numbers.tick(quantity, t), Drawing.FONT))
                        .max()
                        .orElse(30)
                + 8;
        for (double tick : ticks) {
            d.line("grid", left, span.at(tick), d.width(), span.at(tick));
            d.text("minor", left - 6, span.at(tick) + 4.5, Anchor.END, numbers.tick(quantity, tick));
        }
        d.text("minor", 0, top - 14, Anchor.START, edition.text("chart.in", numbers.unit(quantity)));
        int n = changes.size();
        double first = left + 14;
        double width = d.width() - 18 - first;
        double reach = changes.get(n - 1) - changes.get(0);
        var places = changes.stream()
                .map(c -> first + width * (c - changes.get(0)) / reach)
                .toList();
        double widest = changes.stream()
                        .mapToDouble(c -> TextFit.width(change(c, edition), Drawing.FONT))
                        .max()
                        .orElse(0)
                + 8;
        int every = (int) Math.max(1, StrictMath.ceil(widest * (n - 1) / width));
        int middle = changes.indexOf(0.0);
        for (int i = 0; i < n; i++) {
            if (i == middle) d.line("axis", places.get(i), top, places.get(i), floor);
            boolean isShown = middle < 0 ? i % every == 0 : Math.abs(i - middle) % every == 0;
            if (isShown)
                d.centered("minor", places.get(i), floor + 18, left - 8, d.width(), change(changes.get(i), edition));
        }
        for (int k = 0; k < lines.size(); k++) line(d, k, places, span);
        return floor + 26;
    }

    /** A line with a gap where there is no value. */
    private void line(Drawing d, int number, List<Double> places, Span span) {
        var values = lines.get(number).values();
        var path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                drawn = false;
                continue;
            }
            path.append(drawn ? "L" : "M")
                    .append(Drawing.number(places.get(i)))
                    .append(' ')
                    .append(Drawing.number(span.at(values.get(i).getAsDouble())));
            drawn = true;
        }
        d.path("series s" + number, path.toString());
        if (values.size() > 30) return;
        for (int i = 0; i < values.size(); i++)
            if (values.get(i).isPresent())
                Trend.marker(d, number, places.get(i), span.at(values.get(i).getAsDouble()));
    }
}
