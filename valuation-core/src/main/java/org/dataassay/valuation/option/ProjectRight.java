package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/** What the owner of a data project may do while the window is open. */
public sealed interface ProjectRight {

    /** Wait with building: a call on the flows at the cost to build, in place of building now. */
    record Defer() implements ProjectRight {}

    /**
     * Grow, such as to more regions or customers: a call on the flows that growth adds.
     *
     * @param addedShare of the present value, above 0: 0.5 adds half as much again
     * @param cost of growing, above 0
     */
    record Expand(Input<Double> addedShare, Input<Money> cost) implements ProjectRight {
        public Expand {
            new Check()
                    .that(
                            addedShare.value() > 0 && addedShare.value() <= 100,
                            "addedShare",
                            "above 0 and at most 100",
                            addedShare.value(),
                            "Give what growth adds as a share of the present value: 0.5 is half as much again.")
                    .that(isPositive(cost), "cost", "above 0", cost.value(), "Give what growing costs.")
                    .done();
        }
    }

    /**
     * Give up and sell what is left: a put on the flows.
     *
     * @param salvage what the data, equipment and contracts then bring, above 0
     */
    record Abandon(Input<Money> salvage) implements ProjectRight {
        public Abandon {
            new Check()
                    .that(
                            isPositive(salvage),
                            "salvage",
                            "above 0",
                            salvage.value(),
                            "Give what is got on giving up; where that is nothing there is no right.")
                    .done();
        }
    }

    /**
     * Go over to another data set at the end of the window: the flows exchanged for its flows.
     *
     * @param other its flows, the cost of going over deducted, with volatility and leakage of their own
     * @param correlation of the logarithms of both values, in [−1, 1]
     */
    record SwitchTo(UnderlyingAsset other, Input<Double> correlation) implements ProjectRight {
        public SwitchTo {
            new Check()
                    .range(
                            "correlation",
                            correlation.value(),
                            -1,
                            1,
                            "Give the correlation of the logarithms of both values.")
                    .done();
        }
    }

    private static boolean isPositive(Input<Money> amount) {
        return amount.value().amount().signum() > 0;
    }
}
