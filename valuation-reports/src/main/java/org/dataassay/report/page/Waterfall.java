package org.dataassay.report.page;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dataassay.report.page.Drawing.Anchor;
import org.dataassay.valuation.error.Check;

/**
 * How a value was reached: totals and the changes between them, read from top to bottom like a statement.
 *
 * @param title what is shown
 * @param quantity what the amounts measure
 * @param steps totals and changes in order, at least one; a total equals the steps before it
 * @param start where the bars of totals begin: 0, or above it where they are cut so that small changes can be seen
 */
public record Waterfall(String title, Quantity quantity, List<Step> steps, double start) implements Chart {

    /** How far a total may be from the sum of its steps, as a share of the largest amount: room for amounts that were rounded. */
    public static final double TOTAL_TOLERANCE = 1e-6;

    /** How much of what the levels span is left of them where totals are cut. */
    private static final double LEFT_OF_CUT = 0.6;

    public Waterfall {
        steps = List.copyOf(steps);
        var check = new Check().that(!steps.isEmpty(), "steps", "at least one", "none", "Begin with a total.");
        double largest =
                steps.stream().mapToDouble(s -> Math.abs(s.amount())).max().orElse(0);
        double level = 0;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            check.that(
                    Double.isFinite(step.amount()),
                    "steps[" + i + "]",
                    "a finite number",
                    step.amount(),
                    "Leave the step out.");
            if (step.total() && i > 0) {
                check.that(
                        Math.abs(step.amount() - level) <= TOTAL_TOLERANCE * largest + 0.01,
                        "steps[" + i + "]",
                        "the sum of the steps before it, " + level,
                        step.amount(),
                        "Add the step that is missing.");
            }
            level = step.total() ? step.amount() : level + step.amount();
        }
        check.that(
                        start == 0 || start > 0 && start < levels(steps).min().orElse(0),
                        "start",
                        "0, or below every level",
                        start,
                        "Leave it out.")
                .done();
    }

    /** Bars from 0. */
    public Waterfall(String title, Quantity quantity, List<Step> steps) {
        this(title, quantity, steps, 0);
    }

    /** The same with the totals cut where the changes would be too small to be seen; the drawing marks the cut. */
    public Waterfall cut() {
        var levels = levels(steps).summaryStatistics();
        double from = levels.getMin() - LEFT_OF_CUT * (levels.getMax() - levels.getMin());
        boolean isSmall = levels.getMin() > 0 && levels.getMax() > levels.getMin() && from > levels.getMin() / 2;
        return isSmall ? new Waterfall(title, quantity, steps, from) : this;
    }

    private static DoubleStream levels(List<Step> steps) {
        var levels = DoubleStream.builder();
        double level = 0;
        for (var step : steps) {
            level = step.total() ? step.amount() : level + step.amount();
            levels.add(level);
        }
        return levels.build();
    }

    /**
     * One step.
     *
     * @param label its name
     * @param detail how it came about, such as {@code × 0.86}; may be empty
     * @param amount the level of a total, the signed size of a change
     * @param total whether it is a total
     */
    public record Step(String label, String detail, double amount, boolean total) {

        public static Step total(String label, double amount) {
            return new Step(label, "", amount, true);
        }

        public static Step change(String label, double amount) {
            return new Step(label, "", amount, false);
        }

        /** The same step with words on how it came about. */
        public Step because(String words) {
            return new Step(label, words, amount, total);
        }
    }

    @Override
    public Table data(Edition edition) {
        var numbers = edition.numbers();
        var table = Table.of(
                title,
                Table.Column.words(edition.text("chart.step")),
                Table.Column.words(edition.text("chart.how")),
                Table.Column.numbers(edition.text("chart.amount", numbers.unit(quantity))));
        for (var step : steps) {
            var amount = (step.total() || step.amount() <= 0 ? "" : "+") + numbers.full(quantity, step.amount());
            table = step.total()
                    ? table.total(step.label(), step.detail(), amount)
                    : table.row(step.label(), step.detail(), amount);
        }
        return table;
    }

    @Override
    public String description(Edition edition) {
        var words = steps.stream().map(s -> s.label() + " " + shown(edition, s)).toList();
        return edition.text("chart.waterfall.description", String.join("; ", words));
    }

    private String shown(Edition edition, Step step) {
        var numbers = edition.numbers();
        return step.total() ? numbers.compact(quantity, step.amount()) : numbers.signed(quantity, step.amount());
    }

    double draw(Drawing d, Edition edition) {
        boolean narrow = d.isNarrow();
        double labelRoom = narrow ? 222 : 234;
        double left = narrow ? 2 : 252;
        double right = narrow ? d.width() - 2 : 655;
        var levels = levels(steps).boxed().toList();
        var span = Span.over(
                DoubleStream.concat(DoubleStream.of(start), levels.stream().mapToDouble(Double::doubleValue)),
                left,
                right);
        double y = 20;
        d.text(
                "minor",
                d.width() - 2,
                13,
                Anchor.END,
                edition.text("chart.in", edition.numbers().unit(quantity)));
        double zeroTop = y;
        double barBefore = Double.NaN;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            int lines = Drawing.lines(step.label(), labelRoom, 2);
            int details = step.detail().isEmpty() ? 0 : Drawing.lines(step.detail(), labelRoom, 2);
            double text = (lines + details) * Drawing.LINE;
            double height = narrow ? text + 30 : Math.max(40, text + 12);
            double bar = narrow ? y + text + 6 : y + height / 2 - 10;
            double end = span.at(levels.get(i));
            double begin = step.total() ? span.at(start) : span.at(levels.get(i) - step.amount());
            if (i > 0 && !step.total()) d.line("join", begin, barBefore, begin, bar);
            if (i > 0 && step.total()) d.line("join", end, barBefore, end, bar);
            if (step.total() && i > 0) d.line("grid", narrow ? 0 : 2, y, d.width() - 2, y);
            double firstLine = narrow ? y + 14 : y + (height - text) / 2 + 13;
            d.label(step.total() ? "strong halo" : "halo", narrow ? 0 : 2, firstLine, labelRoom, 2, step.label());
            if (details > 0)
                d.label("minor halo", narrow ? 0 : 2, firstLine + lines * Drawing.LINE, labelRoom, 2, step.detail());
            d.box(step.total() ? "total" : step.amount() < 0 ? "fall" : "rise", begin, end, bar, narrow ? 14 : 20);
            if (step.total() && start > 0) cutMark(d, begin + 12, bar, narrow ? 14 : 20);
            d.text(
                    step.total() ? "strong halo" : step.amount() < 0 ? "fallen halo" : "risen halo",
                    d.width() - 2,
                    narrow ? y + 14 : y + height / 2 + 4.5,
                    Anchor.END,
                    shown(edition, step));
            barBefore = bar + (narrow ? 14 : 20);
            y += height;
        }
        if (span.low() < 0 && span.high() > 0) d.line("axis", span.at(0), zeroTop, span.at(0), y);
        return y + 4;
    }

    /** Two slanted gaps in the bar of a total that does not begin at 0. */
    private static void cutMark(Drawing d, double x, double top, double height) {
        for (double gap : new double[] {0, 7}) d.line("cut", x + gap + 4, top - 2, x + gap - 4, top + height + 2);
    }
}
