package org.dataassay.report.page;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.dataassay.quality.column.ColumnProfile;
import org.dataassay.quality.column.NumberSummary;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.score.QualityScoring;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.result.Note;

/**
 * A quality profile as one page: each dimension, the worst rules first with their two counts and the rows that break them, each column, and how to
 * compute it again.
 *
 * <p>The same profile gives the same bytes. However many rules and columns there are the page stays readable: the details of the first are shown, the
 * others stand in the tables.
 */
public final class ProfilePage {

    /** So many rules are drawn. */
    private static final int DRAWN_RULES = 12;

    /** So many rules and columns have their details. */
    private static final int DETAILED = 200;

    /** So many intervals are drawn. */
    private static final int MOST_BARS = 16;

    private static final int NAMED_ROWS = 20;
    private static final int DIGITS = 6;

    private final QualityProfile profile;
    private final Edition edition;
    private final Numbers numbers;

    private ProfilePage(QualityProfile profile, Language language) {
        this.profile = profile;
        this.edition = Edition.of(language).and(Texts.named(ProfilePage.class, "profile", language));
        this.numbers = edition.numbers();
    }

    /** The HTML of the page in a language; write it as UTF-8. */
    public static String html(QualityProfile profile, Language language) {
        return new ProfilePage(profile, language).html();
    }

    private String html() {
        var parts = new LinkedHashMap<String, Markup>();
        parts.put("dimensions", dimensions());
        parts.put("rules", rules());
        parts.put("columns", columns());
        parts.put("notes", notes());
        parts.put("provenance", provenance());
        var sections = new ArrayList<Markup>();
        var contents = new ArrayList<Parts.Entry>();
        parts.forEach((id, content) -> {
            if (content.isEmpty()) return;
            var heading = text("section." + id);
            contents.add(Parts.Entry.of(id, heading));
            sections.add(Parts.section(id, heading, content));
        });
        var body = new ArrayList<Markup>();
        body.add(masthead());
        body.add(Parts.contents(text("profile.contents"), contents));
        body.addAll(sections);
        return Page.of(text("profile.title", profile.table()), edition, body.toArray(Markup[]::new))
                .withFooter(Parts.paragraph(
                        text("profile.footer", profile.provenance().libraryVersion())))
                .html();
    }

    private String text(String key, Object... parts) {
        return edition.text(key, parts);
    }

    private Markup masthead() {
        var facts = new ArrayList<Parts.Entry>();
        facts.add(Parts.Entry.of(text("profile.rows"), numbers.count(profile.rows())));
        facts.add(Parts.Entry.of(
                text("profile.columns"), numbers.count(profile.columns().size())));
        facts.add(Parts.Entry.of(
                text("profile.rejected"), numbers.count(profile.rejected().rows())));
        facts.add(Parts.Entry.of(text("profile.repeated"), repeated()));
        facts.add(Parts.Entry.of(text("profile.date"), numbers.date(profile.valuationDate())));
        return Parts.masthead(text("profile.kicker"), profile.table(), "", facts);
    }

    /** Rows that repeat an earlier one. */
    private String repeated() {
        var duplicates = profile.duplicates();
        return (duplicates.exact() ? "" : "≈ ") + numbers.count(duplicates.evaluated() - duplicates.different());
    }

    // ---- dimensions ----

    private Markup dimensions() {
        var axes = new ArrayList<Radar.Axis>();
        QualityScoring.dimensions(profile)
                .forEach((dimension, score) -> axes.add(new Radar.Axis(text("dimension." + dimension.id()), score)));
        if (axes.isEmpty())
            return Parts.box(
                    Parts.Tone.NOTE, edition, text("profile.noRules"), Parts.paragraph(text("profile.noRules.words")));
        return Parts.chart(
                "dimension-chart",
                new Radar(text("profile.dimensions"), axes),
                edition,
                text("profile.dimensions.caption"));
    }

    // ---- rules ----

