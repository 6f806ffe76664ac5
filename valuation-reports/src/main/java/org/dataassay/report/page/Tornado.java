package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * What would change the value: per input, the value with the input at its low and at its high, the widest swing first.
 *
 * @param title what is shown
 * @param quantity what the values measure
 * @param base the value with every input as it is
 * @param swings one per input; drawn by size, ties in the order given
 */
public record Tornado(String title, Quantity quantity, double base, List<Swing> swings) implements Chart {

    public Tornado {
        var check = new Check().that(!swings.isEmpty(), "swings", "at least one", "none", "Leave the chart out.");
        check.that(Double.isFinite(base), "base", "a finite number", base, "Leave the chart out.");
        for (int i = 0; i < swings.size(); i++) {
            var s = swings.get(i);
            check.that(
                    Double.isFinite(s.valueAtLow()) && Double.isFinite(s.valueAtHigh()),
                    "swings[" + i + "]",
                    "between finite numbers",
                    s.valueAtLow() + " and " + s.valueAtHigh(),
                    "Leave the input out.");
        }
        check.done();
        var sorted = new ArrayList<>(swings);
        sorted.sort(Comparator.comparingDouble(Swing::size).reversed());
        swings = List.copyOf(sorted);
    }

    /**
     * One input's swing.
     *
     * @param input the input's name
     * @param low the input's low as shown, such as {@code 8%}
     * @param high the input's high as shown
     * @param valueAtLow the value with the input at its low
     * @param valueAtHigh the value with the input at its high
     */
    public record Swing(String input, String low, String high, double valueAtLow, double valueAtHigh) {

        /** How far apart the two values are. */
        public double size() {
            return Math.abs(valueAtHigh - valueAtLow);
        }
    }

    @Override
    public Table data(Edition edition) {
        var numbers = edition.numbers();
        var table = Table.of(
                title,
                Table.Column.words(edition.text("chart.input")),
                Table.Column.numbers(edition.text("chart.low")),
                Table.Column.numbers(edition.text("chart.high")),
                Table.Column.numbers(edition.text("chart.valueAtLow")),
                Table.Column.numbers(edition.text("chart.valueAtHigh")));
        for (var s : swings) {
            table = table.row(
                    s.input(),
                    s.low(),
                    s.high(),
                    numbers.full(quantity, s.valueAtLow()),
                    numbers.full(quantity, s.valueAtHigh()));
        }
        return table;
    }

    @Override
    public String description(Edition edition) {
        var numbers = edition.numbers();
        var words = swings.stream()
                .map(s -> s.input() + " " + s.low() + " → " + numbers.compact(quantity, s.valueAtLow()) + ", "
                        + s.high() + " → " + numbers.compact(quantity, s.valueAtHigh()))
                .toList();
        return edition.text("chart.tornado.description", numbers.full(quantity, base), String.join("; ", words));
    }

    private static DoubleStream values(Swing s) {
        return DoubleStream.of(s.valueAtLow(), s.valueAtHigh());
    }

    /** Whether both values are above, or both below, the base: then both are written at the far end. */
    private boolean onOneSide(Swing s) {
        return (s.valueAtLow() > base && s.valueAtHigh() > base) || (s.valueAtLow() < base && s.valueAtHigh() < base);
    }

    private String both(Swing s, Numbers numbers) {
        return numbers.compact(quantity, Math.min(s.valueAtLow(), s.valueAtHigh())) + " / "
                + numbers.compact(quantity, Math.max(s.valueAtLow(), s.valueAtHigh()));
    }

    double draw(Drawing d, Edition edition) {
        var numbers = edition.numbers();
        boolean narrow = d.isNarrow();
        double labelRoom = narrow ? d.width() - 4 : 214;
        double ends = swings.stream()
                        .flatMap(s -> onOneSide(s)
                                ? Stream.of(both(s, numbers))
                                : values(s).mapToObj(v -> numbers.compact(quantity, v)))
                        .mapToDouble(t -> TextFit.width(t, Drawing.FONT))
                        .max()
                        .orElse(50)
                + 10;
        double left = (narrow ? 0 : 232) + ends;
        double right = d.width() - ends;
        var span = Span.over(
                DoubleStream.concat(DoubleStream.of(base), swings.stream().flatMapToDouble(Tornado::values)),
                left,
                right);
        double x0 = span.at(base);
        d.box("low", 0, 12, 3, 12);
        d.text("minor", 18, 13, Anchor.START, edition.text("chart.inputLow"));
        double second = 18 + TextFit.width(edition.text("chart.inputLow"), Drawing.FONT) + 12;
        d.box("high", second, second + 12, 3, 12);
        d.text("minor", second + 18, 13, Anchor.START, edition.text("chart.inputHigh"));
        double y = 46;
        d.centered(
                "strong",
                x0,
                37,
                narrow ? 0 : 232,
                d.width(),
                edition.text("chart.base", numbers.compact(quantity, base)));
        double top = y;
        var over = new ArrayList<Runnable>();
        for (var s : swings) {
            var detail = s.low() + " – " + s.high();
            int lines = Drawing.lines(s.input(), labelRoom, 2);
            double text = (lines + 1) * Drawing.LINE;
            double height = narrow ? text + 32 : Math.max(42, text + 12);
            double bar = narrow ? y + text + 6 : y + height / 2 - 9;
            double thick = narrow ? 16 : 18;
            double first = narrow ? y + 14 : y + (height - text) / 2 + 13;
            double middle = bar + thick / 2 + 4.5;
            double y0 = y;
            double rowHeight = height;
            over.add(() -> {
                d.label("", narrow ? 0 : 2, first, labelRoom, 2, s.input());
                d.label("minor", narrow ? 0 : 2, first + lines * Drawing.LINE, labelRoom, 1, detail);
                double low = span.at(s.valueAtLow());
                double high = span.at(s.valueAtHigh());
                boolean sameSide = onOneSide(s);
                boolean lowFirst = Math.abs(low - x0) >= Math.abs(high - x0);
                if (lowFirst) d.box("low", x0, low, bar, thick);
                d.box(
                        "high",
                        x0,
                        high,
                        sameSide && lowFirst ? bar + thick / 4 : bar,
                        sameSide && lowFirst ? thick / 2 : thick);
                if (!lowFirst) d.box("low", x0, low, sameSide ? bar + thick / 4 : bar, sameSide ? thick / 2 : thick);
                double leftmost = Math.min(Math.min(low, high), x0);
                double rightmost = Math.max(Math.max(low, high), x0);
                var lowest = numbers.compact(quantity, Math.min(s.valueAtLow(), s.valueAtHigh()));
                var highest = numbers.compact(quantity, Math.max(s.valueAtLow(), s.valueAtHigh()));
                if (!sameSide || s.valueAtLow() < base) {
                    var words = sameSide ? both(s, numbers) : lowest;
                    d.text(
                            "halo",
                            Math.max(leftmost - 5, TextFit.width(words, Drawing.FONT)),
                            middle,
                            Anchor.END,
                            words);
                }
                if (!sameSide || s.valueAtLow() > base) {
                    var words = sameSide ? both(s, numbers) : highest;
                    double latest = d.width() - TextFit.width(words, Drawing.FONT);
                    d.text("halo", Math.min(rightmost + 5, latest), middle, Anchor.START, words);
                }
                d.line("base", x0, narrow ? bar - 4 : y0, x0, narrow ? bar + thick + 4 : y0 + rowHeight);
            });
            y += height;
        }
        for (var piece : over) piece.run();
        if (!narrow) d.line("base", x0, top - 4, x0, top);
        return y + 4;
    }
}
