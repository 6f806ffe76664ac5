package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.error.Check;

/** The parts a report page is put together from. Each gives finished {@link Markup}; none knows what the figures mean. */
public final class Parts {

    private Parts() {}

    /** What a box is about, which decides its edge and its spoken label. */
    public enum Tone {
        NOTE,
        ASSUMPTION,
        WARNING
    }

    /** A name and what belongs to it. */
    public record Entry(String name, Markup content) {

        public static Entry of(String name, String words) {
            return new Entry(name, Tag.of("bdi").text(words));
        }
    }

    /**
     * A figure of a worksheet: what it is, what it came to, and why.
     *
     * @param name its name as shown
     * @param value its value as shown
     * @param formula how it was computed; empty for an input
     * @param source where it came from; empty where a formula says it all
     * @param remarks assumptions and the like
     */
    public record Figure(String name, String value, String formula, String source, List<String> remarks) {

        public Figure {
            remarks = List.copyOf(remarks);
        }
    }

    /** The head of the page: a small line, the title, and the facts that fix the appraisal. */
    public static Markup masthead(String kicker, String title, String subtitle, List<Entry> facts) {
        return Tag.of("header", "masthead")
                .holding(
                        words("p", "kicker", kicker),
                        Tag.of("h1").with("dir", "auto").text(title),
                        words("p", "subtitle", subtitle),
                        facts.isEmpty() ? Markup.EMPTY : definitions(facts));
    }

    /** The one result of the page: a label, the amount, the amount in words and lines on range and basis. */
    public static Markup headline(String label, String amount, String read, List<String> lines) {
        var content = new ArrayList<Markup>();
        content.add(words("p", "kicker", label));
        content.add(words("p", "amount", amount));
        content.add(words("p", "read", read));
        for (var line : lines) content.add(words("p", "line", line));
        return Tag.of("div", "card headline").holding(content);
    }

    /** A section with its heading; {@code id} is its address within the page. */
    public static Markup section(String id, String heading, Markup... content) {
        checkId(id);
        return Tag.of("section")
                .with("id", id)
                .with("aria-labelledby", id + "-heading")
                .holding(Tag.of("h2").with("id", id + "-heading").text(heading), Markup.join(content));
    }

    /** Links to the sections of the page: id and heading. */
    public static Markup contents(String label, List<Entry> sections) {
        var links = sections.stream()
                .map(s -> Tag.of("li")
                        .holding(Tag.of("a").with("href", "#" + s.name()).holding(s.content())))
                .toList();
        return Tag.of("nav", "contents")
                .with("aria-label", label)
                .holding(Tag.of("ul").holding(links));
    }

    /** Running words. */
    public static Markup paragraph(String words) {
        return Tag.of("p").with("dir", "auto").text(words);
    }

    /** A plain list. */
    public static Markup list(List<String> items) {
        return listOf(items.stream().map(Markup::text).toList());
    }

    /** A list of anything. */
    public static Markup listOf(List<Markup> items) {
        return Tag.of("ul")
                .holding(items.stream()
                        .map(i -> Tag.of("li").with("dir", "auto").holding(i))
                        .toList());
    }

    /** Anything on a card, under a small heading that may be empty. */
    public static Markup card(String heading, Markup... content) {
        return Tag.of("div", "card").holding(words("h3", "", heading), Markup.join(content));
    }

    /** Cards beside each other where there is room. */
    public static Markup side(Markup... cards) {
        return Tag.of("div", "side").holding(cards);
    }

    /** A chart on a card with its caption, and its figures as a table to unfold. */
    public static Markup chart(String id, Chart chart, Edition edition, String caption) {
        return Tag.of("figure", "card")
                .with("id", id)
                .holding(
                        Tag.of("h3").with("dir", "auto").text(chart.title()),
                        chart.draw(id, edition),
                        words("figcaption", "", caption),
                        unfold(edition.text("part.figures"), chart.data(edition).markup()));
    }

    /** Something to unfold under a line of words. */
    public static Markup unfold(String summary, Markup... content) {
        return Tag.of("details")
                .holding(
                        Tag.of("summary").holding(Tag.of("bdi").text(summary)),
                        Tag.of("div", "unfolded").holding(content));
    }

    /** A figure to unfold: name and value in the line; formula, source and remarks beneath. */
    public static Markup figure(Figure figure, Edition edition) {
        var entries = new ArrayList<Entry>();
        if (!figure.formula().isEmpty()) {
            entries.add(new Entry(
                    edition.text("part.formula"),
                    Tag.of("code").with("dir", "ltr").text(figure.formula())));
        }
        if (!figure.source().isEmpty()) entries.add(Entry.of(edition.text("part.source"), figure.source()));
        for (var remark : figure.remarks()) entries.add(Entry.of(edition.text("part.remark"), remark));
        return line(Tag.of("details", "figure"), figure.name(), figure.value(), definitions(entries));
    }

    /** A line with a name and a value, to unfold what belongs to it; {@code id} is its address within the page. */
    public static Markup line(String id, String name, String value, Markup... content) {
        checkId(id);
        return line(Tag.of("details", "figure").with("id", id), name, value, content);
    }

    private static Markup line(Tag details, String name, String value, Markup... content) {
        return details.holding(
                Tag.of("summary")
                        .holding(
                                Tag.of("bdi", "name").text(name),
                                Tag.of("span", "value").text(value)),
                Tag.of("div", "unfolded").holding(content));
    }

    /** Words that lead to a place within the page. */
    public static Markup link(String id, String words) {
        checkId(id);
        return Tag.of("a").with("href", "#" + id).holding(Tag.of("bdi").text(words));
    }

    /** Pieces with words between them. */
    public static Markup joined(String separator, List<Markup> pieces) {
        var all = new ArrayList<Markup>();
        for (var piece : pieces) {
            if (!all.isEmpty()) all.add(Markup.text(separator));
            all.add(piece);
        }
        return Markup.join(all);
    }

    /** Names and what belongs to them. */
    public static Markup definitions(List<Entry> entries) {
        return Tag.of("dl")
                .holding(entries.stream()
                        .map(e -> Tag.of("div")
                                .holding(
                                        Tag.of("dt").holding(Tag.of("bdi").text(e.name())),
                                        Tag.of("dd").holding(e.content())))
                        .toList());
    }

    /** A box that names its tone in words, for notes, assumptions and warnings. */
    public static Markup box(Tone tone, Edition edition, String heading, Markup... content) {
        var label = edition.text("part.tone." + tone.name().toLowerCase(java.util.Locale.ROOT));
        return Tag.of("aside", "box " + tone.name().toLowerCase(java.util.Locale.ROOT))
                .holding(
                        Tag.of("p", "tone")
                                .holding(
                                        Tag.of("span").text(label),
                                        Markup.text(heading.isEmpty() ? "" : " · "),
                                        Tag.of("bdi").text(heading)),
                        Markup.join(content));
    }

    private static Markup words(String tag, String cssClass, String words) {
        if (words.isEmpty()) return Markup.EMPTY;
        return (cssClass.isEmpty() ? Tag.of(tag) : Tag.of(tag, cssClass))
                .with("dir", "auto")
                .text(words);
    }

    private static void checkId(String id) {
        new Check()
                .that(id.matches("[a-z][a-z0-9-]*"), "id", "small letters, digits and hyphens", id, "Use another id.")
                .done();
    }
}
