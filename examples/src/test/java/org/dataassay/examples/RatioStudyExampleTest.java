package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioStudyExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> RatioStudyExample.print(RatioStudyExample.study(), out)))
                .isEqualTo(Printed.expected(RatioStudyExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        // ratios 1.1, 1.15, 1, 0.9, 1.2, 0.8, 1.05: the middle one is 1.05
        var found = RatioStudyExample.study();
        assertThat(found.medianRatio().value()).isEqualTo(1.05);
        assertThat(found.dispersion().value())
                .isCloseTo(100 / 1.05 * (0.05 + 0.1 + 0.05 + 0.15 + 0.15 + 0.25 + 0) / 7, within(1e-12));
        assertThat(found.differential().value()).isCloseTo(7.2 / 7 / (1_443_000 / 1_620_000.0), within(1e-14));
    }
}
