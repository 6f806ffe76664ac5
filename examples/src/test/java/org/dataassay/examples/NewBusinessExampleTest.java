package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewBusinessExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    NewBusinessExample.print(
                            NewBusinessExample.register(), List.of("presentValue", "presentValueOfInvestments"), out);
                    NewBusinessExample.print(
                            NewBusinessExample.images(),
                            List.of("presentValueOfProduct", "presentValueOfDevelopment"),
                            out);
                }))
                .isEqualTo(Printed.expected(NewBusinessExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double income = 320_000 * 0.75 / 1.1 + 800_000 * 0.75 / 1.21;
        assertThat(NewBusinessExample.register().worksheet().value())
                .isCloseTo(income - 300_000 - 200_000 - 50_000 / 1.1, within(1e-6));
        double product = (1_350_000 * 0.75 / 1.1 + 1_350_000 * 0.75 / 1.21) / 1.21;
        double development = 200_000 * 0.75 / 1.1 + 600_000 * 0.75 / 1.21;
        assertThat(NewBusinessExample.images().worksheet().value()).isCloseTo(product - development, within(1e-6));
    }
}