    private Markup rules() {
        if (profile.rules().isEmpty()) return Markup.EMPTY;
        var worst = profile.rules().stream()
                .sorted(Comparator.comparingDouble(
                                (RuleResult rule) -> rule.ratio().orElse(2))
                        .thenComparing(
                                Comparator.comparingLong(RuleResult::violated).reversed()))
                .toList();
        var content = new ArrayList<Markup>();
        content.add(Parts.chart(
                "rule-chart",
                new Bars(
                        text("profile.worst"),
                        text("profile.rule"),
                        text("profile.ratio"),
                        worst.stream()
                                .limit(DRAWN_RULES)
                                .map(rule -> new Bars.Bar(name(rule), rule.ratio(), ratio(rule.ratio())))
                                .toList()),
                edition,
                text("profile.worst.caption")));
        var lines = new ArrayList<Markup>();
        for (int i = 0; i < Math.min(worst.size(), DETAILED); i++) lines.add(rule(i + 1, worst.get(i)));
        content.add(Parts.card(text("profile.rules"), lines.toArray(Markup[]::new)));
        if (worst.size() > DETAILED) {
            var table = Table.of(
                    text("profile.others"),
                    Table.Column.words(text("profile.rule")),
                    Table.Column.numbers(text("profile.counts")),
                    Table.Column.numbers(text("profile.ratio")));
            for (var rule : worst.subList(DETAILED, worst.size()))
                table = table.row(name(rule), counts(rule), ratio(rule.ratio()));
            content.add(Parts.card("", table.markup()));
        }
        return Markup.join(content);
    }

    private String name(RuleResult result) {
        return result.rule().description(edition.language().code());
    }

    private Markup rule(int place, RuleResult result) {
        var rule = result.rule();
        var content = new ArrayList<Markup>();
        var facts = new ArrayList<Parts.Entry>();
        facts.add(Parts.Entry.of(text("profile.rule.id"), rule.id()));
        facts.add(Parts.Entry.of(
                text("profile.dimension"), text("dimension." + rule.dimension().id())));
        facts.add(Parts.Entry.of(
                text("profile.indicator"),
                rule.indicator().code() + " "
                        + (edition.language() == Language.CHINESE
                                ? rule.indicator().zh()
                                : rule.indicator().en())));
        facts.add(Parts.Entry.of(
                text("profile.severity"), text("severity." + rule.severity().id())));
        facts.add(Parts.Entry.of(text("profile.satisfied"), numbers.count(result.satisfied())));
        facts.add(Parts.Entry.of(text("profile.evaluated"), numbers.count(result.evaluated())));
        facts.add(Parts.Entry.of(text("profile.violated"), numbers.count(result.violated())));
        facts.add(Parts.Entry.of(text("profile.notEvaluated"), numbers.count(result.notEvaluated())));
        content.add(Parts.definitions(facts));
        if (result.violations().size() > 0)
            content.add(Parts.paragraph(text("profile.violating", rows(result), remaining(result))));
        if (!result.examples().isEmpty()) {
            var table = Table.of(
                    text("profile.examples"),
                    Table.Column.numbers(text("profile.row")),
                    Table.Column.words(text("profile.reason")));
            for (var example : result.examples()) table = table.row(numbers.count(example.row()), example.reason());
            content.add(table.markup());
        }
        result.note().ifPresent(note -> content.add(Parts.paragraph(note)));
        return Parts.line("rule-" + place, name(result), ratio(result.ratio()), content.toArray(Markup[]::new));
    }

    private String rows(RuleResult result) {
        var listed = new ArrayList<String>();
        result.violations().stream().limit(NAMED_ROWS).forEach(row -> listed.add(numbers.count(row)));
        return String.join(text("profile.comma"), listed);
    }

    private String remaining(RuleResult result) {
        long more = result.violations().size() - NAMED_ROWS;
        return more > 0 ? text("profile.more", numbers.count(more)) : "";
    }

