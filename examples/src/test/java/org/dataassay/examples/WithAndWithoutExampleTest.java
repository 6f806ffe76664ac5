package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class WithAndWithoutExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> WithAndWithoutExample.print(WithAndWithoutExample.value(), out)))
                .isEqualTo(Printed.expected(WithAndWithoutExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        double first = 150_000 * 0.75 / 1.1; // 102 272.73
        double second = 200_000 * 0.75 / 1.21; // 123 966.94
        double third = 250_000 * 0.75 / 1.331; // 140 871.53

        var valuation = WithAndWithoutExample.value();
        assertThat(valuation.worksheet().value()).isCloseTo(first + second + third, within(1e-6));
        assertThat(valuation.amount()).isEqualTo(Money.of("367111.19", "CNY"));
    }
}
