package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TariffExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> TariffExample.print(TariffExample.quote(), out)))
                .isEqualTo(Printed.expected(TariffExample.class));
    }
}
