package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dataassay.report.page.Waterfall.Step;
import org.dataassay.valuation.sheet.Explanation.Line;

/**
 * The way from a section's first amount to its value, read off the sheet: from each money figure back to the money it is computed from. A sum is followed into its
 * parts, everything else into its first amount; what lies between two figures is a step, with the other operands as its reason.
 */
final class ValueSteps {

    /** Figures at which a reader pauses: they are drawn as totals. */
    private static final Set<String> TOTALS =
            Set.of("cost", "replacementCostNew", "presentValue", "capitalizedValue", "value");

    /** More elements of a row than this are shown as their sum. */
    private static final int MOST_ELEMENTS = 8;

    private static final int MOST_REASONS = 2;
    private static final double SUM_TOLERANCE = 1e-9;

    private final Reading reading;
    private final String prefix;
    private final List<Step> steps = new ArrayList<>();

    private ValueSteps(Reading reading, String section) {
        this.reading = reading;
        this.prefix = section + "/";
    }

    /** The steps to a section's value; fewer than three where there is no way to tell of. */
    static List<Step> of(Reading reading, String section) {
        var way = new ValueSteps(reading, section);
        reading.line(section + "/value").ifPresent(line -> way.reach(line, true));
        return List.copyOf(way.steps);
    }

    private void reach(Line line, boolean isLast) {
        var parts = amounts(line);
        var royalties = royaltiesBeforeDecay(line);
        if (royalties.isPresent()) {
            steps.add(Step.total(reading.text("step.royalties"), royalties.get()));
            change("survival", line, size(line) - royalties.get());
        } else if (parts.isEmpty()) {
            begin(line);
        } else if (isSum(line, parts)) {
            if (isListedTotal(parts.get(0))) add(parts.get(0));
            else reach(parts.get(0), false);
            parts.subList(1, parts.size()).forEach(this::add);
        } else {
            reach(parts.get(0), false);
            change(shortName(line), line, size(line) - size(parts.get(0)));
        }
        if (isLast || TOTALS.contains(shortName(line))) total(line, isLast);
    }

    /** The money figures of the section that a figure is computed from. */
    private List<Line> amounts(Line line) {
        return line.inputs().stream()
                .filter(name -> name.startsWith(prefix))
                .flatMap(name -> reading.line(name).stream())
                .filter(input -> input.unit().isMoney())
                .toList();
    }

    private boolean isSum(Line line, List<Line> parts) {
        double sum = parts.stream().mapToDouble(ValueSteps::size).sum();
        return parts.size() > 1 && Math.abs(sum - size(line)) <= SUM_TOLERANCE * Math.abs(sum);
    }

    /** What would be saved if nothing decayed: the revenue of all periods at the royalty rate. */
    private Optional<Double> royaltiesBeforeDecay(Line line) {
        var revenue = reading.line(prefix + "revenue");
        var rate = reading.line(prefix + "royaltyRate");
        if (!shortName(line).equals("royaltySavings") || revenue.isEmpty() || rate.isEmpty()) return Optional.empty();
        return Optional.of(size(revenue.get()) * rate.get().values().get(0));
    }

    private void begin(Line line) {
        if (isListed(line)) {
            elements(line);
        } else {
            steps.add(Step.total(reading.figure(line.name()), size(line)));
        }
    }

    /** A part of a sum, element by element where these are few. */
    private void add(Line part) {
        if (isListedTotal(part)) elements(amounts(part).get(0));
        else steps.add(Step.change(reading.figure(part.name()), size(part)));
    }

    /** Whether a figure is the total of one row that is short enough to be listed. */
    private boolean isListedTotal(Line line) {
        var rows = amounts(line);
        return rows.size() == 1 && isListed(rows.get(0)) && size(rows.get(0)) == size(line);
    }

    private static boolean isListed(Line line) {
        return !line.elements().isEmpty() && line.elements().size() <= MOST_ELEMENTS && !isTime(line);
    }

    private static boolean isTime(Line line) {
        return line.axis().filter("periods"::equals).isPresent();
    }

    private void elements(Line row) {
        for (int e = 0; e < row.elements().size(); e++)
            steps.add(
                    Step.change(reading.own(row.elements().get(e)), row.values().get(e)));
    }

    private void change(String figure, Line line, double amount) {
        if (amount == 0) return;
        var label = reading.find("step." + figure).orElseGet(() -> reading.figure(line.name()));
        steps.add(Step.change(label, amount).because(reasons(line)));
    }

    /** The operands that are no amounts; of a row its own operands, such as the rate behind a discount factor. */
    private String reasons(Line line) {
        var cells = new ArrayList<Line>();
        for (var name : line.inputs()) {
            var input = reading.line(name);
            if (input.isEmpty()
                    || input.get().unit().isMoney() && !input.get().elements().isEmpty()) continue;
            if (input.get().unit().isMoney() && !shortName(line).equals("cappedValue")) continue;
            if (input.get().elements().isEmpty()) cells.add(input.get());
            else
                input.get().inputs().stream()
                        .flatMap(below -> reading.line(below).stream())
                        .filter(below ->
                                below.elements().isEmpty() && !below.unit().isMoney())
                        .forEach(cells::add);
        }
        if (shortName(line).equals("cappedValue"))
            cells.removeIf(cell -> !shortName(cell).equals("replicationCap"));
        return String.join(
                reading.text("word.comma"),
                cells.stream()
                        .distinct()
                        .limit(MOST_REASONS)
                        .map(cell -> reading.text(
                                "step.reason",
                                reading.figure(cell.name()),
                                reading.value(cell.unit(), cell.values().get(0))))
                        .toList());
    }

    private void total(Line line, boolean isLast) {
        if (isLast && !steps.isEmpty() && steps.get(steps.size() - 1).total()) steps.remove(steps.size() - 1);
        else if (!steps.isEmpty() && steps.get(steps.size() - 1).total()) return;
        steps.add(Step.total(isLast ? reading.text("step.indication") : reading.figure(line.name()), size(line)));
    }

    static double size(Line line) {
        double sum = 0;
        for (double value : line.values()) sum += value;
        return sum;
    }

    static String shortName(Line line) {
        return line.name().substring(line.name().lastIndexOf('/') + 1);
    }
}
