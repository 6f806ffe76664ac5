package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing in one layout, filled piece by piece. Widths are in the drawing's own units; the two layouts are chosen so that a font of {@link
 * #FONT} units is at least 11 pixels high on a screen of 360 pixels. Not thread-safe.
 */
final class Drawing {

    /** The layout for screens and paper. */
    static final double WIDE = 760;

    /** The layout for telephones and narrow columns. */
    static final double NARROW = 320;

    static final double FONT = 13;
    static final double LINE = 17;

    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String value;

        Anchor(String value) {
            this.value = value;
        }
    }

    private final double width;
    private final List<Markup> pieces = new ArrayList<>();

    Drawing(double width) {
        this.width = width;
    }

    boolean isNarrow() {
        return width == NARROW;
    }

    double width() {
        return width;
    }

    /** A number with at most two decimals, written the same on every machine. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        var sign = hundredths < 0 ? "-" : "";
        long size = Math.abs(hundredths);
        var whole = sign + size / 100;
        long rest = size % 100;
        if (rest == 0) return whole;
        return whole + "."
                + (rest % 10 == 0 ? String.valueOf(rest / 10) : rest < 10 ? "0" + rest : String.valueOf(rest));
    }

    void add(Markup piece) {
        pieces.add(piece);
    }

    void box(String cssClass, double x0, double x1, double y, double height) {
        box(cssClass, x0, x1, y, height, 2);
    }

    /** A box between two places, in either order; never thinner than a hairline. */
    void box(String cssClass, double x0, double x1, double y, double height, double corner) {
        double left = Math.min(x0, x1);
        add(Tag.of("rect", cssClass)
                .with("x", left)
                .with("y", y)
                .with("width", Math.max(1, Math.abs(x1 - x0)))
                .with("height", Math.max(0, height))
                .with("rx", corner)
                .empty());
    }

    void line(String cssClass, double x0, double y0, double x1, double y1) {
        add(Tag.of("line", cssClass)
                .with("x1", x0)
                .with("y1", y0)
                .with("x2", x1)
                .with("y2", y1)
                .empty());
    }

    void dot(String cssClass, double x, double y, double radius) {
        add(Tag.of("circle", cssClass)
                .with("cx", x)
                .with("cy", y)
                .with("r", radius)
                .empty());
    }

    void diamond(String cssClass, double x, double y, double radius) {
        path(
                cssClass,
                "M" + number(x) + " " + number(y - radius) + "L" + number(x + radius) + " " + number(y) + "L"
                        + number(x) + " " + number(y + radius) + "L" + number(x - radius) + " " + number(y) + "Z");
    }

    void path(String cssClass, String data) {
        add(Tag.of("path", cssClass).with("d", data).empty());
    }

    void text(String cssClass, double x, double y, Anchor anchor, String words) {
        var tag = (cssClass.isEmpty() ? Tag.of("text") : Tag.of("text", cssClass))
                .with("x", x)
                .with("y", y);
        add((anchor == Anchor.START ? tag : tag.with("text-anchor", anchor.value)).text(words));
    }

    /** Words centered at a place, moved sideways as far as needed to stay between two edges. */
    void centered(String cssClass, double x, double y, double left, double right, String words) {
        double half = TextFit.width(words, FONT) / 2;
        double place = right - left <= 2 * half ? (left + right) / 2 : Math.min(Math.max(x, left + half), right - half);
        text(cssClass, place, y, Anchor.MIDDLE, words);
    }

    /** A name broken over at most {@code most} lines from a first baseline; gives the number of lines. A name that is cut stands whole in a tooltip. */
    int label(String cssClass, double x, double y, double room, int most, String words) {
        var lines = TextFit.lines(words, room, FONT, most);
        var written = new ArrayList<Markup>();
        written.add(Tag.of("title").text(words));
        for (int i = 0; i < lines.size(); i++) {
            var tag = (cssClass.isEmpty() ? Tag.of("text") : Tag.of("text", cssClass))
                    .with("x", x)
                    .with("y", y + i * LINE);
            written.add(tag.text(lines.get(i)));
        }
        add(Tag.of("g").holding(written));
        return lines.size();
    }

    /** The lines a name needs. */
    static int lines(String words, double room, int most) {
        return Math.max(1, TextFit.lines(words, room, FONT, most).size());
    }

    /** The finished drawing with its spoken title and description. */
    Markup finish(String id, String title, String description, double height) {
        var layout = isNarrow() ? "narrow" : "wide";
        var all = new ArrayList<Markup>();
        all.add(Tag.of("title").with("id", id + "-" + layout + "-title").text(title));
        all.add(Tag.of("desc").with("id", id + "-" + layout + "-desc").text(description));
        all.addAll(pieces);
        return Tag.of("svg", "drawing " + layout)
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + number(width) + " " + number(height))
                .with("role", "img")
                .with("aria-labelledby", id + "-" + layout + "-title " + id + "-" + layout + "-desc")
                .holding(all);
    }
}
