package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComputeEnergyExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ComputeEnergyExample.print(ComputeEnergyExample.cost(), out)))
                .isEqualTo(Printed.expected(ComputeEnergyExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double compute = 50_000 * 0.40 + 8_000 * 12;
        double energy = 1.25 * (10_000 * 0.80 + 20_000 * 0.30) + 1.5 * 4_000 * 0.90;
        double rest = 240_000 * 0.10 + 5_000 * 0.50;

        assertThat(ComputeEnergyExample.cost().value()).isCloseTo(compute + energy + rest, within(1e-6));
    }
}
