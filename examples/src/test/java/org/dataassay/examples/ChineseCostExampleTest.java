package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class ChineseCostExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    ChineseCostExample.print(ChineseCostExample.by2023Guidance(), out);
                    ChineseCostExample.print(ChineseCostExample.byExpertGuidance9(), out);
                }))
                .isEqualTo(Printed.expected(ChineseCostExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double cost = 100_000 + 500_000 + 250_000 + 150_000;
        var guidance = ChineseCostExample.by2023Guidance();
        assertThat(guidance.worksheet().value()).isCloseTo(cost * (1 + 0.12 + 0.06) * 4 / 5, within(1e-6));
        assertThat(guidance.amount()).isEqualTo(Money.of("944000.00", "CNY"));

        double quality = 0.4 * 0.95 + 0.4 * 0.90 + 0.2 * 0.80;
        double circulation = (1.5 * 200_000 + 1.2 * 300_000 + 400_000) / 1_000_000;
        var advice = ChineseCostExample.byExpertGuidance9();
        assertThat(advice.worksheet().value()).isCloseTo(cost * 1.15 * quality * circulation * 1.2 * 0.9, within(1e-6));
        assertThat(advice.amount()).isEqualTo(Money.of("1184868.00", "CNY"));
    }
}
