package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class SumOfCostsExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> SumOfCostsExample.print(SumOfCostsExample.value(), out)))
                .isEqualTo(Printed.expected(SumOfCostsExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double labor = (0.9 * 80_000 * 10 + 0.3 * 200_000 * 8) * 1.5;
        double output = labor + 270_000 + 600_000 * 0.20 + 600_000 * (0.06 - 0.01); // 2 220 000
        double stock = 1_600_000 * 100 / 96.0;
        stock = stock * 0.75 + 1_800_000 * 100 / 97.5;
        stock = stock * 0.75 + 2_000_000;
        stock = stock * 0.75 + output;

        var valuation = SumOfCostsExample.value();
        assertThat(valuation.worksheet().value("outputOfYear")).isCloseTo(2_220_000, within(1e-6));
        assertThat(valuation.worksheet().value()).isCloseTo(stock, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("5461586.54", "CNY"));
    }
}
