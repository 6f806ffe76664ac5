package org.dataassay.report.page;

import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.appraisal.Appraisal;
import org.dataassay.valuation.sheet.Explanation.Line;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Tornado.Basis;
import org.dataassay.valuation.sheet.Tornado.Swing;

/** What could change the value: each uncertain input alone, all of them at once, and the forecast period by period. */
final class UncertaintySection {

    /** Inputs shown in the tornado; the others move the value less. */
    private static final int MOST_SWINGS = 12;

    private static final List<Double> MARKED = List.of(0.05, 0.5, 0.95);

    private final Reading reading;

    private UncertaintySection(Reading reading) {
        this.reading = reading;
    }

    static Markup of(Reading reading) {
        return new UncertaintySection(reading).markup();
    }

    private Markup markup() {
        var content = new ArrayList<Markup>();
        reading.report().tornado().flatMap(this::tornado).ifPresent(content::add);
        reading.report().spider().flatMap(this::spider).ifPresent(content::add);
        reading.report().simulation().ifPresent(simulation -> content.addAll(distribution(simulation)));
        for (var fan : reading.report().fans()) fan(fan, content.size()).ifPresent(content::add);
        if (reading.report().simulation().isEmpty()
                && reading.report().worksheet().isPresent())
            content.add(Parts.box(
                    Parts.Tone.NOTE,
                    reading.edition(),
                    reading.text("uncertainty.certain"),
                    Parts.paragraph(reading.text("uncertainty.certain.words"))));
        return Markup.join(content);
    }

    private Optional<Markup> tornado(org.dataassay.valuation.sheet.Tornado tornado) {
        var moving =
                tornado.swings().stream().filter(swing -> swing.width() > 0).toList();
        if (moving.isEmpty()) return Optional.empty();
        var swings = moving.stream().limit(MOST_SWINGS).map(this::swing).toList();
        boolean stated = moving.get(0).basis() == Basis.DISTRIBUTION;
        var caption = reading.text(
                stated ? "uncertainty.tornado.stated" : "uncertainty.tornado.convention",
                reading.figureWithSection(tornado.figure()));
        int others = tornado.swings().size() - swings.size();
        if (others > 0) caption = caption + " " + reading.text("uncertainty.others", others);
        return Optional.of(Parts.chart(
                "tornado",
                new Tornado(reading.text("uncertainty.tornado"), reading.money(), tornado.base(), swings),
                reading.edition(),
                caption));
    }

    private Optional<Markup> spider(org.dataassay.valuation.sheet.Spider spider) {
        var lines = spider.lines().stream()
                .limit(Trend.MOST_SERIES)
                .map(line -> new Spider.Line(reading.figureWithSection(line.input()), line.values()))
                .toList();
        if (lines.isEmpty()) return Optional.empty();
        int last = spider.changes().size() - 1;
        var caption = reading.text(
                "uncertainty.spider.caption",
                reading.figureWithSection(spider.figure()),
                reading.numbers().percent(spider.changes().get(last), 0));
        int others = spider.lines().size() - lines.size();
        if (others > 0) caption = caption + " " + reading.text("uncertainty.others", others);
        return Optional.of(Parts.chart(
                "spider",
                new Spider(reading.text("uncertainty.spider"), reading.money(), spider.base(), spider.changes(), lines),
                reading.edition(),
                caption));
    }

    /** Bands between the percentiles that lie as far from the median on either side. */
    private Optional<Markup> fan(org.dataassay.valuation.sheet.Fan fan, int number) {
        var probabilities = fan.probabilities();
        var bands = new ArrayList<Fan.Band>();
        for (int low = 0, high = probabilities.size() - 1; low < high; low++, high--) {
            if (Math.abs(probabilities.get(low) + probabilities.get(high) - 1) > 1e-9) return Optional.empty();
            bands.add(new Fan.Band(
                    mark(probabilities.get(low)) + "–" + mark(probabilities.get(high)), row(fan, low), row(fan, high)));
        }
        int median = probabilities.indexOf(0.5);
        if (median < 0 || bands.isEmpty()) return Optional.empty();
        return Optional.of(Parts.chart(
                "fan-" + number,
                new Fan(
                        reading.text("uncertainty.fan", reading.figureWithSection(fan.figure())),
                        reading.money(),
                        fan.bands().stream()
                                .map(band -> reading.own(band.element()))
                                .toList(),
                        fan.bands().stream()
                                .map(org.dataassay.valuation.sheet.Fan.Band::base)
                                .toList(),
                        row(fan, median),
                        bands),
                reading.edition(),
                reading.text("uncertainty.fan.caption")));
    }

