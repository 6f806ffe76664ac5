package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * What each method says: a point and its range per method, over the band of the conclusion. Methods that gave no indication keep their row and
 * say why.
 *
 * @param title what is shown
 * @param quantity what the values measure
 * @param indications one per method, in the order of the report
 * @param conclusion the concluded value and range, if there is a conclusion
 */
public record IndicationRanges(
        String title, Quantity quantity, List<Indication> indications, Optional<Bounds> conclusion) implements Chart {

    public IndicationRanges {
        indications = List.copyOf(indications);
        new Check()
                .that(!indications.isEmpty(), "indications", "at least one", "none", "Leave the chart out.")
                .done();
    }

    /** A point and the range around it, low ≤ point ≤ high; low and high equal the point where there is no range. */
    public record Bounds(double low, double point, double high) {

        public Bounds {
            new Check()
                    .that(
                            Double.isFinite(low) && Double.isFinite(high) && low <= point && point <= high,
                            "bounds",
                            "finite with low ≤ point ≤ high",
                            low + ", " + point + ", " + high,
                            "Give the point as low and high where there is no range.")
                    .done();
        }

        boolean isPoint() {
            return low == high;
        }
    }

    /**
     * One method's row.
     *
     * @param method the method's name
     * @param detail its approach, weight or kind of range; may be empty
     * @param bounds the indication, empty where there is none
     * @param reason why there is none; empty where there is one
     */
    public record Indication(String method, String detail, Optional<Bounds> bounds, String reason) {

        public static Indication of(String method, String detail, Bounds bounds) {
            return new Indication(method, detail, Optional.of(bounds), "");
        }

        public static Indication none(String method, String detail, String reason) {
            return new Indication(method, detail, Optional.empty(), reason);
        }
    }

    @Override
    public Table data(Edition edition) {
        var numbers = edition.numbers();
        var table = Table.of(
                title,
                Table.Column.words(edition.text("chart.method")),
                Table.Column.numbers(edition.text("chart.low")),
                Table.Column.numbers(edition.text("chart.point")),
                Table.Column.numbers(edition.text("chart.high")),
                Table.Column.words(edition.text("chart.remark")));
        for (var i : indications) {
            table = table.row(
                    i.method(),
                    i.bounds().map(b -> numbers.full(quantity, b.low())).orElse("—"),
                    i.bounds().map(b -> numbers.full(quantity, b.point())).orElse("—"),
                    i.bounds().map(b -> numbers.full(quantity, b.high())).orElse("—"),
                    i.bounds().isPresent() ? i.detail() : i.reason());
        }
        if (conclusion.isPresent()) {
            var b = conclusion.get();
            table = table.total(
                    edition.text("chart.conclusion"),
                    numbers.full(quantity, b.low()),
                    numbers.full(quantity, b.point()),
                    numbers.full(quantity, b.high()),
                    "");
        }
        return table;
    }

    @Override
    public String description(Edition edition) {
        var words = new ArrayList<String>();
        for (var i : indications)
            words.add(i.method() + " " + i.bounds().map(b -> range(b, edition)).orElse(i.reason()));
        conclusion.ifPresent(b -> words.add(edition.text("chart.conclusion") + " " + range(b, edition)));
        return edition.text("chart.indications.description", String.join("; ", words));
    }

    private String range(Bounds b, Edition edition) {
        var numbers = edition.numbers();
        var point = numbers.compact(quantity, b.point());
        return b.isPoint() ? point : point + " (" + between(b, edition) + ")";
    }

    private String between(Bounds b, Edition edition) {
        return edition.numbers().compact(quantity, b.low()) + " – "
                + edition.numbers().compact(quantity, b.high());
    }

    double draw(Drawing d, Edition edition) {
        var numbers = edition.numbers();
        boolean narrow = d.isNarrow();
        double labelRoom = narrow ? d.width() : 214;
        double areaLeft = narrow ? 0 : 232;
        double areaRight = d.width();
        var values = DoubleStream.concat(
                        indications.stream()
                                .flatMap(i -> i.bounds().stream())
                                .flatMapToDouble(b -> DoubleStream.of(b.low(), b.high())),
                        conclusion.stream().flatMapToDouble(b -> DoubleStream.of(b.low(), b.high())))
                .toArray();
        var span = Span.over(
                        values.length == 0 ? DoubleStream.of(0, 1) : DoubleStream.of(values),
                        areaLeft + 12,
                        areaRight - 12)
                .widened(0.04);
        double top = conclusion.isPresent() ? 30 : 8;
        record Placed(Indication indication, double y, double height, double text, int lines) {}
        var rows = new ArrayList<Placed>();
        double y = top;
        for (var i : indications) {
            int lines = Drawing.lines(i.method(), labelRoom, 2);
            int details = i.detail().isEmpty() ? 0 : Drawing.lines(i.detail(), labelRoom, 2);
            double text = (lines + details) * Drawing.LINE;
            double height = narrow ? text + 66 : Math.max(64, text + 16);
            rows.add(new Placed(i, y, height, text, lines));
            y += height;
        }
        double bottom = y;
        if (values.length > 0) {
            if (conclusion.isPresent()) {
                var b = conclusion.get();
                for (var row : rows) {
                    // a narrow drawing has names above the bars; the band keeps clear of them
                    double from = narrow ? row.y() + row.text() + 6 : row.equals(rows.get(0)) ? row.y() - 6 : row.y();
                    d.box("band", span.at(b.low()), span.at(b.high()), from, row.y() + row.height() - from, 0);
                    d.line("concluded", span.at(b.point()), from, span.at(b.point()), row.y() + row.height());
                }
                d.centered(
                        "gold",
                        span.at(b.point()),
                        14,
                        areaLeft,
                        areaRight,
                        edition.text("chart.conclusion") + " " + range(b, edition));
            }
            d.line("axis", areaLeft, bottom, areaRight, bottom);
            double lastEnd = Double.NEGATIVE_INFINITY;
            for (double tick : span.ticks(narrow ? 4 : 6)) {
                var words = numbers.tick(quantity, tick);
                double half = TextFit.width(words, Drawing.FONT) / 2;
                double x = Math.min(Math.max(span.at(tick), areaLeft + half), areaRight - half);
                d.line("axis", span.at(tick), bottom, span.at(tick), bottom + 4);
                if (x - half < lastEnd + 6) continue;
                d.text("minor", x, bottom + 18, Anchor.MIDDLE, words);
                lastEnd = x + half;
            }
            d.text("minor", areaRight, bottom + 37, Anchor.END, edition.text("chart.in", numbers.unit(quantity)));
        }
        for (int k = 0; k < rows.size(); k++) {
            var row = rows.get(k);
            var i = row.indication();
            if (k > 0) d.line("grid", 0, row.y(), d.width(), row.y());
            double first = narrow ? row.y() + 16 : row.y() + (row.height() - row.text()) / 2 + 13;
            d.label("strong", narrow ? 0 : 2, first, labelRoom, 2, i.method());
            if (!i.detail().isEmpty())
                d.label("minor", narrow ? 0 : 2, first + row.lines() * Drawing.LINE, labelRoom, 2, i.detail());
            double center = narrow ? row.y() + row.text() + 32 : row.y() + row.height() / 2;
            if (i.bounds().isEmpty()) {
                int lines = Drawing.lines(i.reason(), areaRight - areaLeft - 8, 2);
                d.label(
                        "minor halo",
                        areaLeft + (narrow ? 0 : 8),
                        center + 5 - (lines - 1) * Drawing.LINE / 2,
                        areaRight - areaLeft - 8,
                        2,
                        i.reason());
                continue;
            }
            var b = i.bounds().get();
            if (!b.isPoint()) d.box("range", span.at(b.low()), span.at(b.high()), center - 5, 10, 5);
            d.dot("point", span.at(b.point()), center, 6.5);
            d.centered(
                    "strong halo",
                    span.at(b.point()),
                    center - 12,
                    areaLeft,
                    areaRight,
                    numbers.compact(quantity, b.point()));
            var under = b.isPoint() ? edition.text("chart.noRange") : between(b, edition);
            d.centered(
                    "minor halo",
                    span.at(b.low()) / 2 + span.at(b.high()) / 2,
                    center + 22,
                    areaLeft,
                    areaRight,
                    under);
        }
        return bottom + (values.length > 0 ? 43 : 4);
    }
}
