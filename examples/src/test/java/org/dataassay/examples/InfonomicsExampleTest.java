package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.dataassay.valuation.information.Infonomics.Combining;
import org.junit.jupiter.api.Test;

class InfonomicsExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    InfonomicsExample.print(InfonomicsExample.measures(Combining.PRODUCT), out);
                    InfonomicsExample.print(InfonomicsExample.measures(Combining.ARITHMETIC_MEAN), out);
                }))
                .isEqualTo(Printed.expected(InfonomicsExample.class));
    }
}
