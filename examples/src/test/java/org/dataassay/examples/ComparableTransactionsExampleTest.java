package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class ComparableTransactionsExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ComparableTransactionsExample.print(ComparableTransactionsExample.value(), out)))
                .isEqualTo(Printed.expected(ComparableTransactionsExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double[] adjusted = {1.00 * 1.0 * 1.02, 1.20 * 0.9 * 1.0, 0.80 * 1.1 * 1.05}; // 1.02, 1.08, 0.924
        double[] closeness = {1 / 0.07, 1 / 0.15, 1 / 0.20}; // gross adjustments 0.02, 0.10, 0.15, each plus 0.05
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            weighted += closeness[i] * adjusted[i];
            sum += closeness[i];
        }

        var valuation = ComparableTransactionsExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(500_000 * weighted / sum, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("508458.72", "CNY"));
    }
}
