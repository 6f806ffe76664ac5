package org.dataassay.report.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.dataassay.report.page.Drawing.Anchor;

/**
 * The ground of a chart of lines: amounts upwards with their grid, names along the floor; lines and areas are drawn on it.
 *
 * @param drawing that it is drawn on
 * @param amounts upwards
 * @param places of the names, from left to right
 * @param every so many of the names are written, because there is no room for more
 */
record Plane(Drawing drawing, Span amounts, List<Double> places, int every) {

    private static final int MOST_MARKED = 30;

    /**
     * Draws the grid and the names.
     *
     * @param values all that will be drawn, and what the grid must reach besides
     * @param top y of the ceiling
     * @param floor y of the floor
     * @param names at the places
     * @param shares of the width at which they stand, ascending from 0 to 1
     * @param named a place whose name is written in any case
     */
    static Plane laid(
            Drawing d,
            Edition edition,
            Quantity quantity,
            DoubleStream values,
            double top,
            double floor,
            List<String> names,
            List<Double> shares,
            int named) {
        var numbers = edition.numbers();
        var amounts = Span.over(values, floor, top).rounded(4);
        var ticks = amounts.ticks(4);
        double left = widest(ticks.stream().map(t -> numbers.tick(quantity, t)).toList()) + 8;
        for (double tick : ticks) {
            d.line(tick == 0 ? "axis" : "grid", left, amounts.at(tick), d.width(), amounts.at(tick));
            d.text("minor", left - 6, amounts.at(tick) + 4.5, Anchor.END, numbers.tick(quantity, tick));
        }
        d.text("minor", 0, top - 14, Anchor.START, edition.text("chart.in", numbers.unit(quantity)));
        double first = left + 12;
        double width = d.width() - 16 - first;
        var places = shares.stream().map(share -> first + width * share).toList();
        double room = names.size() == 1 ? width : width / (names.size() - 1);
        int every = (int) Math.max(1, StrictMath.ceil((widest(names) + 8) / room));
        for (int i = named % every; i < names.size(); i += every)
            d.centered("minor", places.get(i), floor + 18, left - 8, d.width(), fitted(names.get(i)));
        return new Plane(d, amounts, places, every);
    }

    private static double widest(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> TextFit.width(text, Drawing.FONT))
                .max()
                .orElse(0);
    }

    private static String fitted(String name) {
        return TextFit.lines(name, 120, Drawing.FONT, 1).stream().findFirst().orElse("");
    }

    /** A line with its marks and a gap where there is no value. */
    void line(int number, List<OptionalDouble> values) {
        var path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent())
                path.append(drawn ? "L" : "M").append(point(i, values.get(i).getAsDouble()));
            drawn = values.get(i).isPresent();
        }
        if (values.size() > 1) drawing.path("series s" + number, path.toString());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent() && (values.size() <= MOST_MARKED || i % every == 0))
                Trend.marker(
                        drawing, number, places.get(i), amounts.at(values.get(i).getAsDouble()));
        }
    }

    /** The area between two lines. */
    void area(int number, List<Double> low, List<Double> high) {
        var path = new StringBuilder();
        for (int i = 0; i < high.size(); i++) path.append(i == 0 ? "M" : "L").append(point(i, high.get(i)));
        for (int i = low.size() - 1; i >= 0; i--) path.append("L").append(point(i, low.get(i)));
        drawing.path("under s" + number, path + "Z");
    }

    private String point(int place, double amount) {
        return Drawing.number(places.get(place)) + " " + Drawing.number(amounts.at(amount));
    }
}
