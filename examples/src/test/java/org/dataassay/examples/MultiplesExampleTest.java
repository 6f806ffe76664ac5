package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.market.Multiples;
import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class MultiplesExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> MultiplesExample.print(MultiplesExample.value(Multiples.Statistic.MEDIAN), out)))
                .isEqualTo(Printed.expected(MultiplesExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        // 0.80, 1.20, 1.20, 0.70: the middle two are 0.80 and 1.20
        assertThat(MultiplesExample.value(Multiples.Statistic.MEDIAN).amount()).isEqualTo(Money.of("400000.00", "CNY"));
        assertThat(MultiplesExample.value(Multiples.Statistic.HARMONIC_MEAN)
                        .worksheet()
                        .value())
                .isCloseTo(400_000 * 4 / (1 / 0.8 + 1 / 1.2 + 1 / 1.2 + 1 / 0.7), within(1e-6));
        assertThat(MultiplesExample.value(Multiples.Statistic.AGGREGATE)
                        .worksheet()
                        .value())
                .isCloseTo(400_000 * 1_870_000.0 / 1_900_000, within(1e-6));
    }
}
