package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;

class PublicDataPriceExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    PublicDataPriceExample.printRevenue(PublicDataPriceExample.revenue(), out);
                    PublicDataPriceExample.printCeilings(
                            PublicDataPriceExample.ceilings(PublicDataPriceExample.revenue()), out);
                }))
                .isEqualTo(Printed.expected(PublicDataPriceExample.class));
    }

    /** 5 000 000 · 1.068 + 310 000 − 120 000; less 100 000 on trial; three fifths over nine million calls, two fifths over 480 months. */
    @Test
    void agrees_with_a_pocket_calculator() {
        var revenue = PublicDataPriceExample.revenue();
        assertThat(revenue.permittedRevenue()).isEqualTo(Money.of("5530000", "CNY"));
        var ceilings = PublicDataPriceExample.ceilings(revenue);
        assertThat(ceilings.ceiling("company check").ceiling().amount()).isEqualByComparingTo("0.3620");
        assertThat(ceilings.ceiling("weather feed").ceiling().amount()).isEqualByComparingTo("4525");
        assertThat(ceilings.slack().isZero()).isTrue();
    }
}
