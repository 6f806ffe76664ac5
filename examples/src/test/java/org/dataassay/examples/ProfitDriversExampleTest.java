package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProfitDriversExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    ProfitDriversExample.print(ProfitDriversExample.premium(), out);
                    ProfitDriversExample.print(ProfitDriversExample.saving(), out);
                }))
                .isEqualTo(Printed.expected(ProfitDriversExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        assertThat(ProfitDriversExample.premium().worksheet().value())
                .isCloseTo(450_000 / 1.1 + 450_000 / 1.21 + 300_000 / 1.331, within(1e-6));
        assertThat(ProfitDriversExample.saving().worksheet().value())
                .isCloseTo(300_000 * 0.75 / 1.1 + 340_000 * 0.75 / 1.21, within(1e-6));
    }
}
