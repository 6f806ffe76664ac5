package org.dataassay.valuation.rate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.DayCount;

/**
 * Flows on any days, in any order; several may fall on one day. Zeros keep their place.
 *
 * @param flows two at least
 */
public record DatedFlows(List<DatedFlow> flows) {

    private static final int MOST_FLOWS = 5000;

    public DatedFlows {
        flows = List.copyOf(flows);
        new Check()
                .that(
                        flows.size() >= 2 && flows.size() <= MOST_FLOWS,
                        "flows",
                        "2 to " + MOST_FLOWS,
                        flows.size(),
                        "Give the outlay and what comes of it, each with its date.")
                .done();
    }

    LocalDate earliest() {
        return flows.stream()
                .map(DatedFlow::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    LocalDate latest() {
        return flows.stream()
                .map(DatedFlow::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<Double> years(LocalDate from, DayCount dayCount) {
        return flows.stream().map(flow -> dayCount.years(from, flow.date())).toList();
    }

    /** Writes {@code flow} along the axis {@code flows}, whose elements are the dates; a second flow of a day is marked (2). */
    Row write(Sheet sheet) {
        return sheet.given(
                "flow",
                Unit.MONEY,
                axis(sheet),
                flows.stream().map(DatedFlow::amount).toList());
    }

    private Axis axis(Sheet sheet) {
        var seen = new HashMap<LocalDate, Integer>();
        return sheet.axis(
                "flows",
                flows.stream()
                        .map(flow -> {
                            int count = seen.merge(flow.date(), 1, Integer::sum);
                            return count == 1 ? flow.date().toString() : flow.date() + " (" + count + ")";
                        })
                        .toList());
    }
}