    private String ratio(OptionalDouble ratio) {
        return ratio.isEmpty() ? text("profile.notApplicable") : share(ratio.getAsDouble());
    }

    /** Never rounded up to perfect. */
    private String share(double share) {
        var shown = numbers.percent(share, 2);
        return share < 1 && shown.equals(numbers.percent(1, 2))
                ? text("profile.almost", numbers.percent(0.9999, 2))
                : shown;
    }

    private String counts(RuleResult rule) {
        return numbers.count(rule.satisfied()) + " / " + numbers.count(rule.evaluated());
    }

    // ---- columns ----

    private Markup columns() {
        var table = Table.of(
                "",
                Table.Column.words(text("profile.column")),
                Table.Column.words(text("profile.type")),
                Table.Column.numbers(text("profile.filled")),
                Table.Column.numbers(text("profile.distinct")),
                Table.Column.words(text("profile.smallest")),
                Table.Column.words(text("profile.largest")));
        for (var column : profile.columns())
            table = table.row(
                    column.name(),
                    type(column),
                    filled(column),
                    distinct(column),
                    end(column, column.smallest(), NumberSummary::minimum),
                    end(column, column.largest(), NumberSummary::maximum));
        var content = new ArrayList<Markup>();
        content.add(Parts.card("", table.markup()));
        var lines = new ArrayList<Markup>();
        for (int i = 0; i < Math.min(profile.columns().size(), DETAILED); i++)
            lines.add(column(i + 1, profile.columns().get(i)));
        content.add(Parts.card(text("profile.details"), lines.toArray(Markup[]::new)));
        if (!profile.correlations().isEmpty()) content.add(Parts.card(text("profile.correlations"), correlations()));
        return Markup.join(content);
    }

    /** The strongest first. */
    private Markup correlations() {
        var table = Table.of(
                "",
                Table.Column.words(text("profile.column")),
                Table.Column.words(text("profile.column")),
                Table.Column.numbers(text("profile.pairs")),
                Table.Column.numbers(text("profile.pearson")));
        var strongest = profile.correlations().stream()
                .sorted(Comparator.comparingDouble((QualityProfile.Correlation pair) -> -Math.abs(pair.coefficient())))
                .toList();
        for (var pair : strongest)
            table = table.row(
                    pair.first(), pair.second(), numbers.count(pair.rows()), numbers.fixed(pair.coefficient(), 3));
        return table.markup();
    }

    /** Numbers are ordered as numbers, everything else as text. */
    private String end(ColumnProfile column, Optional<String> text, ToDoubleFunction<NumberSummary> number) {
        boolean isNumber = column.type()
                .filter(type -> type.kind() == ValueKind.INTEGER || type.kind() == ValueKind.DECIMAL)
                .isPresent();
        return isNumber && column.numbers().isPresent()
                ? plain(number.applyAsDouble(column.numbers().get()))
                : text.map(ProfilePage::cut).orElse("");
    }

    private String type(ColumnProfile column) {
        return column.type()
                .map(type -> {
                    var kind = text("kind." + type.kind().name().toLowerCase(Locale.ROOT));
                    return type.share() == 1 ? kind : text("profile.type.share", kind, share(type.share()));
                })
                .orElse("");
    }

    private String filled(ColumnProfile column) {
        return column.rows() == 0 ? "" : share((double) column.valued() / column.rows());
    }

    private String distinct(ColumnProfile column) {
        return (column.distinctExact() ? "" : "≈ ") + numbers.count(column.distinct());
    }

