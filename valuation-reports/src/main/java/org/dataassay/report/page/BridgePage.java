package org.dataassay.report.page;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dataassay.report.page.Waterfall.Step;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.BridgeFinding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Bridge.Cause;
import org.dataassay.valuation.sheet.Bridge.Move;

/**
 * Why a value moved, as one page: the steps as a chart and a table, every number that moved, how the parts were found, and how to compute them again.
 *
 * <p>The same finding gives the same bytes.
 */
public final class BridgePage {

    private final BridgeFinding finding;
    private final Edition edition;
    private final FigureLabels figures;
    private final UnaryOperator<String> caseWords;
    private final Map<String, MethodId> methods;
    private final UnitWords units;

    private BridgePage(
            BridgeFinding finding, Language language, UnaryOperator<String> caseWords, Map<String, MethodId> methods) {
        this.finding = finding;
        this.edition = Edition.of(language)
                .and(Texts.named(BridgePage.class, "appraisal", language))
                .and(Texts.named(BridgePage.class, "bridge", language));
        this.figures = FigureLabels.of(language, caseWords);
        this.caseWords = caseWords;
        this.methods = new TreeMap<>(methods);
        this.units = new UnitWords(edition, finding.after().currency().code(), caseWords);
    }

    /**
     * The HTML of the page in a language; write it as UTF-8.
     *
     * @param title of the later case
     * @param methods by section, to name sections
     * @param caseWords from a text of the case to the same in the language; the text itself where there is no translation
     */
    public static String html(
            BridgeFinding finding,
            String title,
            Map<String, MethodId> methods,
            Language language,
            UnaryOperator<String> caseWords) {
        return new BridgePage(finding, language, caseWords, methods).html(title);
    }

    /**
     * The steps in lines of words, for a terminal: the earlier value, each step, the later value.
     *
     * @param methods by section, to name sections
     * @param caseWords as for the page
     */
    public static List<String> summary(
            BridgeFinding finding, Map<String, MethodId> methods, Language language, UnaryOperator<String> caseWords) {
        var page = new BridgePage(finding, language, caseWords, methods);
        var lines = new ArrayList<String>();
        lines.add(page.edition.numbers().date(finding.dateBefore()) + "  " + page.money(finding.before()));
        for (var step : finding.steps()) lines.add("  " + page.name(step) + "  " + page.signed(step.amount()));
        lines.add(page.edition.numbers().date(finding.dateAfter()) + "  " + page.money(finding.after()));
        return lines;
    }

    private String html(String title) {
        var own = caseWords.apply(title);
        var sections = new ArrayList<Markup>();
        var contents = new ArrayList<Parts.Entry>();
        var parts = new LinkedHashMap<String, Markup>();
        parts.put("steps", steps());
        parts.put("moves", moves());
        parts.put("notes", notes());
        parts.put("provenance", provenance());
        parts.forEach((id, content) -> {
            if (content.isEmpty()) return;
            var heading = edition.text("section." + id);
            contents.add(Parts.Entry.of(id, heading));
            sections.add(Parts.section(id, heading, content));
        });
        var body = new ArrayList<Markup>();
        body.add(masthead(own));
        body.add(Parts.contents(edition.text("head.contents"), contents));
        body.addAll(sections);
        var footer = edition.text("provenance.footer", finding.provenance().libraryVersion());
        return Page.of(edition.text("bridge.title", own), edition, body.toArray(Markup[]::new))
                .withFooter(Parts.paragraph(footer))
                .html();
    }

    private Markup masthead(String title) {
        var numbers = edition.numbers();
        var currency = finding.after().currency().code();
        var facts = List.of(
                Parts.Entry.of(
                        edition.text("bridge.dates"),
                        edition.text(
                                "bridge.from.to",
                                numbers.date(finding.dateBefore()),
                                numbers.date(finding.dateAfter()))),
                Parts.Entry.of(
                        edition.text("head.currency"),
                        edition.texts().find("currency." + currency).orElse(currency)));
        return Parts.masthead(edition.text("bridge.kicker"), title, "", facts);
    }

    private Markup steps() {
        var numbers = edition.numbers();
        var lines = List.of(
                edition.text("bridge.from", money(finding.before()), numbers.date(finding.dateBefore())),
                edition.text("bridge.to", money(finding.after()), numbers.date(finding.dateAfter())));
        var change = signed(finding.difference());
        var read = finding.before().isZero() ? "" : edition.text("bridge.read", share(finding.difference()));
        var headline = Parts.headline(edition.text("bridge.difference"), change, read, lines);
        var bars = new ArrayList<Step>();
        bars.add(Step.total(
                edition.text("bridge.asOf", numbers.date(finding.dateBefore())),
                finding.before().toDouble()));
        for (var step : finding.steps())
            bars.add(Step.change(shortName(step), step.amount().toDouble()).because(detail(step)));
        bars.add(Step.total(
                edition.text("bridge.asOf", numbers.date(finding.dateAfter())),
                finding.after().toDouble()));
        var waterfall = new Waterfall(edition.text("bridge.chart"), units.money(), bars).cut();
        var caption = waterfall.start() == 0
                ? edition.text("bridge.caption")
                : edition.text("bridge.caption.cut", numbers.compact(units.money(), waterfall.start()));
        var chart = Parts.chart("bridge", waterfall, edition, caption);
        var table = Table.of(
                "",
                Table.Column.words(edition.text("bridge.step")),
                Table.Column.numbers(edition.text("chart.amount", numbers.unit(units.money()))),
                Table.Column.numbers(edition.text("bridge.share")));
        table = table.total(
                edition.text("bridge.asOf", numbers.date(finding.dateBefore())), money(finding.before()), "");
        for (var step : finding.steps()) table = table.row(name(step), signed(step.amount()), share(step.amount()));
        table = table.total(edition.text("bridge.asOf", numbers.date(finding.dateAfter())), money(finding.after()), "");
        return Markup.join(List.of(headline, chart, Parts.card(edition.text("bridge.table"), table.markup())));
    }

