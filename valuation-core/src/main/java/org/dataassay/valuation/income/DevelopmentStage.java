package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * A stage on the way from the data as it is to the product, such as cleaning, labeling or compliance; stages follow each other.
 *
 * @param name of the stage
 * @param cost before tax, at least 0
 * @param years that it takes, at least 0
 */
public record DevelopmentStage(String name, Input<Money> cost, Input<Double> years) {

    public DevelopmentStage {
        new Check()
                .that(
                        cost.value().amount().signum() >= 0,
                        "cost",
                        "at least 0",
                        cost.value(),
                        "State costs without a sign.")
                .range("years", years.value(), 0, 100, "Give the time that the stage takes, in years.")
                .done();
    }

    public static DevelopmentStage of(String name, Input<Money> cost, Input<Double> years) {
        return new DevelopmentStage(name, cost, years);
    }
}
