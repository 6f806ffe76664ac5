package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelsOfValueExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> LevelsOfValueExample.print(LevelsOfValueExample.discount(), out)))
                .isEqualTo(Printed.expected(LevelsOfValueExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double x = 0.45 * 0.45 * 2; // 0.405
        double squared = x + Math.log(2 * (Math.exp(x) - x - 1)) - 2 * Math.log(Math.exp(x) - 1);
        var worksheet = LevelsOfValueExample.discount().worksheet();
        assertThat(worksheet.value("step 2/averageVariance")).isCloseTo(squared, within(1e-13));
        assertThat(worksheet.value("combinedDiscount"))
                .isCloseTo(1 - (1 - worksheet.value("step 2/marketabilityDiscount")) / 1.25, within(1e-15));
    }
}
