package org.dataassay.report.page;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.dataassay.valuation.appraisal.Appraisal;
import org.dataassay.valuation.appraisal.AppraisalReport;
import org.dataassay.valuation.appraisal.AppraisalReport.MethodOutcome;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.sheet.Explanation.Line;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.text.Labels;

/**
 * An appraisal as it is read in one language: the words for its ids, names and numbers, which every section of the page uses.
 *
 * <p>Texts of the case itself go through {@link #own}, so that a case with translations is read in them.
 */
final class Reading {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final AppraisalReport report;
    private final Edition edition;
    private final Locale locale;
    private final Labels labels;
    private final FigureLabels figureLabels;
    private final UnaryOperator<String> caseWords;
    private final Map<String, Line> lines;
    private final Map<String, String> anchors;

    Reading(AppraisalReport report, Language language, UnaryOperator<String> caseWords) {
        this.report = report;
        this.edition = Edition.of(language).and(Texts.named(AppraisalPage.class, "appraisal", language));
        this.locale = Locale.forLanguageTag(language.code());
        this.labels = Labels.of(locale);
        this.figureLabels = FigureLabels.of(language, caseWords);
        this.caseWords = caseWords;
        var byName = new LinkedHashMap<String, Line>();
        report.worksheet()
                .ifPresent(
                        sheet -> sheet.explain(figureLabels).figures().forEach(line -> byName.put(line.name(), line)));
        this.lines = Collections.unmodifiableMap(byName);
        this.anchors = anchors(byName);
    }

    AppraisalReport report() {
        return report;
    }

    Edition edition() {
        return edition;
    }

    Numbers numbers() {
        return edition.numbers();
    }

    /** Words of the page. */
    String text(String key, Object... parts) {
        return edition.text(key, parts);
    }

    /** Words of the page under the name of a constant: {@code outcome.refused}. */
    Optional<String> find(String key, Object... parts) {
        return edition.texts().find(key, parts);
    }

    /** A text of the case, in the reader's language where the case has it; what the library itself writes into a case is translated here. */
    String own(String text) {
        var translated = caseWords.apply(text);
        return translated.equals(text)
                ? find("said." + NO_WORD.matcher(text).replaceAll("-")).orElse(text)
                : translated;
    }

    String label(Enum<?> constant) {
        return labels.text(constant);
    }

    /** The same at the beginning of an entry. */
    String capitalized(Enum<?> constant) {
        var text = label(constant);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** What people read for a figure, with the element of a row if there is one in brackets. */
    String figure(String path) {
        int bracket = path.indexOf('[');
        return bracket < 0
                ? figureLabels.apply(path)
                : figureLabels.apply(path.substring(0, bracket))
                        + text("word.element", element(path, path.substring(bracket + 1, path.length() - 1)));
    }

    /** What people read for an element of a row: the case's own name, or the method where the elements are the indications. */
    String element(String figure, String element) {
        return figure.startsWith(Appraisal.CONCLUSION + "/") ? section(element) : own(element);
    }

    /** A figure with the method in whose section it stands; the value of a section is called as the section. */
    String figureWithSection(String path) {
        int slash = path.indexOf('/');
        if (path.endsWith("/value")) return section(path.substring(0, slash));
        return slash < 0 ? figure(path) : text("word.ofSection", figure(path), section(path.substring(0, slash)));
    }

    String method(MethodId id) {
        return find("method." + id)
                .orElseGet(() -> find("method." + id.name()).orElse(id.name().replace('-', ' ')));
    }

    String approach(MethodId id) {
        return find("approach." + id.family()).orElse(id.family());
    }

    /** What people read for a section: its method; where two sections have one method, its own name too. */
    String section(String name) {
        var own = report.outcomes().stream()
                .filter(outcome -> outcome.section().equals(name))
                .findFirst();
        if (own.isEmpty()) return figureLabels.apply(name);
        long alike = report.outcomes().stream()
                .filter(outcome -> outcome.method().equals(own.get().method()))
                .count();
        var method = method(own.get().method());
        return alike > 1 ? text("word.ofSection", method, figureLabels.apply(name)) : method;
    }

    String problem(Problem problem) {
        return problem.message(locale);
    }

    /** Why a method gave no indication, with the kind of its outcome in front; empty where it gave one. */
    String whyNone(MethodOutcome outcome) {
        var kind = outcome.outcome()
                .<String>fold(p -> "", n -> "outcome.notApplicable", r -> "outcome.refused", f -> "outcome.failed");
        if (kind.isEmpty()) return "";
        var problems = outcome.outcome().problems().stream().map(this::problem).toList();
        return text("word.because", text(kind), String.join(" ", problems));
    }

    String currency() {
        return report.appraised().context().currency().code();
    }

    Quantity money() {
        return Quantity.money(currency());
    }

    String money(Money amount) {
        return numbers().money(amount.amount(), amount.currency().code());
    }

    String money(double amount) {
        return numbers().money(amount, currency());
    }

    /** A number in its unit. */
    String value(Unit unit, double value) {
        return new UnitWords(edition, currency(), this::own).value(unit, value);
    }

    /** What a unit is called. */
    String unit(Unit unit) {
        if (unit.isMoney()) return numbers().unit(money());
        if (unit.money() == 1 && unit.count() == -1)
            return text("unit.perItem", numbers().unit(money()), own(unit.item()));
        if (unit.money() == 0 && unit.count() == 1) return own(unit.item());
        if (unit.isRate()) return text("unit.rate");
        return find("unit." + unit).orElse(unit.toString());
    }

    /** Figures of the sheet in the order written; empty where no method produced a value. */
    List<Line> figures() {
        return List.copyOf(lines.values());
    }

    Optional<Line> line(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    /** The address of a figure within the page. */
    String anchor(String figure) {
        return anchors.getOrDefault(figure, "figures");
    }

    private static Map<String, String> anchors(Map<String, Line> lines) {
        var anchors = new LinkedHashMap<String, String>();
        var used = new HashSet<String>();
        for (var name : lines.keySet()) {
            var id = new StringBuilder("f-");
            name.codePoints().forEach(c -> {
                if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') id.appendCodePoint(c);
                else if (c >= 'A' && c <= 'Z') id.append('-').append((char) (c - 'A' + 'a'));
                else if (c == '/') id.append("--");
                else id.append('-').append(Integer.toHexString(c));
            });
            var free = id.toString();
            for (int i = 2; !used.add(free); i++) free = id + "-" + i;
            anchors.put(name, free);
        }
        return Collections.unmodifiableMap(anchors);
    }
}
