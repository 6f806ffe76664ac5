package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.numeric.Elementary;
import org.junit.jupiter.api.Test;

class OptionPricingExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(OptionPricingExample::print)).isEqualTo(Printed.expected(OptionPricingExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double got = 1000 * StrictMath.exp(-0.2);
        double paid = 1000 * StrictMath.exp(-0.04);
        double last = OptionPricingExample.onTheLastDay().value();
        assertThat(last).isCloseTo(got * 0.5 - paid * Elementary.normalCdf(-0.4 * Math.sqrt(2)), within(1e-11));
        assertThat(OptionPricingExample.onAnyDay().value()).isGreaterThan(last);
        assertThat(OptionPricingExample.inTwoStages().value()).isLessThan(last);
        var sampled = OptionPricingExample.byAverageUse();
        assertThat(sampled.value()).isBetween(0.0, last);
        assertThat(sampled.upperHint()).isCloseTo(sampled.value(), within(4 * sampled.standardError()));
        double deviation = Math.sqrt(0.58);
        double received = 950 * StrictMath.exp(-0.1);
        double d1 = StrictMath.log(received / got) / deviation + deviation / 2;
        assertThat(OptionPricingExample.forAnother().value())
                .isCloseTo(
                        received * Elementary.normalCdf(d1) - got * Elementary.normalCdf(d1 - deviation),
                        within(1e-11));
    }
}
