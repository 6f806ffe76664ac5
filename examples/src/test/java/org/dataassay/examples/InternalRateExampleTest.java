package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InternalRateExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(InternalRateExample::print)).isEqualTo(Printed.expected(InternalRateExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        assertThat(InternalRateExample.yearly().rate().orElseThrow()).isCloseTo(0.1, within(1e-14));
        assertThat(InternalRateExample.dated().rate().orElseThrow()).isCloseTo(0.1, within(1e-14));
        assertThat(InternalRateExample.withClearingUp().rates().get(1)).isCloseTo(0.5, within(1e-12));
        assertThat(InternalRateExample.atEightPercent().value())
                .isCloseTo(-1_000_000 + 550_000 / 1.08 + 605_000 / 1.1664, within(1e-6));
        double paid = 1_000_000 + 1_650_000 / 1.1236;
        assertThat(InternalRateExample.modified().value())
                .isCloseTo(Math.sqrt(2_600_000 * 1.04 / paid) - 1, within(1e-14));
    }
}
