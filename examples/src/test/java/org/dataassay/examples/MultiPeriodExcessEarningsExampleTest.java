package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class MultiPeriodExcessEarningsExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(
                        out -> MultiPeriodExcessEarningsExample.print(MultiPeriodExcessEarningsExample.value(), out)))
                .isEqualTo(Printed.expected(MultiPeriodExcessEarningsExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double first = (4_000_000 * 0.3 * 0.75 - 20_000 - 60_000 - 80_000) / 1.15; // 643 478.26
        double second = (4_400_000 * 0.3 * 0.75 - 22_000 - 60_000 - 88_000) / 1.3225; // 620 037.81
        double third = (4_600_000 * 0.3 * 0.75 - 23_000 - 60_000 - 92_000) / 1.520875; // 565 463.96

        var valuation = MultiPeriodExcessEarningsExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(first + second + third, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("1828980.03", "CNY"));
    }
}
