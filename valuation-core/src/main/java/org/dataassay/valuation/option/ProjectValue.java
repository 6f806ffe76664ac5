package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.income.DirectIncomeFacts;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/** The present value of the flows that a data project brings, its cost not deducted. */
public sealed interface ProjectValue {

    /**
     * Found elsewhere.
     *
     * @param presentValue above 0
     */
    record Stated(Input<Money> presentValue) implements ProjectValue {
        public Stated {
            new Check()
                    .that(
                            presentValue.value().amount().signum() > 0,
                            "presentValue",
                            "above 0",
                            presentValue.value(),
                            "Give the present value of the flows, the cost to build not deducted.")
                    .done();
        }
    }

    /**
     * Forecast here, as by {@link org.dataassay.valuation.income.DirectIncome}, in a section of the same sheet.
     *
     * @param income the flows and the terms on which they become a value
     */
    record Forecast(DirectIncomeFacts income) implements ProjectValue {}
}
