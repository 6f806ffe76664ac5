package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiscountRateExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(DiscountRateExample::print)).isEqualTo(Printed.expected(DiscountRateExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        assertThat(DiscountRateExample.builtUp().value()).isCloseTo(0.14, within(1e-15));
        assertThat(DiscountRateExample.costOfEquity().value()).isCloseTo(0.02 + 1.1 * 0.06 + 0.02, within(1e-15));
        assertThat(DiscountRateExample.wacc().value()).isCloseTo(0.7 * 0.12 + 0.3 * 0.045, within(1e-15));
        assertThat(DiscountRateExample.rateOfGoodwill().value())
                .isCloseTo((0.0975 * 650 - (4.2 + 11 + 21.6)) / 150, within(1e-14));
        assertThat(DiscountRateExample.beforeTax().value()).isCloseTo(Math.sqrt(1.331) - 1, within(1e-13));
        assertThat(DiscountRateExample.abroad().value()).isCloseTo(1.0975 * 1.05 / 1.02 - 1, within(1e-15));
    }
}
