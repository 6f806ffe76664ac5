package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RiskExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> RiskExample.print(RiskExample.sensitivity(), RiskExample.simulation(), out)))
                .isEqualTo(Printed.expected(RiskExample.class));
    }
}
