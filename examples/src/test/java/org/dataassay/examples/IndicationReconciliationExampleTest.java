package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class IndicationReconciliationExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out ->
                        IndicationReconciliationExample.print(IndicationReconciliationExample.conclusion(), out)))
                .isEqualTo(Printed.expected(IndicationReconciliationExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        assertThat(IndicationReconciliationExample.conclusion().conclusion())
                .isEqualTo(Money.of("1140000.00", "CNY")); // 0.4 × 900 000 + 0.6 × 1 300 000
    }
}
