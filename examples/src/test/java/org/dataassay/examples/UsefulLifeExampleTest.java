package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UsefulLifeExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> UsefulLifeExample.print(UsefulLifeExample.life(), out)))
                .isEqualTo(Printed.expected(UsefulLifeExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double[] benefits = {900, 700, 400, 150, 50, 20};
        double[] upTo = new double[6];
        double sum = 0;
        for (int t = 0; t < 6; t++) upTo[t] = sum += benefits[t] / StrictMath.pow(1.1, t + 0.5);
        // 858.12, 1464.86, 1780.06, 1887.51, 1920.07, 1931.91: 95 % of the last are 1835.31, reached in the fourth year
        assertThat(upTo[5]).isCloseTo(1931.91, within(0.01));
        assertThat(0.95 * upTo[5]).isBetween(upTo[2], upTo[3]);
        assertThat(UsefulLifeExample.life().value()).isEqualTo(4);
    }
}
