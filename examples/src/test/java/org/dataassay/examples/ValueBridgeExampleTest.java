package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.reconcile.BridgeFinding.Step;
import org.junit.jupiter.api.Test;

class ValueBridgeExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ValueBridgeExample.print(ValueBridgeExample.bridge(), out)))
                .isEqualTo(Printed.expected(ValueBridgeExample.class));
    }

    /** 3.75 % of the revenue of three years, discounted. */
    private static double value(double rate, double first, double second, double third) {
        double d = 1 + rate;
        return 0.0375 * (first / d + second / (d * d) + third / (d * d * d));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double before = value(0.12, 1_900_000, 2_000_000, 2_100_000);
        double rolled = value(0.12, 2_000_000, 2_100_000, 2_400_000);
        double newRevenue = value(0.12, 2_000_000, 2_200_000, 2_400_000);
        double newRate = value(0.10, 2_000_000, 2_100_000, 2_400_000);
        double after = value(0.10, 2_000_000, 2_200_000, 2_400_000);

        var steps = ValueBridgeExample.bridge().steps();
        assertThat(steps).extracting(Step::name).containsExactly("dateRoll", "discountRate", "revenue");
        assertThat(steps.get(0).amount().toDouble()).isCloseTo(rolled - before, within(0.01));
        assertThat(steps.get(1).amount().toDouble())
                .isCloseTo((newRate - rolled + after - newRevenue) / 2, within(0.01));
        assertThat(steps.get(2).amount().toDouble())
                .isCloseTo((newRevenue - rolled + after - newRate) / 2, within(0.01));
        var bridge = ValueBridgeExample.bridge();
        assertThat(steps.stream().map(Step::amount).reduce(bridge.before(), Money::plus))
                .isEqualTo(bridge.after());
    }
}
