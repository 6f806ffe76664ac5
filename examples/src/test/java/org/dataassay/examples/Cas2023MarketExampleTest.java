package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class Cas2023MarketExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> Cas2023MarketExample.print(Cas2023MarketExample.value(), out)))
                .isEqualTo(Printed.expected(Cas2023MarketExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double sensors = 300_000 * 1.05 * 1 * 1.04 * 1 * 1; // 327 600
        double gates = 120_000 * 0.96 / 1.25 * 1 * 0.9 * 1; // 82 944
        var valuation = Cas2023MarketExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(sensors + gates, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("410544.00", "CNY"));
    }
}
