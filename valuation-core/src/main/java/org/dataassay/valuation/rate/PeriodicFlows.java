package org.dataassay.valuation.rate;

import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Flows one period apart, the first now. Received is positive, paid is negative; zeros keep their place.
 *
 * @param flows two at least
 */
public record PeriodicFlows(List<Input<Money>> flows) {

    private static final int MOST_FLOWS = 5000;

    public PeriodicFlows {
        flows = List.copyOf(flows);
        new Check()
                .that(
                        flows.size() >= 2 && flows.size() <= MOST_FLOWS,
                        "flows",
                        "2 to " + MOST_FLOWS,
                        flows.size(),
                        "Give the outlay and what comes of it, period by period.")
                .done();
    }

    /** Writes {@code flow} along the axis {@code flows}, whose elements are numbered from 0. */
    Row write(Sheet sheet) {
        return sheet.given("flow", Unit.MONEY, axis(sheet, flows.size()), flows);
    }

    static Axis axis(Sheet sheet, int size) {
        return sheet.axis(
                "flows", IntStream.range(0, size).mapToObj(Integer::toString).toList());
    }

    /** 0, 1, 2, …. */
    List<Double> times() {
        return IntStream.range(0, flows.size()).mapToObj(t -> (double) t).toList();
    }
}
