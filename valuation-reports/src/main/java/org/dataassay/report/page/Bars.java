package org.dataassay.report.page;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * Shares beneath each other, each as a bar from 0 to 1.
 *
 * @param title what is shown
 * @param subject what a bar stands for, over the names in the table
 * @param measure what its length is, over the shares in the table
 * @param bars from top to bottom, at least one
 */
public record Bars(String title, String subject, String measure, List<Bar> bars) implements Chart {

    private static final double ROW = 36;

    public Bars {
        bars = List.copyOf(bars);
        var check = new Check().that(!bars.isEmpty(), "bars", "at least one", "none", "Leave the chart out.");
        for (int i = 0; i < bars.size(); i++) {
            var share = bars.get(i).share();
            check.that(
                    share.isEmpty() || (share.getAsDouble() >= 0 && share.getAsDouble() <= 1),
                    "bars[" + i + "].share",
                    "in [0, 1]",
                    share,
                    "Leave it empty where there is none.");
        }
        check.done();
    }

    /**
     * One bar.
     *
     * @param label its name
     * @param share its length in [0, 1]; empty where nothing was measured
     * @param shown the share in words
     */
    public record Bar(String label, OptionalDouble share, String shown) {

        public static Bar of(String label, double share, String shown) {
            return new Bar(label, OptionalDouble.of(share), shown);
        }
    }

    @Override
    public Table data(Edition edition) {
        var table = Table.of(title, Table.Column.words(subject), Table.Column.numbers(measure));
        for (var bar : bars) table = table.row(bar.label(), bar.shown());
        return table;
    }

    @Override
    public String description(Edition edition) {
        return edition.text(
                "chart.bars.description",
                measure,
                String.join(
                        "; ",
                        bars.stream().map(b -> b.label() + " " + b.shown()).toList()));
    }

    double draw(Drawing d) {
        double y = 4;
        for (var bar : bars) {
            meter(d, bar, 0, d.width() - 2, y);
            y += ROW;
        }
        return y;
    }

    /** A name, its share in words at the other end of the line, and the bar below both. */
    static void meter(Drawing d, Bar bar, double left, double right, double y) {
        double room = TextFit.width(bar.shown(), Drawing.FONT) + 8;
        d.label("", left, y + 14, right - left - room, 1, bar.label());
        d.text(bar.share().isPresent() ? "strong" : "minor", right, y + 14, Anchor.END, bar.shown());
        d.box("track", left, right, y + 20, 5);
        bar.share().ifPresent(share -> d.box("inside", left, left + (right - left) * share, y + 20, 5));
    }
}
