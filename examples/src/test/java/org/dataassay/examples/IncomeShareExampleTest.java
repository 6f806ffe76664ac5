package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class IncomeShareExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> IncomeShareExample.print(IncomeShareExample.value(), out)))
                .isEqualTo(Printed.expected(IncomeShareExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double share = 2_000_000.0 / (2_000_000 + 3_000_000); // 40 %
        double present = 1_000_000 / 1.16 + 1_200_000 / 1.3456 + 1_250_000 / 1.560896;

        var valuation = IncomeShareExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(share * present, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("1021874.62", "CNY"));
    }
}
