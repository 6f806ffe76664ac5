package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AhpExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> AhpExample.print(AhpExample.weights(), out)))
                .isEqualTo(Printed.expected(AhpExample.class));
    }

    /** Li Na alone, by the roots of her rows. */
    @Test
    void agrees_with_a_pocket_calculator() {
        double[] roots = {
            StrictMath.pow(1 * 2 * 1 * 4, 0.25),
            StrictMath.pow(0.5 / 3 * 2, 0.25),
            StrictMath.pow(3 * 5, 0.25),
            StrictMath.pow(1.0 / 4 / 2 / 5, 0.25)
        };
        // 1.6818 + 0.7598 + 1.9680 + 0.3976 = 4.8072
        double sum = roots[0] + roots[1] + roots[2] + roots[3];
        assertThat(sum).isCloseTo(4.8072, within(1e-4));
        var li = AhpExample.weights().experts().get(0).weights().values();
        for (int i = 0; i < 4; i++) assertThat(li.get(i)).isCloseTo(roots[i] / sum, within(1e-14));
    }
}
