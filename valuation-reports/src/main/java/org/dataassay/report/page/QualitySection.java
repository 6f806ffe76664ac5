package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.OptionalDouble;
import org.dataassay.valuation.asset.DimensionScore;
import org.dataassay.valuation.asset.Measure;
import org.dataassay.valuation.asset.QualityScore;

/** What was measured on the data: the score and how wide it could be, each dimension, each measure with its two counts. */
final class QualitySection {

    private static final int PLACES = 2;

    private final Reading reading;
    private final QualityScore quality;

    private QualitySection(Reading reading, QualityScore quality) {
        this.reading = reading;
        this.quality = quality;
    }

    static Markup of(Reading reading) {
        return reading.report()
                .appraised()
                .quality()
                .map(quality -> new QualitySection(reading, quality).markup())
                .orElseGet(() -> Parts.box(
                        Parts.Tone.WARNING,
                        reading.edition(),
                        reading.text("quality.notMeasured"),
                        Parts.paragraph(reading.text("quality.notMeasured.words"))));
    }

    private Markup markup() {
        var axes = quality.dimensions().stream()
                .map(each -> new Radar.Axis(dimension(each), each.score()))
                .toList();
        var content = new ArrayList<Markup>();
        content.add(Parts.card(
                "",
                Parts.paragraph(reading.text(
                        "quality.score", percent(quality.score()), percent(quality.low()), percent(quality.high())))));
        if (!axes.isEmpty())
            content.add(Parts.chart(
                    "quality-chart",
                    new Radar(reading.text("quality.chart"), axes),
                    reading.edition(),
                    reading.text("quality.caption")));
        content.add(Parts.card(
                reading.text("quality.measures"),
                Parts.paragraph(reading.text("quality.measures.words")),
                measures().markup()));
        return Markup.join(content);
    }

    private String percent(double share) {
        return reading.numbers().percent(share, PLACES);
    }

    private String dimension(DimensionScore score) {
        return reading.find("dimension." + score.dimension()).orElseGet(() -> reading.own(score.dimension()));
    }

    private Table measures() {
        var table = Table.of(
                "",
                Table.Column.words(reading.text("quality.measure")),
                Table.Column.numbers(reading.text("quality.satisfied")),
                Table.Column.numbers(reading.text("quality.evaluated")),
                Table.Column.numbers(reading.text("quality.result")));
        for (var each : quality.dimensions()) {
            for (var measure : each.measures())
                table = table.row(
                        measure(measure),
                        reading.numbers().count(measure.satisfied()),
                        reading.numbers().count(measure.evaluated()),
                        shown(measure.score(), "quality.notApplicable"));
            table = table.total(
                    reading.text("quality.dimension", dimension(each), weight(each)),
                    "",
                    "",
                    shown(each.score(), "chart.notMeasured"));
        }
        return table;
    }

    private String measure(Measure measure) {
        var name = reading.own(measure.indicator());
        return measure.direction() == Measure.Direction.HIGHER_IS_BETTER
                ? name
                : reading.text("quality.lowerIsBetter", name);
    }

    private String weight(DimensionScore score) {
        double total = quality.dimensions().stream()
                .mapToDouble(DimensionScore::weight)
                .sum();
        return reading.numbers().percent(total > 0 ? score.weight() / total : 0);
    }

    private String shown(OptionalDouble score, String otherwise) {
        return score.isPresent() ? percent(score.getAsDouble()) : reading.text(otherwise);
    }
}
