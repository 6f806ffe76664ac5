package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dataassay.report.page.Waterfall.Step;
import org.dataassay.valuation.appraisal.Appraisal;
import org.dataassay.valuation.appraisal.AppraisalReport.MethodOutcome;
import org.dataassay.valuation.appraisal.Conclusion;
import org.dataassay.valuation.sheet.Explanation.Line;

/** How each value was reached: step by step, with the cap by cost to replicate, the forecast and the comparables; then the conclusion from its weighted parts. */
final class ReachedSection {

    /** Fewer steps than this tell nothing. */
    private static final int LEAST_STEPS = 3;

    /** A series whose greatest value is below this share of the greatest of all is drawn apart. */
    private static final double SAME_SCALE = 0.25;

    private static final String PERIODS = "periods";
    private static final String COMPARABLES = "comparables";

    private final Reading reading;

    private ReachedSection(Reading reading) {
        this.reading = reading;
    }

    static Markup of(Reading reading) {
        return new ReachedSection(reading).markup();
    }

    private Markup markup() {
        var content = new ArrayList<Markup>();
        int number = 0;
        for (var outcome : reading.report().outcomes()) {
            number++;
            if (outcome.indication().isPresent()) content.addAll(method(outcome, "reached-" + number));
        }
        reading.report().conclusion().ifPresent(conclusion -> content.add(conclusion(conclusion)));
        return Markup.join(content);
    }

    private List<Markup> method(MethodOutcome outcome, String id) {
        var content = new ArrayList<Markup>();
        var name = reading.section(outcome.section());
        var steps = ValueSteps.of(reading, outcome.section());
        if (steps.size() >= LEAST_STEPS)
            content.add(Parts.chart(
                    id,
                    new Waterfall(reading.text("reached.chart", name), reading.money(), steps),
                    reading.edition(),
                    reading.text("reached.caption")));
        cap(outcome.section()).ifPresent(content::add);
        trends(outcome.section(), id).forEach(content::add);
        comparables(outcome.section(), name).ifPresent(content::add);
        return content;
    }

    /** The cap by cost to replicate, in plain lines. */
    private Optional<Markup> cap(String section) {
        var cost = reading.line(section + "/costToReplicate");
        var delay = reading.line(section + "/replicationDelay");
        var cap = reading.line(section + "/replicationCap");
        var capped = reading.line(section + "/cappedValue");
        if (cost.isEmpty() || delay.isEmpty() || cap.isEmpty() || capped.isEmpty()) return Optional.empty();
        double limit = first(cap.get());
        double indicated = first(capped.get());
        var before = capped.get().inputs().stream()
                .flatMap(name -> reading.line(name).stream())
                .filter(line -> !line.name().equals(cap.get().name()))
                .findFirst();
        var table = Table.of(
                        "",
                        Table.Column.words(reading.text("cap.line")),
                        Table.Column.numbers(
                                reading.text("chart.amount", reading.numbers().unit(reading.money()))))
                .row(reading.figure(cost.get().name()), reading.money(first(cost.get())))
                .row(
                        reading.text("cap.delay", reading.value(delay.get().unit(), first(delay.get()))),
                        reading.money(limit - first(cost.get())))
                .total(reading.figure(cap.get().name()), reading.money(limit));
        if (before.isPresent()) table = table.row(reading.text("cap.before"), reading.money(first(before.get())));
        table = table.total(reading.text("cap.after"), reading.money(indicated));
        boolean binds = before.isPresent() && indicated < first(before.get());
        return Optional.of(Parts.box(
                binds ? Parts.Tone.WARNING : Parts.Tone.NOTE,
                reading.edition(),
                reading.text(binds ? "cap.binds" : "cap.doesNotBind"),
                Parts.paragraph(reading.text("cap.words")),
                table.markup()));
    }

    private static double first(Line line) {
        return line.values().get(0);
    }

    private Stream<Line> rows(String section, String axis) {
        return reading.figures().stream()
                .filter(line -> line.name().startsWith(section + "/"))
                .filter(line -> line.axis().filter(axis::equals).isPresent());
    }

    /** The money of each period; small amounts apart from great ones, that both can be read. */
    private List<Markup> trends(String section, String id) {
        var money = rows(section, PERIODS).filter(line -> line.unit().isMoney()).toList();
        if (money.isEmpty() || money.get(0).elements().size() < 2) return List.of();
        double greatest =
                money.stream().mapToDouble(ReachedSection::greatest).max().orElse(0);
        var great = money.stream()
                .filter(line -> greatest(line) >= SAME_SCALE * greatest)
                .toList();
        var small = money.stream().filter(line -> !great.contains(line)).toList();
        var charts = new ArrayList<Markup>();
        trend(great, id + "-trend", "reached.forecast").ifPresent(charts::add);
        trend(small, id + "-trend-small", "reached.savings").ifPresent(charts::add);
        return charts;
    }

