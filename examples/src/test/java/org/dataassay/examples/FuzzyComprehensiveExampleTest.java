package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FuzzyComprehensiveExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> FuzzyComprehensiveExample.print(FuzzyComprehensiveExample.grades(), out)))
                .isEqualTo(Printed.expected(FuzzyComprehensiveExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double good = 0.6 * (0.5 * 0.2 + 0.5 * 0.4) + 0.4 * 0.9;
        double fair = 0.6 * (0.5 * 0.5 + 0.5 * 0.5) + 0.4 * 0;
        double poor = 0.6 * (0.5 * 0.3 + 0.5 * 0.1) + 0.4 * 0.1;
        var found = FuzzyComprehensiveExample.grades();
        assertThat(found.grades().get(0).membership()).isCloseTo(good, within(1e-15));
        assertThat(found.grades().get(1).membership()).isCloseTo(fair, within(1e-15));
        assertThat(found.score().orElseThrow()).isCloseTo(90 * good + 70 * fair + 40 * poor, within(1e-12));
    }
}