    private Markup moves() {
        var lines = new ArrayList<Markup>();
        int number = 0;
        for (var step : finding.steps()) {
            number++;
            if (step.cause() == Cause.ROUNDING) continue;
            lines.add(Parts.line("step-" + number, name(step), signed(step.amount()), moves(step)));
        }
        return lines.isEmpty() ? Markup.EMPTY : Parts.card("", lines.toArray(Markup[]::new));
    }

    private Markup moves(BridgeFinding.Step step) {
        var cause = edition.text(
                "cause." + step.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (step.moves().isEmpty())
            return Markup.join(List.of(Parts.paragraph(cause), Parts.paragraph(edition.text("bridge.none"))));
        var table = Table.of(
                "",
                Table.Column.words(edition.text("bridge.input")),
                Table.Column.numbers(edition.text("bridge.before")),
                Table.Column.numbers(edition.text("bridge.after")));
        for (var move : step.moves())
            table = table.row(
                    input(move), shown(move, move.before(), "bridge.in"), shown(move, move.after(), "bridge.out"));
        return Markup.join(List.of(Parts.paragraph(cause), table.markup()));
    }

    private String shown(Move move, OptionalDouble value, String none) {
        return value.isPresent() ? units.value(move.unit(), value.getAsDouble()) : edition.text(none);
    }

    private String input(Move move) {
        var section = section(move.input());
        var label = figures.apply(move.input())
                + move.element()
                        .map(element -> edition.text("word.element", element(section, element)))
                        .orElse("");
        return section.isEmpty() ? label : edition.text("word.ofSection", label, sectionName(section));
    }

    /** Indications are called by their methods. */
    private String element(String section, String element) {
        return section.equals("conclusion") && methods.containsKey(element)
                ? sectionName(element)
                : caseWords.apply(element);
    }

    private String name(BridgeFinding.Step step) {
        var own = edition.texts().find("step." + step.name());
        if (own.isPresent()) return own.get();
        var name = step.name();
        if (step.moves().stream().allMatch(move -> move.input().startsWith(name + "/")))
            return edition.text("step.of", sectionName(name));
        if (!isInput(step)) return caseWords.apply(name);
        var section = section(name);
        return section.isEmpty()
                ? figures.apply(name)
                : edition.text("word.ofSection", figures.apply(name), sectionName(section));
    }

    private static String section(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private String sectionName(String section) {
        var method = methods.get(section);
        return method == null
                ? figures.apply(section)
                : edition.texts()
                        .find("method." + method)
                        .orElseGet(() -> method.name().replace('-', ' '));
    }

    /** The name without the section of an input, which {@link #detail} tells. */
    private String shortName(BridgeFinding.Step step) {
        return isInput(step) ? figures.apply(step.name()) : name(step);
    }

    private static boolean isInput(BridgeFinding.Step step) {
        return step.cause() == Cause.INPUT
                && step.moves().stream().allMatch(move -> move.input().equals(step.name()));
    }

    private String detail(BridgeFinding.Step step) {
        var section = isInput(step) ? section(step.name()) : "";
        var change = change(step);
        return section.isEmpty() ? change : edition.text("word.ofSection", sectionName(section), change);
    }

    private String change(BridgeFinding.Step step) {
        if (step.moves().size() == 1) {
            var move = step.moves().get(0);
            return edition.text(
                    "bridge.move", shown(move, move.before(), "bridge.in"), shown(move, move.after(), "bridge.out"));
        }
        return step.moves().isEmpty()
                ? ""
                : edition.text(
                        "bridge.moves", edition.numbers().count(step.moves().size()));
    }

    private Markup notes() {
        var boxes = new ArrayList<Markup>();
        for (var note : finding.notes()) {
            var tone = switch (note.kind()) {
                case ASSUMPTION -> Parts.Tone.ASSUMPTION;
                case WARNING, LIMIT -> Parts.Tone.WARNING;
                default -> Parts.Tone.NOTE;
            };
            boxes.add(Parts.box(tone, edition, "", Parts.paragraph(words(note))));
        }
        return Markup.join(boxes);
    }

    private String words(Note note) {
        return edition.texts().find("note." + note.code()).orElse(note.text());
    }

    private Markup provenance() {
        var provenance = finding.provenance();
        return Parts.card(
                "",
                Parts.definitions(List.of(
                        code("provenance.bridge", provenance.method().toString()),
                        Parts.Entry.of(
                                edition.text("provenance.bridge.version"),
                                Integer.toString(provenance.methodVersion())),
                        Parts.Entry.of(edition.text("provenance.library"), provenance.libraryVersion()),
                        code("provenance.digest", provenance.inputDigest()))));
    }

    private Parts.Entry code(String key, String words) {
        return new Parts.Entry(
                edition.text(key), Tag.of("code").with("dir", "ltr").text(words));
    }

    private String money(Money amount) {
        return edition.numbers().money(amount.amount(), amount.currency().code());
    }

    /** With its sign where a minus would stand. */
    private String signed(Money amount) {
        return amount.amount().signum() > 0 ? money(amount).replaceFirst("(?=[0-9])", "+") : money(amount);
    }

    /** Of the earlier value, in percent. */
    private String share(Money amount) {
        if (finding.before().isZero()) return "";
        double share = amount.amount()
                .divide(finding.before().amount(), MathContext.DECIMAL64)
                .doubleValue();
        return (share > 0 ? "+" : "") + edition.numbers().percent(share, 1);
    }
}
