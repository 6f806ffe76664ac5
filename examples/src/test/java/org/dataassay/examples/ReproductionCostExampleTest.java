package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class ReproductionCostExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ReproductionCostExample.print(ReproductionCostExample.value(), out)))
                .isEqualTo(Printed.expected(ReproductionCostExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double cost = 500_000 * 1.10 + 240_000 * 112.0 / 96 + 150_000 * 0.80; // 950 000
        double costNew = cost * 1.10; // 1 045 000
        double left = 1 - (5 + 0.5 * 4) / 15; // eight fifteenths
        double value = costNew * left * 0.9;

        var valuation = ReproductionCostExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(value, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("501600.00", "CNY"));
    }
}