    private Markup column(int place, ColumnProfile column) {
        var content = new ArrayList<Markup>();
        var facts = new ArrayList<Parts.Entry>();
        facts.add(Parts.Entry.of(text("profile.values"), numbers.count(column.valued())));
        facts.add(Parts.Entry.of(text("profile.empty"), numbers.count(column.empty() + column.blank())));
        facts.add(Parts.Entry.of(text("profile.disguised"), disguised(column)));
        facts.add(Parts.Entry.of(text("profile.distinct"), distinct(column)));
        column.type()
                .filter(type -> type.contradicting() > 0)
                .ifPresent(type ->
                        facts.add(Parts.Entry.of(text("profile.contradicting"), numbers.count(type.contradicting()))));
        column.lengths()
                .ifPresent(lengths -> facts.add(Parts.Entry.of(
                        text("profile.lengths"),
                        text(
                                "profile.lengths.of",
                                numbers.count(lengths.minimum()),
                                numbers.count(lengths.maximum()),
                                numbers.plain(lengths.mean(), DIGITS)))));
        content.add(Parts.definitions(facts));
        column.numbers().ifPresent(summary -> {
            content.add(numbers(summary));
            if (!summary.histogram().isEmpty()) content.add(histogram(place, column, summary));
        });
        if (!column.frequent().isEmpty()) content.add(frequent(column));
        if (!column.masks().isEmpty()) content.add(masks(column));
        return Parts.line("column-" + place, column.name(), filled(column), content.toArray(Markup[]::new));
    }

    private String disguised(ColumnProfile column) {
        if (column.disguised().isEmpty()) return numbers.count(0);
        var words = new ArrayList<String>();
        column.disguised().forEach((word, count) -> words.add(word + " " + numbers.count(count)));
        return numbers.count(column.disguisedCount()) + " (" + String.join(text("profile.comma"), words) + ")";
    }

    private Markup numbers(NumberSummary summary) {
        var facts = new ArrayList<Parts.Entry>();
        facts.add(Parts.Entry.of(text("profile.numbers"), numbers.count(summary.count())));
        facts.add(Parts.Entry.of(text("profile.mean"), plain(summary.mean())));
        summary.standardDeviation()
                .ifPresent(deviation -> facts.add(Parts.Entry.of(text("profile.deviation"), plain(deviation))));
        summary.skewness().ifPresent(skewness -> facts.add(Parts.Entry.of(text("profile.skewness"), plain(skewness))));
        summary.medianAbsoluteDeviation()
                .ifPresent(deviation -> facts.add(Parts.Entry.of(text("profile.mad"), plain(deviation))));
        facts.add(Parts.Entry.of(text("profile.minimum"), plain(summary.minimum())));
        for (var quantile : summary.quantiles())
            facts.add(Parts.Entry.of(
                    "P" + numbers.plain(quantile.probability() * 100, 3),
                    (quantile.exact() ? "" : "≈ ") + plain(quantile.value())));
        facts.add(Parts.Entry.of(text("profile.maximum"), plain(summary.maximum())));
        return Parts.definitions(facts);
    }

    private String plain(double value) {
        return numbers.plain(value, DIGITS);
    }

    /** The shares of the numbers per interval; what lies far out on either side is drawn together. */
    private Markup histogram(int place, ColumnProfile column, NumberSummary summary) {
        var bins = new ArrayList<>(summary.histogram());
        boolean below = false;
        boolean above = false;
        while (bins.size() > MOST_BARS) {
            int last = bins.size() - 1;
            if (bins.get(0).count() <= bins.get(last).count()) {
                bins.set(1, joined(bins.get(0), bins.get(1)));
                bins.remove(0);
                below = true;
            } else {
                bins.set(last - 1, joined(bins.get(last - 1), bins.get(last)));
                bins.remove(last);
                above = true;
            }
        }
        var bars = new ArrayList<Bars.Bar>();
        for (int i = 0; i < bins.size(); i++) {
            var bin = bins.get(i);
            var label = i == 0 && below
                    ? text("profile.below", plain(bin.to()))
                    : i == bins.size() - 1 && above
                            ? text("profile.above", plain(bin.from()))
                            : bin.from() == bin.to()
                                    ? plain(bin.from())
                                    : text("profile.interval", plain(bin.from()), plain(bin.to()));
            double share = (double) bin.count() / summary.count();
            bars.add(Bars.Bar.of(label, share, numbers.percent(share, 2)));
        }
        var chart = new Bars(
                text("profile.histogram", column.name()), text("profile.interval.head"), text("profile.share"), bars);
        return Parts.chart("histogram-" + place, chart, edition, text("profile.histogram.caption"));
    }

