package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
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
        double top = Trend.legend(d, lines.stream().map(Line::input).toList()) + 52;
        double floor = top + (d.isNarrow() ? 170 : 220);
        var all = lines.stream().flatMap(line -> line.values().stream()).flatMapToDouble(OptionalDouble::stream);
        double least = changes.get(0);
        double reach = changes.get(changes.size() - 1) - least;
        int middle = changes.indexOf(0.0);
        var plane = Plane.laid(
                d,
                edition,
                quantity,
                DoubleStream.concat(DoubleStream.of(base), all),
                top,
                floor,
                changes.stream().map(c -> change(c, edition)).toList(),
                changes.stream().map(c -> (c - least) / reach).toList(),
                Math.max(0, middle));
        if (middle >= 0)
            d.line("axis", plane.places().get(middle), top, plane.places().get(middle), floor);
        for (int k = 0; k < lines.size(); k++) plane.line(k, lines.get(k).values());
        return floor + 26;
    }
}