    private static double greatest(Line line) {
        return line.values().stream().mapToDouble(Math::abs).max().orElse(0);
    }

    private Optional<Markup> trend(List<Line> lines, String id, String heading) {
        if (lines.isEmpty()) return Optional.empty();
        var kept = lines.size() <= Trend.MOST_SERIES
                ? lines
                : lines.stream()
                        .sorted(Comparator.comparingDouble(ReachedSection::greatest)
                                .reversed())
                        .limit(Trend.MOST_SERIES)
                        .toList();
        var series = new ArrayList<Trend.Series>();
        for (var line : kept)
            series.add(new Trend.Series(reading.figure(line.name()), line.values(), series.isEmpty()));
        return Optional.of(Parts.chart(
                id,
                new Trend(reading.text(heading), reading.money(), kept.get(0).elements(), series),
                reading.edition(),
                ""));
    }

    /** The adjustment grid: a line per comparable. */
    private Optional<Markup> comparables(String section, String name) {
        var rows = rows(section, COMPARABLES)
                .filter(line -> isColumn(ValueSteps.shortName(line)))
                .toList();
        if (rows.isEmpty()) return Optional.empty();
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.words(reading.text("reached.comparable")));
        rows.forEach(row -> columns.add(Table.Column.numbers(reading.figure(row.name()))));
        var table = new Table("", columns, List.of());
        var elements = rows.get(0).elements();
        for (int e = 0; e < elements.size(); e++) {
            var entries = new ArrayList<Markup>();
            entries.add(Markup.text(reading.own(elements.get(e))));
            for (var row : rows) entries.add(Markup.text(shown(row, row.values().get(e))));
            table = table.row(false, entries);
        }
        var unit = reading.line(section + "/unitValue");
        var quantity = reading.line(section + "/quantity");
        var words = unit.isPresent() && quantity.isPresent()
                ? Parts.paragraph(reading.text(
                        "reached.unitValue",
                        reading.value(unit.get().unit(), first(unit.get())),
                        reading.numbers().plain(first(quantity.get()), 8),
                        reading.money(first(unit.get()) * first(quantity.get()))))
                : Markup.EMPTY;
        return Optional.of(Parts.card(reading.text("reached.grid", name), table.markup(), words));
    }

    private static boolean isColumn(String figure) {
        return figure.equals("price")
                || figure.endsWith("Factor")
                || figure.equals("adjustedPrice")
                || figure.equals("weight");
    }

    private String shown(Line row, double value) {
        if (ValueSteps.shortName(row).equals("weight")) return reading.numbers().percent(value, 1);
        return row.unit().isDimensionless() ? reading.numbers().fixed(value, 3) : reading.money(value);
    }

    private Markup conclusion(Conclusion conclusion) {
        var steps = new ArrayList<Step>();
        double weighted = reading.line(Appraisal.CONCLUSION_VALUE)
                .map(ReachedSection::first)
                .orElse(conclusion.amount().toDouble());
        for (var outcome : reading.report().outcomes()) {
            var value = reading.line(outcome.figure());
            var weight = conclusion.weights().stream()
                    .filter(each -> each.section().equals(outcome.section()))
                    .findFirst();
            if (value.isEmpty() || weight.isEmpty() || weight.get().weight().value() == 0) continue;
            double share = weight.get().weight().value();
            steps.add(Step.change(reading.section(outcome.section()), share * first(value.get()))
                    .because(reading.text(
                            "reached.part", reading.numbers().percent(share), reading.money(first(value.get())))));
        }
        double rounding = conclusion.amount().toDouble() - weighted;
        if (Math.abs(rounding) >= 0.01) {
            steps.add(Step.total(reading.text("reached.weighted"), weighted));
            steps.add(Step.change(reading.text("reached.rounding"), rounding));
        }
        steps.add(
                Step.total(reading.text("value.conclusion"), conclusion.amount().toDouble()));
        return Parts.chart(
                "reached-conclusion",
                new Waterfall(reading.text("reached.conclusion"), reading.money(), steps),
                reading.edition(),
                reading.text("reached.conclusion.caption"));
    }
}
