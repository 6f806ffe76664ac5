package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.numeric.Elementary;
import org.junit.jupiter.api.Test;

class ProjectOptionExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(ProjectOptionExample::print)).isEqualTo(Printed.expected(ProjectOptionExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double call = 1000 * StrictMath.exp(-0.2) * 0.5
                - 1000 * StrictMath.exp(-0.04) * Elementary.normalCdf(-0.4 * Math.sqrt(2));
        assertThat(ProjectOptionExample.deferred().worksheet().value()).isCloseTo(call, within(1e-11));
        assertThat(ProjectOptionExample.volatility().volatility()).isCloseTo(0.35, within(0.004));
    }
}
