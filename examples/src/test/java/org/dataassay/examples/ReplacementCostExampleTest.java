package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class ReplacementCostExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ReplacementCostExample.print(ReplacementCostExample.value(), out)))
                .isEqualTo(Printed.expected(ReplacementCostExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double costAtDate = 200_000 + 600_000 * 100.8 / 96 + 120_000; // 950 000
        double costNew = costAtDate * 1.15; // 1 092 500
        double value = costNew * (1 - 0.10) * (1 - 0.05) * 0.9;

        var valuation = ReplacementCostExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(value, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("840678.75", "CNY"));
    }
}
