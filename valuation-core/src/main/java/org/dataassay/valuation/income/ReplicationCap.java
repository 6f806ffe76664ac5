package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Where anyone can make the asset again from what is freely available, nobody pays more than that costs plus what is lost while waiting: indicated = min(value,
 * cost + delay · benefit of a year).
 *
 * @param costToReplicate money needed to make a substitute of equal utility
 * @param delayYears time until it stands, at least 0
 */
public record ReplicationCap(Input<Money> costToReplicate, Input<Double> delayYears) {

    public ReplicationCap {
        new Check()
                .that(
                        costToReplicate.value().amount().signum() >= 0,
                        "costToReplicate",
                        "at least 0",
                        costToReplicate.value(),
                        "Give the cost of making a substitute.")
                .range("delayYears", delayYears.value(), 0, 100, "Give the time in years.")
                .done();
    }

    /**
     * Writes {@code costToReplicate}, {@code replicationDelay}, {@code replicationCap} and {@code cappedValue}.
     *
     * @param value before the cap
     * @param benefit of the first year, after tax
     */
    public Cell write(Sheet sheet, Cell value, Cell benefit) {
        var cost = sheet.given("costToReplicate", Unit.MONEY, costToReplicate);
        var delay = sheet.given("replicationDelay", Unit.YEARS, delayYears);
        var cap = sheet.let("replicationCap", cost.plus(delay.times(benefit)));
        return sheet.let("cappedValue", value.min(cap));
    }
}
