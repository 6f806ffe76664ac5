package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class NormalYearExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    NormalYearExample.print("Capitalized", NormalYearExample.capitalized(), out);
                    NormalYearExample.print("Single period, formula method", NormalYearExample.formulaMethod(), out);
                }))
                .isEqualTo(Printed.expected(NormalYearExample.class));
    }

    /** 1 380 000 · 0.75 − 23 000 − 60 000 = 952 000; over 20 % it is 4 760 000, with the tangible assets 6 335 000. */
    @Test
    void agrees_with_a_pocket_calculator() {
        assertThat(NormalYearExample.capitalized().amount()).isEqualTo(Money.of("4760000.00", "CNY"));
        assertThat(NormalYearExample.formulaMethod().amount()).isEqualTo(Money.of("6335000.00", "CNY"));
    }
}
