package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class CostChainExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> CostChainExample.print(CostChainExample.value(), out)))
                .isEqualTo(Printed.expected(CostChainExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double deIdentified = 600_000 / 3.0 + 100_000; // 300 000
        double modeled = deIdentified + 300_000; // 600 000
        double labeled = modeled / 2 + 250_000; // 550 000

        var valuation = CostChainExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(labeled * 1.10, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("605000.00", "CNY"));
    }
}