    private static NumberSummary.Bin joined(NumberSummary.Bin low, NumberSummary.Bin high) {
        return new NumberSummary.Bin(low.from(), high.to(), low.count() + high.count());
    }

    private Markup masks(ColumnProfile column) {
        var table = Table.of(
                text("profile.masks"),
                Table.Column.words(text("profile.mask")),
                Table.Column.numbers(text("profile.count")),
                Table.Column.numbers(text("profile.share")));
        for (var mask : column.masks())
            table = table.row(
                    cut(mask.mask()),
                    bounds(mask.count(), mask.atMost()),
                    share((double) mask.count() / Math.max(1, column.valued())));
        return table.markup();
    }

    /** A count, or from where to where it lies. */
    private String bounds(long atLeast, long atMost) {
        return atLeast == atMost
                ? numbers.count(atLeast)
                : text("profile.interval", numbers.count(atLeast), numbers.count(atMost));
    }

    private Markup frequent(ColumnProfile column) {
        var table = Table.of(
                text("profile.frequent"),
                Table.Column.words(text("profile.value")),
                Table.Column.numbers(text("profile.count")),
                Table.Column.numbers(text("profile.share")));
        for (var value : column.frequent())
            table = table.row(
                    cut(value.value()),
                    bounds(value.count(), value.atMost()),
                    share((double) value.count() / Math.max(1, column.valued())));
        return table.markup();
    }

    private static String cut(String value) {
        var clusters = TextFit.clusters(value.strip());
        return clusters.size() <= 40 ? value : String.join("", clusters.subList(0, 39)) + "…";
    }

    // ---- notes, provenance ----

    /** A text that speaks of all rules or columns at once stands once. */
    private Markup notes() {
        var boxes = new LinkedHashMap<String, Markup>();
        for (var note : profile.notes())
            boxes.putIfAbsent(words(note), Parts.box(tone(note), edition, "", Parts.paragraph(words(note))));
        return Markup.join(boxes.values());
    }

    private static Parts.Tone tone(Note note) {
        return switch (note.kind()) {
            case ASSUMPTION -> Parts.Tone.ASSUMPTION;
            case WARNING -> Parts.Tone.WARNING;
            default -> Parts.Tone.NOTE;
        };
    }

    private String words(Note note) {
        var subject = switch (note.code()) {
            case "rows-rejected" -> numbers.count(profile.rejected().ragged());
            case "lines-rejected" -> numbers.count(profile.rejected().broken());
            case "read-as", "keys-left-out" -> note.text();
            case "distinct-estimated" -> columns(column -> !column.distinctExact());
            case "rule-not-applicable" ->
                profile.rules().stream()
                        .filter(rule -> rule.evaluated() == 0)
                        .map(rule -> rule.rule().id())
                        .collect(joining(text("profile.comma")));
            default -> "";
        };
        return edition.texts().find("note." + note.code(), subject).orElse(note.text());
    }

    private String columns(Predicate<ColumnProfile> chosen) {
        return profile.columns().stream()
                .filter(chosen)
                .map(ColumnProfile::name)
                .collect(joining(text("profile.comma")));
    }

    private Markup provenance() {
        var provenance = profile.provenance();
        return Parts.card(
                "",
                Parts.definitions(List.of(
                        code("provenance.method", provenance.method().toString()),
                        Parts.Entry.of(text("provenance.version"), Integer.toString(provenance.methodVersion())),
                        Parts.Entry.of(text("provenance.library"), provenance.libraryVersion()),
                        code("provenance.digest", provenance.inputDigest()))));
    }

    private Parts.Entry code(String key, String words) {
        return new Parts.Entry(text(key), Tag.of("code").with("dir", "ltr").text(words));
    }
}
