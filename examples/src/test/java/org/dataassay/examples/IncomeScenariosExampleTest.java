package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IncomeScenariosExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> IncomeScenariosExample.print(IncomeScenariosExample.value(), out)))
                .isEqualTo(Printed.expected(IncomeScenariosExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        assertThat(IncomeScenariosExample.value().worksheet().value())
                .isCloseTo((600_000 + 0.6 * 300_000 + 200_000) * 0.75 / StrictMath.sqrt(1.1), within(1e-6));
    }
}
