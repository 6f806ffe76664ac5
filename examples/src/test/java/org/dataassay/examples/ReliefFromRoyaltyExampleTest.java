package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class ReliefFromRoyaltyExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ReliefFromRoyaltyExample.print(ReliefFromRoyaltyExample.value(), out)))
                .isEqualTo(Printed.expected(ReliefFromRoyaltyExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double first = 2_000_000 * 0.05 * 0.75 / 1.1; // 68 181.82
        double second = 2_200_000 * 0.05 * 0.75 / 1.21; // 68 181.82
        double third = 2_400_000 * 0.05 * 0.75 / 1.331; // 67 618.33

        var valuation = ReliefFromRoyaltyExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(first + second + third, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("203981.97", "CNY"));
    }
}
