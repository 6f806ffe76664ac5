package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class DirectIncomeExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> DirectIncomeExample.print(DirectIncomeExample.value(), out)))
                .isEqualTo(Printed.expected(DirectIncomeExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double first = (1_000_000 - 200_000 - 300_000) * 0.75 / 1.12; // 334 821.43
        double second = (1_200_000 - 240_000 - 310_000) * 0.75 / 1.2544; // 388 632.02
        double third = (1_300_000 - 260_000 - 320_000) * 0.75 / 1.404928; // 384 361.33

        var valuation = DirectIncomeExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(first + second + third, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("1107814.78", "CNY"));
    }
}
