package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Explanation;
import org.dataassay.valuation.sheet.Explanation.Line;
import org.dataassay.valuation.sheet.Source;

/** Every figure of the sheet, by section: its number and unit, its formula with links to what it is computed from, its source. */
final class FiguresSection {

    private final Reading reading;

    private FiguresSection(Reading reading) {
        this.reading = reading;
    }

    static Markup of(Reading reading) {
        return reading.figures().isEmpty() ? Markup.EMPTY : new FiguresSection(reading).markup();
    }

    private Markup markup() {
        var bySection = new LinkedHashMap<String, List<Line>>();
        for (var line : reading.figures()) {
            int slash = line.name().indexOf('/');
            bySection
                    .computeIfAbsent(slash < 0 ? "" : line.name().substring(0, slash), s -> new ArrayList<>())
                    .add(line);
        }
        var content = new ArrayList<Markup>();
        content.add(Parts.paragraph(reading.text("figures.words")));
        for (Map.Entry<String, List<Line>> section : bySection.entrySet())
            content.add(Parts.card(
                    section.getKey().isEmpty() ? "" : reading.section(section.getKey()),
                    Parts.unfold(
                            reading.text("figures.count", section.getValue().size()),
                            section.getValue().stream().map(this::figure).toArray(Markup[]::new))));
        return Markup.join(content);
    }

    private Markup figure(Line line) {
        var entries = new ArrayList<Parts.Entry>();
        entries.add(Parts.Entry.of(reading.text("figures.unit"), reading.unit(line.unit())));
        if (line.kind() == Explanation.Kind.FORMULA)
            entries.add(new Parts.Entry(
                    reading.text("part.formula"),
                    Tag.of("code").with("dir", "ltr").text(line.formula())));
        if (line.kind() == Explanation.Kind.FIXED)
            entries.add(Parts.Entry.of(reading.text("figures.kind"), reading.text("figures.fixed")));
        if (!line.inputs().isEmpty())
            entries.add(new Parts.Entry(
                    reading.text("figures.from"),
                    Parts.joined(
                            reading.text("word.comma"),
                            line.inputs().stream()
                                    .map(name -> Parts.link(reading.anchor(name), reading.figure(name)))
                                    .toList())));
        if (line.sources().size() == 1)
            entries.add(Parts.Entry.of(
                    reading.text("part.source"), source(reading, line.sources().get(0))));
        if (line.elements().isEmpty() || line.sources().size() == 1)
            line.distributions().stream()
                    .findFirst()
                    .ifPresent(d ->
                            entries.add(Parts.Entry.of(reading.text("figures.distribution"), distribution(line, d))));
        entries.add(new Parts.Entry(
                reading.text("figures.name"), Tag.of("code").with("dir", "ltr").text(line.name())));
        var elements = line.elements().isEmpty() ? Markup.EMPTY : elements(line).markup();
        return Parts.line(
                reading.anchor(line.name()),
                reading.figure(line.name()),
                shown(reading, line),
                Parts.definitions(entries),
                elements);
    }

    private Table elements(Line line) {
        boolean sourced = line.sources().size() > 1;
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.words(reading.figure(line.axis().orElseThrow())));
        columns.add(Table.Column.numbers(reading.figure(line.name())));
        if (sourced) columns.add(Table.Column.words(reading.text("part.source")));
        var table = new Table("", columns, List.of());
        for (int e = 0; e < line.elements().size(); e++) {
            var entries = new ArrayList<Markup>();
            entries.add(Markup.text(reading.element(line.name(), line.elements().get(e))));
            entries.add(Markup.text(reading.value(line.unit(), line.values().get(e))));
            if (sourced) entries.add(Markup.text(source(reading, line.sources().get(e))));
            table = table.row(false, entries);
        }
        return table;
    }

    /** A figure's number; of a row the sum of money, or the first and the last. */
    static String shown(Reading reading, Line line) {
        if (line.elements().isEmpty() || line.values().size() == 1)
            return reading.value(line.unit(), line.values().get(0));
        if (line.unit().isMoney()) return reading.text("figures.sum", reading.money(ValueSteps.size(line)));
        var first = reading.value(line.unit(), line.values().get(0));
        if (line.values().stream().distinct().count() == 1) return first;
        var last = reading.value(line.unit(), line.values().get(line.values().size() - 1));
        return reading.text("figures.firstToLast", first, last);
    }

    /** How a number came to be, by whom, where it stands and why. */
    static String source(Reading reading, Source source) {
        var kind = reading.text("source." + source.kind().name().toLowerCase(Locale.ROOT));
        var parts = new ArrayList<String>();
        for (var part : new String[] {source.who(), source.document(), source.page()})
            if (!part.isEmpty()) parts.add(reading.own(part));
        source.date().ifPresent(day -> parts.add(reading.numbers().date(day)));
        if (!source.note().isEmpty()) parts.add(reading.own(source.note()));
        return parts.isEmpty() ? kind : reading.text("word.of", kind, String.join(reading.text("word.comma"), parts));
    }

    private String distribution(Line line, Distribution distribution) {
        boolean isFactor = !line.elements().isEmpty();
        var words = words(distribution, isFactor ? Optional.empty() : Optional.of(line));
        return isFactor ? reading.text("distribution.factor", words) : words;
    }

    private String words(Distribution distribution, Optional<Line> line) {
        if (distribution instanceof Distribution.Normal n)
            return reading.text("distribution.normal", number(n.mean(), line), number(n.standardDeviation(), line));
        if (distribution instanceof Distribution.LogNormal n)
            return reading.text(
                    "distribution.logNormal",
                    number(n.median(), line),
                    reading.numbers().plain(n.sigma(), 4));
        if (distribution instanceof Distribution.Triangular t)
            return reading.text(
                    "distribution.triangular", number(t.low(), line), number(t.mode(), line), number(t.high(), line));
        if (distribution instanceof Distribution.Uniform u)
            return reading.text("distribution.uniform", number(u.low(), line), number(u.high(), line));
        if (distribution instanceof Distribution.TruncatedNormal n)
            return reading.text(
                    "distribution.truncatedNormal",
                    number(n.center(), line),
                    number(n.standardDeviation(), line),
                    number(n.low(), line),
                    number(n.high(), line));
        throw new IllegalStateException(
                "No words for " + distribution.getClass().getName());
    }

    private String number(double value, Optional<Line> line) {
        return line.map(given -> reading.value(given.unit(), value))
                .orElseGet(() -> reading.numbers().plain(value, 6));
    }
}
