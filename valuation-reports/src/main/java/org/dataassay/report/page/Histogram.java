package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * How a simulated value is distributed: the share of draws per interval, with percentiles and, where there is one, the conclusion.
 *
 * @param title what is shown
 * @param quantity what the values measure
 * @param bins intervals from low to high, each beginning where the one before ends; a bar's area stands for its draws
 * @param marks percentiles and the like
 * @param conclusion the concluded value
 */
public record Histogram(String title, Quantity quantity, List<Bin> bins, List<Mark> marks, OptionalDouble conclusion)
        implements Chart {

    public Histogram {
        bins = List.copyOf(bins);
        marks = marks.stream().sorted(Comparator.comparingDouble(Mark::value)).toList();
        var check = new Check().that(!bins.isEmpty(), "bins", "at least one", "none", "Leave the chart out.");
        for (int i = 0; i < bins.size(); i++) {
            var b = bins.get(i);
            check.that(
                    Double.isFinite(b.from()) && Double.isFinite(b.to()) && b.from() < b.to() && b.count() >= 0,
                    "bins[" + i + "]",
                    "an interval with a count of at least 0",
                    b,
                    "Leave it out.");
            check.that(
                    i == 0 || bins.get(i - 1).to() == b.from(),
                    "bins[" + i + "].from",
                    "where the bin before ends",
                    b.from(),
                    "Sort the bins.");
        }
        for (int i = 0; i < marks.size(); i++) {
            check.that(
                    Double.isFinite(marks.get(i).value()),
                    "marks[" + i + "]",
                    "a finite number",
                    marks.get(i).value(),
                    "Leave it out.");
        }
        check.that(
                conclusion.isEmpty() || Double.isFinite(conclusion.getAsDouble()),
                "conclusion",
                "a finite number",
                conclusion,
                "Leave it out.");
        check.done();
    }

    /** An interval and the draws that fell into it. */
    public record Bin(double from, double to, long count) {}

    /** A named place, such as P5. */
    public record Mark(String label, double value) {}

    private long draws() {
        return bins.stream().mapToLong(Bin::count).sum();
    }

    @Override
    public Table data(Edition edition) {
        var numbers = edition.numbers();
        var table = Table.of(
                title,
                Table.Column.words(edition.text("chart.mark")),
                Table.Column.numbers(edition.text("chart.value")));
        for (var mark : marks) table = table.row(mark.label(), numbers.full(quantity, mark.value()));
        if (conclusion.isPresent()) {
            table = table.total(edition.text("chart.conclusion"), numbers.full(quantity, conclusion.getAsDouble()));
        }
        return table;
    }

    @Override
    public String description(Edition edition) {
        var numbers = edition.numbers();
        var words = new ArrayList<String>();
        marks.forEach(m -> words.add(m.label() + " " + numbers.compact(quantity, m.value())));
        conclusion.ifPresent(c -> words.add(edition.text("chart.conclusion") + " " + numbers.compact(quantity, c)));
        return edition.text("chart.histogram.description", numbers.count(draws()), String.join("; ", words));
    }

    private record Tagged(double value, String text, boolean concluded) {}

    double draw(Drawing d, Edition edition) {
        var numbers = edition.numbers();
        double left = 6;
        double right = d.width() - 6;
        var ends = DoubleStream.of(bins.get(0).from(), bins.get(bins.size() - 1).to());
        var span = Span.over(
                DoubleStream.concat(
                        DoubleStream.concat(ends, conclusion.stream()),
                        marks.stream().mapToDouble(Mark::value)),
                left,
                right);
        var tags = new ArrayList<Tagged>();
        for (var mark : marks)
            tags.add(new Tagged(mark.value(), mark.label() + " " + numbers.compact(quantity, mark.value()), false));
        conclusion.ifPresent(c ->
                tags.add(new Tagged(c, edition.text("chart.conclusion") + " " + numbers.compact(quantity, c), true)));
        tags.sort(Comparator.comparingDouble(Tagged::value));
        // each label goes into the lowest line where it does not touch its neighbor
        var lineEnds = new ArrayList<Double>();
        var lineOf = new ArrayList<Integer>();
        var places = new ArrayList<Double>();
        for (var tag : tags) {
            double half = TextFit.width(tag.text(), Drawing.FONT) / 2;
            double place = Math.min(Math.max(span.at(tag.value()), left + half), right - half);
            int line = 0;
            while (line < lineEnds.size() && lineEnds.get(line) > place - half - 8) line++;
            if (line == lineEnds.size()) lineEnds.add(0.0);
            lineEnds.set(line, place + half);
            lineOf.add(line);
            places.add(place);
        }
        double top = 8 + lineEnds.size() * 20;
        double height = d.isNarrow() ? 150 : 190;
        double floor = top + height;
        double densest = bins.stream()
                .mapToDouble(b -> b.count() / (b.to() - b.from()))
                .max()
                .orElse(1);
        double inner = marks.isEmpty() ? Double.NEGATIVE_INFINITY : marks.get(0).value();
        double outer = marks.isEmpty()
                ? Double.POSITIVE_INFINITY
                : marks.get(marks.size() - 1).value();
        for (var bin : bins) {
            if (bin.count() == 0) continue;
            double x0 = span.at(bin.from());
            double x1 = span.at(bin.to());
            double gap = x1 - x0 > 4 ? 0.5 : 0;
            double tall = densest == 0 ? 0 : bin.count() / (bin.to() - bin.from()) / densest * height;
            double center = bin.from() / 2 + bin.to() / 2;
            d.box(center >= inner && center <= outer ? "inside" : "outside", x0 + gap, x1 - gap, floor - tall, tall, 0);
        }
        d.line("axis", left, floor, right, floor);
        double lastEnd = Double.NEGATIVE_INFINITY;
        for (double tick : span.ticks(d.isNarrow() ? 4 : 8)) {
            var text = numbers.tick(quantity, tick);
            double half = TextFit.width(text, Drawing.FONT) / 2;
            double x = Math.min(Math.max(span.at(tick), half), d.width() - half);
            d.line("axis", span.at(tick), floor, span.at(tick), floor + 4);
            if (x - half < lastEnd + 6) continue;
            d.text("minor", x, floor + 18, Anchor.MIDDLE, text);
            lastEnd = x + half;
        }
        for (int i = 0; i < tags.size(); i++) {
            var tag = tags.get(i);
            double y = top - 14 - lineOf.get(i) * 20;
            double x = span.at(tag.value());
            d.line(tag.concluded() ? "concluded" : "mark", x, y + 5, x, floor);
            if (tag.concluded()) d.diamond("conclusion", x, floor, 6);
        }
        for (int i = 0; i < tags.size(); i++) {
            var words = tags.get(i).concluded() ? "gold halo" : "halo";
            d.text(
                    words,
                    places.get(i),
                    top - 14 - lineOf.get(i) * 20,
                    Anchor.MIDDLE,
                    tags.get(i).text());
        }
        d.text(
                "minor",
                right,
                floor + 38,
                Anchor.END,
                edition.text("chart.draws", numbers.count(draws()), numbers.unit(quantity)));
        return floor + 44;
    }
}
