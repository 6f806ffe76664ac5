package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.appraisal.Conclusion;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.sheet.Explanation;
import org.dataassay.valuation.sheet.Source;

/** The result of the page: the conclusion and its range, or the indications and why there is no conclusion. */
final class ValueSection {

    /** Words by which a source says that its number is made up for show. */
    private static final List<String> ILLUSTRATIVE = List.of("illustrative", "示例", "示意");

    private ValueSection() {}

    static Markup of(Reading reading) {
        var content = new ArrayList<Markup>();
        content.add(reading.report()
                .conclusion()
                .map(conclusion -> concluded(reading, conclusion))
                .orElseGet(() -> notConcluded(reading)));
        illustrative(reading).ifPresent(content::add);
        substitute(reading).ifPresent(content::add);
        return Markup.join(content);
    }

    private static Markup concluded(Reading reading, Conclusion conclusion) {
        var lines = new ArrayList<String>();
        lines.add(range(reading, conclusion.range()));
        var weights = conclusion.weights().stream()
                .filter(weight -> weight.weight().value() > 0)
                .map(weight -> reading.text(
                        "value.weight",
                        reading.section(weight.section()),
                        reading.numbers().percent(weight.weight().value())))
                .toList();
        lines.add(reading.text("value.weights", String.join(reading.text("word.comma"), weights)));
        lines.add(reading.text("value.answers", reading.own(conclusion.responsiblePerson())));
        return Parts.headline(
                reading.text("value.conclusion"),
                reading.money(conclusion.amount()),
                reading.numbers()
                        .moneyRead(
                                conclusion.amount().amount(),
                                conclusion.amount().currency().code()),
                lines);
    }

    private static Markup notConcluded(Reading reading) {
        var lines = new ArrayList<String>();
        for (var outcome : reading.report().outcomes()) {
            outcome.indication()
                    .ifPresent(valuation -> lines.add(reading.text(
                            "value.indication",
                            reading.section(outcome.section()),
                            reading.money(valuation.amount()),
                            range(reading, valuation.range()))));
        }
        lines.add(whyNone(reading));
        int given = reading.report().indications().size();
        return Parts.headline(
                reading.text("value.noConclusion"),
                given == 0 ? reading.text("value.noIndication") : reading.text("value.indications", given),
                "",
                lines);
    }

    /** Why there is no conclusion, found from the report itself so that it can be said in every language. */
    private static String whyNone(Reading reading) {
        var terms = reading.report().appraised().conclusion();
        if (terms.isEmpty()) return reading.text("value.noTerms");
        for (var weight : terms.get().weights()) {
            var missing = reading.report().outcomes().stream()
                    .anyMatch(outcome -> outcome.section().equals(weight.section())
                            && outcome.indication().isEmpty());
            if (missing && weight.weight().value() > 0)
                return reading.text("value.weightWithoutIndication", reading.section(weight.section()));
        }
        if (terms.get().differencesExplained().isBlank()) return reading.text("value.differencesNotExplained");
        return reading.report().whyNoConclusion().orElse("");
    }

    /** A range and what it means. */
    static String range(Reading reading, Range range) {
        if (range.low().isEmpty() || range.high().isEmpty()) return reading.text("range.none");
        var low = reading.money(range.low().get());
        var high = reading.money(range.high().get());
        if (range.lowPercentile().isPresent() && range.highPercentile().isPresent())
            return reading.text(
                    "range.percentiles",
                    low,
                    high,
                    reading.numbers().plain(100 * range.lowPercentile().getAsDouble(), 4),
                    reading.numbers().plain(100 * range.highPercentile().getAsDouble(), 4));
        return reading.text("range.stated", low, high, reading.label(range.nature()));
    }

    /** Says so where the sources of the money inputs call them illustrative. */
    private static Optional<Markup> illustrative(Reading reading) {
        var money = reading.figures().stream()
                .filter(line ->
                        line.kind() == Explanation.Kind.INPUT && line.unit().money() > 0)
                .toList();
        long made = money.stream()
                .filter(line -> line.sources().stream().anyMatch(ValueSection::isIllustrative))
                .count();
        if (made == 0) return Optional.empty();
        return Optional.of(Parts.box(
                Parts.Tone.WARNING,
                reading.edition(),
                reading.text("value.illustrative"),
                Parts.paragraph(reading.text(
                        made == money.size() ? "value.illustrative.all" : "value.illustrative.some",
                        made,
                        money.size()))));
    }

    private static boolean isIllustrative(Source source) {
        var words = source.summarize().toLowerCase(Locale.ROOT);
        return ILLUSTRATIVE.stream().anyMatch(words::contains);
    }

    private static Optional<Markup> substitute(Reading reading) {
        return reading.report()
                .appraised()
                .asset()
                .freelyAvailableSubstitute()
                .map(substitute -> Parts.box(
                        Parts.Tone.NOTE,
                        reading.edition(),
                        reading.text("value.substitute"),
                        Parts.paragraph(reading.text(
                                "value.substitute.words",
                                reading.own(substitute.who()),
                                reading.money(substitute.costToReplicate().value()),
                                reading.numbers().plain(substitute.delayYears().value(), 4)))));
    }
}
