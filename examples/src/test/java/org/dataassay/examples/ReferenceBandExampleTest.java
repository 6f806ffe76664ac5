package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.dataassay.valuation.money.UnitPrice;
import org.junit.jupiter.api.Test;

class ReferenceBandExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ReferenceBandExample.print(ReferenceBandExample.band(), out)))
                .isEqualTo(Printed.expected(ReferenceBandExample.class));
    }

    /** Weights 3, 3, ½, ½, 1, 2 of 10 at 0.25, 0.30, 0.36, 0.40, 0.40, 0.42: quartiles where they come to 2.5, 5, 7.5. */
    @Test
    void agrees_with_a_pocket_calculator() {
        var band = ReferenceBandExample.band().band().orElseThrow();
        assertThat(band.low()).isEqualTo(UnitPrice.of("0.25", "CNY", "call"));
        assertThat(band.middle()).contains(UnitPrice.of("0.3", "CNY", "call"));
        assertThat(band.high()).isEqualTo(UnitPrice.of("0.4", "CNY", "call"));
    }
}
