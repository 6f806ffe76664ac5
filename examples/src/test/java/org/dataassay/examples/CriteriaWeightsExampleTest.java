package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CriteriaWeightsExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    CriteriaWeightsExample.print(CriteriaWeightsExample.delphi(), out);
                    CriteriaWeightsExample.print(CriteriaWeightsExample.combined(), out);
                    CriteriaWeightsExample.print(CriteriaWeightsExample.stability(), out);
                }))
                .isEqualTo(Printed.expected(CriteriaWeightsExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        // last round: ranks 2 3 1 4, 1 3 2 4, 2 3 1 4; sums 5 9 4 12 about 7.5
        double w = 12 * (6.25 + 2.25 + 12.25 + 20.25) / (9 * 60.0);
        assertThat(CriteriaWeightsExample.delphi().concordance()).isCloseTo(w, within(1e-15));
        // sums of scores 13, 9, 14, 5 of 41
        double[] products = {13 * 0.3, 9 * 0.4, 14 * 0.2, 5 * 0.1};
        double sum = 3.9 + 3.6 + 2.8 + 0.5;
        for (int i = 0; i < 4; i++)
            assertThat(CriteriaWeightsExample.combined().weights().values().get(i))
                    .isCloseTo(products[i] / sum, within(1e-15));
    }
}
