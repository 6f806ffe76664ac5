package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.Optional;
import org.dataassay.valuation.appraisal.AppraisalReport.MethodOutcome;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.result.Valuation;

/** What every method says, or why it says nothing; the weights with their reasons; approaches not used. */
final class IndicationsSection {

    private final Reading reading;

    private IndicationsSection(Reading reading) {
        this.reading = reading;
    }

    static Markup of(Reading reading) {
        return new IndicationsSection(reading).markup();
    }

    private Markup markup() {
        var content = new ArrayList<Markup>();
        content.add(Parts.chart("indications-chart", chart(), reading.edition(), reading.text("indications.caption")));
        content.add(Parts.card(reading.text("indications.outcomes"), outcomes().markup()));
        var terms = reading.report().appraised().conclusion();
        terms.ifPresent(given -> content.add(Parts.card(reading.text("indications.weights"), weights(given))));
        var notUsed = reading.report().appraised().approachesNotUsed();
        if (!notUsed.isEmpty())
            content.add(Parts.card(
                    reading.text("indications.notUsed"),
                    Parts.list(notUsed.stream().map(reading::own).toList())));
        return Markup.join(content);
    }

    private IndicationRanges chart() {
        var rows = reading.report().outcomes().stream()
                .map(outcome -> outcome.indication()
                        .map(valuation -> IndicationRanges.Indication.of(
                                reading.section(outcome.section()),
                                detail(outcome),
                                bounds(valuation.amount(), valuation.range())))
                        .orElseGet(() -> IndicationRanges.Indication.none(
                                reading.section(outcome.section()),
                                reading.approach(outcome.method()),
                                reading.whyNone(outcome))))
                .toList();
        var conclusion = reading.report().conclusion().map(given -> bounds(given.amount(), given.range()));
        return new IndicationRanges(reading.text("indications.chart"), reading.money(), rows, conclusion);
    }

    /** The approach, with the weight where there is a conclusion. */
    private String detail(MethodOutcome outcome) {
        var approach = reading.approach(outcome.method());
        return weight(outcome)
                .map(weight -> reading.text("indications.detail", approach, percent(weight)))
                .orElse(approach);
    }

    private Optional<ConclusionTerms.Weight> weight(MethodOutcome outcome) {
        return reading.report()
                .appraised()
                .conclusion()
                .flatMap(terms -> terms.weights().stream()
                        .filter(weight -> weight.section().equals(outcome.section()))
                        .findFirst());
    }

    private String percent(ConclusionTerms.Weight weight) {
        return reading.numbers().percent(weight.weight().value());
    }

    /** A bar from low to high; a capped indication may lie on, or just outside, the end of its percentiles. */
    private static IndicationRanges.Bounds bounds(Money amount, Range range) {
        double point = amount.toDouble();
        double low = range.low().map(Money::toDouble).orElse(point);
        double high = range.high().map(Money::toDouble).orElse(point);
        return new IndicationRanges.Bounds(Math.min(low, point), point, Math.max(high, point));
    }

    private Table outcomes() {
        var table = Table.of(
                "",
                Table.Column.words(reading.text("indications.method")),
                Table.Column.numbers(reading.text("indications.amount")),
                Table.Column.numbers(reading.text("chart.low")),
                Table.Column.numbers(reading.text("chart.high")),
                Table.Column.words(reading.text("indications.outcome")));
        for (var outcome : reading.report().outcomes()) {
            table = table.row(
                    reading.section(outcome.section()),
                    amount(outcome.indication().map(Valuation::amount)),
                    amount(outcome.indication().flatMap(v -> v.range().low())),
                    amount(outcome.indication().flatMap(v -> v.range().high())),
                    outcome.indication().map(v -> produced(v.range())).orElseGet(() -> reading.whyNone(outcome)));
        }
        return table;
    }

    private String amount(Optional<Money> amount) {
        return amount.map(reading::money).orElse("—");
    }

    /** That there is an indication, and what its range means. */
    private String produced(Range range) {
        var nature = range.lowPercentile().isPresent() && range.highPercentile().isPresent()
                ? reading.text(
                        "range.nature.percentiles",
                        reading.numbers().plain(100 * range.lowPercentile().getAsDouble(), 4),
                        reading.numbers().plain(100 * range.highPercentile().getAsDouble(), 4))
                : reading.text("range.nature", reading.label(range.nature()));
        return reading.text("word.because", reading.text("outcome.produced"), nature);
    }

    private Markup weights(ConclusionTerms terms) {
        var table = Table.of(
                "",
                Table.Column.words(reading.text("indications.method")),
                Table.Column.numbers(reading.text("indications.weight")),
                Table.Column.words(reading.text("indications.reason")));
        for (var weight : terms.weights())
            table = table.row(reading.section(weight.section()), percent(weight), reading.own(weight.reason()));
        var differences = terms.differencesExplained().isBlank()
                ? Markup.EMPTY
                : Parts.box(
                        Parts.Tone.NOTE,
                        reading.edition(),
                        reading.text("indications.differences"),
                        Parts.paragraph(reading.own(terms.differencesExplained())));
        return Markup.join(table.markup(), differences);
    }
}
