package org.dataassay.report.page;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * Measured quality per dimension. A dimension without evidence is hatched and called not measured; it is neither 0 nor 1, and no line runs
 * across it.
 *
 * @param title what is shown
 * @param axes the dimensions in order, at least one
 */
public record Radar(String title, List<Axis> axes) implements Chart {

    /** From here on there is a shape to draw; fewer dimensions are shown as bars. */
    public static final int LEAST_AXES = 3;

    public Radar {
        axes = List.copyOf(axes);
        var check = new Check().that(!axes.isEmpty(), "axes", "at least one", "none", "Leave the chart out.");
        for (int i = 0; i < axes.size(); i++) {
            var score = axes.get(i).score();
            check.that(
                    score.isEmpty() || (score.getAsDouble() >= 0 && score.getAsDouble() <= 1),
                    "axes[" + i + "].score",
                    "in [0, 1]",
                    score,
                    "Leave it empty where it was not measured.");
        }
        check.done();
    }

    /** A dimension and its score in [0, 1], empty where it was not measured. */
    public record Axis(String label, OptionalDouble score) {

        public static Axis of(String label, double score) {
            return new Axis(label, OptionalDouble.of(score));
        }

        public static Axis notMeasured(String label) {
            return new Axis(label, OptionalDouble.empty());
        }
    }

    private static String shown(Axis axis, Edition edition) {
        return axis.score().isPresent()
                ? edition.numbers().percent(axis.score().getAsDouble(), 1)
                : edition.text("chart.notMeasured");
    }

    @Override
    public Table data(Edition edition) {
        var table = Table.of(
                title,
                Table.Column.words(edition.text("chart.dimension")),
                Table.Column.numbers(edition.text("chart.score")));
        for (var axis : axes) table = table.row(axis.label(), shown(axis, edition));
        return table;
    }

    @Override
    public String description(Edition edition) {
        return edition.text(
                "chart.radar.description",
                String.join(
                        "; ",
                        axes.stream()
                                .map(a -> a.label() + " " + shown(a, edition))
                                .toList()));
    }

    double draw(Drawing d, Edition edition, String id) {
        boolean narrow = d.isNarrow();
        boolean round = axes.size() >= LEAST_AXES;
        double listLeft = narrow ? 0 : round ? 370 : 0;
        double listTop = 6;
        double size = narrow ? 292 : 330;
        d.add(Tag.of("defs")
                .holding(Tag.of("pattern")
                        .with("id", id + "-hatch")
                        .with("width", 6)
                        .with("height", 6)
                        .with("patternUnits", "userSpaceOnUse")
                        .with("patternTransform", "rotate(45)")
                        .holding(Tag.of("line", "hatch")
                                .with("x1", 0)
                                .with("y1", 0)
                                .with("x2", 0)
                                .with("y2", 6)
                                .empty())));
        if (round) {
            wheel(d, id, narrow ? d.width() / 2 : 175, size / 2 + 2, size / 2 - 26);
            if (narrow) listTop = size + 14;
        }
        double rowHeight = 36;
        double y = listTop;
        double right = d.width() - 2;
        for (int i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            var value = shown(axis, edition);
            double nameLeft = listLeft + (round ? 30 : 0);
            if (round) badge(d, i, listLeft + 11, y + 13, axis.score().isPresent());
            Bars.meter(d, new Bars.Bar(axis.label(), axis.score(), value), nameLeft, right, y);
            if (axis.score().isEmpty()) {
                hatched(
                        d,
                        id,
                        Tag.of("rect")
                                .with("x", nameLeft)
                                .with("y", y + 20)
                                .with("width", right - nameLeft)
                                .with("height", 5));
            }
            y += rowHeight;
        }
        return Math.max(y + 6, round && !narrow ? size + 8 : 0);
    }

    private static void hatched(Drawing d, String id, Tag shape) {
        d.add(shape.with("fill", "url(#" + id + "-hatch)").empty());
    }

    private static void badge(Drawing d, int i, double x, double y, boolean measured) {
        d.dot(measured ? "badge" : "badge open", x, y, 10);
        d.text(measured ? "number" : "number open", x, y + 4.5, Anchor.MIDDLE, String.valueOf(i + 1));
    }

    private void wheel(Drawing d, String id, double cx, double cy, double radius) {
        int n = axes.size();
        for (double ring : new double[] {0.25, 0.5, 0.75, 1})
            d.dot(ring == 1 ? "ring outer" : "ring", cx, cy, radius * ring);
        for (int i = 0; i < n; i++) {
            if (axes.get(i).score().isPresent()) continue;
            var wedge = "M" + at(cx, cy, 0, 0, n) + "L" + at(cx, cy, radius, i - 0.5, n) + "A" + Drawing.number(radius)
                    + " " + Drawing.number(radius) + " 0 0 1 " + at(cx, cy, radius, i + 0.5, n) + "Z";
            hatched(d, id, Tag.of("path", "wedge").with("d", wedge));
        }
        for (int i = 0; i < n; i++) {
            boolean measured = axes.get(i).score().isPresent();
            d.line(measured ? "grid" : "grid open", cx, cy, x(cx, radius, i, n), y(cy, radius, i, n));
        }
        d.text("minor", cx + 3, cy - radius * 0.5 - 3, Anchor.START, "50%");
        for (int i = 0; i < n; i++) {
            int next = (i + 1) % n;
            var here = axes.get(i).score();
            var there = axes.get(next).score();
            if (here.isEmpty() || there.isEmpty()) continue;
            var a = at(cx, cy, radius * here.getAsDouble(), i, n);
            var b = at(cx, cy, radius * there.getAsDouble(), next, n);
            d.path("area", "M" + Drawing.number(cx) + " " + Drawing.number(cy) + "L" + a + "L" + b + "Z");
            d.path("outline", "M" + a + "L" + b);
        }
        for (int i = 0; i < n; i++) {
            var score = axes.get(i).score();
            if (score.isPresent())
                d.dot("point", x(cx, radius * score.getAsDouble(), i, n), y(cy, radius * score.getAsDouble(), i, n), 4);
            badge(d, i, x(cx, radius + 14, i, n), y(cy, radius + 14, i, n), score.isPresent());
        }
    }

    private static double x(double cx, double r, double i, int n) {
        return cx + r * StrictMath.sin(2 * Math.PI * i / n);
    }

    private static double y(double cy, double r, double i, int n) {
        return cy - r * StrictMath.cos(2 * Math.PI * i / n);
    }

    private static String at(double cx, double cy, double r, double i, int n) {
        return Drawing.number(x(cx, r, i, n)) + " " + Drawing.number(y(cy, r, i, n));
    }
}