    private static List<Double> row(org.dataassay.valuation.sheet.Fan fan, int percentile) {
        return fan.bands().stream()
                .map(band -> band.percentiles().get(percentile))
                .toList();
    }

    private Tornado.Swing swing(Swing swing) {
        return new Tornado.Swing(
                reading.figureWithSection(swing.input()),
                end(swing, swing.inputLow()),
                end(swing, swing.inputHigh()),
                swing.low(),
                swing.high());
    }

    /** The input at one end; a factor on a row is written as one. */
    private String end(Swing swing, double value) {
        int bracket = swing.input().indexOf('[');
        var line = reading.line(bracket < 0 ? swing.input() : swing.input().substring(0, bracket));
        if (line.isEmpty() || isFactor(line.get(), bracket >= 0))
            return reading.text("uncertainty.factor", reading.numbers().fixed(value, 2));
        var unit = line.get().unit();
        return unit.isMoney() ? reading.numbers().compact(reading.money(), value) : reading.value(unit, rounded(value));
    }

    /** A row from one source is moved by factors, a row of inputs by its elements. */
    private static boolean isFactor(Line line, boolean isElement) {
        if (line.elements().isEmpty()) return false;
        return !isElement || line.sources().size() == 1 && line.elements().size() > 1;
    }

    /** An end of a swing to three digits: it is a percentile, not an amount to be paid. */
    private static double rounded(double value) {
        if (value == 0) return 0;
        return Numbers.decimal(value)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .doubleValue();
    }

    private List<Markup> distribution(SimulationResult simulation) {
        var charts = new ArrayList<Markup>();
        var concluded = simulation.spreads().stream()
                .filter(spread -> spread.figure().equals(Appraisal.CONCLUSION_VALUE))
                .findFirst();
        var shown = concluded.or(() -> simulation.spreads().stream().findFirst());
        shown.filter(spread -> spread.least() < spread.greatest())
                .ifPresent(spread -> charts.add(Parts.chart(
                        "distribution",
                        histogram(spread, concluded.isPresent()),
                        reading.edition(),
                        caption(simulation, spread))));
        charts.add(Parts.card(
                reading.text("uncertainty.percentiles"), percentiles(simulation).markup()));
        return charts;
    }

    private Histogram histogram(SimulationResult.Spread spread, boolean concluded) {
        var cells = spread.histogram();
        int n = cells.counts().size();
        var bins = new ArrayList<Histogram.Bin>();
        double from = cells.low();
        for (int i = 0; i < n; i++) {
            double to = i == n - 1 ? cells.high() : cells.low() + (cells.high() - cells.low()) * (i + 1) / n;
            bins.add(new Histogram.Bin(from, to, cells.counts().get(i)));
            from = to;
        }
        var marks = spread.percentiles().stream()
                .filter(percentile -> MARKED.contains(percentile.probability()))
                .map(percentile -> new Histogram.Mark(mark(percentile.probability()), percentile.value()))
                .toList();
        var conclusion = reading.report().conclusion().filter(c -> concluded);
        return new Histogram(
                reading.text("uncertainty.distribution", reading.figureWithSection(spread.figure())),
                reading.money(),
                bins,
                marks,
                conclusion.isPresent()
                        ? OptionalDouble.of(conclusion.get().amount().toDouble())
                        : OptionalDouble.empty());
    }

    private String mark(double probability) {
        return reading.text("uncertainty.mark", reading.numbers().plain(100 * probability, 4));
    }

    private String caption(SimulationResult simulation, SimulationResult.Spread spread) {
        var words = reading.text(
                "uncertainty.caption",
                reading.numbers().count(simulation.simulation().draws()),
                reading.money(spread.mean()),
                reading.money(spread.standardDeviation()),
                reading.money(spread.standardError()));
        var rejected = reading.text("uncertainty.rejected", reading.numbers().count(simulation.rejected()));
        return words + " " + rejected;
    }

    /** A column per percentile of each watched figure. */
    private Table percentiles(SimulationResult simulation) {
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.words(reading.text("uncertainty.figure")));
        simulation.spreads().stream()
                .findFirst()
                .ifPresent(spread ->
                        spread.percentiles().forEach(p -> columns.add(Table.Column.numbers(mark(p.probability())))));
        var table = new Table("", columns, List.of());
        for (var spread : simulation.spreads()) {
            var entries = new ArrayList<Markup>();
            entries.add(Markup.text(reading.figureWithSection(spread.figure())));
            spread.percentiles()
                    .forEach(p -> entries.add(Markup.text(reading.numbers().fixed(p.value(), 0))));
            table = table.row(spread.figure().equals(Appraisal.CONCLUSION_VALUE), entries);
        }
        return table;
    }
}
