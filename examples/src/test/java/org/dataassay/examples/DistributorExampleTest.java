package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistributorExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> DistributorExample.print(DistributorExample.value(), out)))
                .isEqualTo(Printed.expected(DistributorExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double yearly = 10_000_000 * 0.06 * 0.75 - 1_500_000 * 0.04 - 10_000_000 * 0.01; // 290 000
        assertThat(DistributorExample.value().worksheet().value())
                .isCloseTo(yearly * 0.9 / 1.1 + yearly * 0.7 / 1.21, within(1e-6));
    }
}
