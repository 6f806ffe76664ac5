package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DematelExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> DematelExample.print(DematelExample.influences(), out)))
                .isEqualTo(Printed.expected(DematelExample.class));
    }

    @Test
    void totals_satisfy_what_defines_them() {
        // T = X + X T, X the means of the manual's table over the greatest sum
        double[][] x = {{0, 4, 2, 2}, {1, 0, 3, 2}, {1, 2, 0, 3}, {0, 1, 2, 0}};
        var worksheet = DematelExample.influences().worksheet();
        assertThat(worksheet.value("scale")).isEqualTo(8);
        var total = DematelExample.facts().factors().stream()
                .map(factor -> worksheet.values("influences/" + factor + "/total"))
                .toList();
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++) {
                double through = x[i][j] / 8;
                for (int k = 0; k < 4; k++)
                    through += x[i][k] / 8 * total.get(k).get(j);
                assertThat(total.get(i).get(j)).isCloseTo(through, within(1e-14));
            }
    }
}
