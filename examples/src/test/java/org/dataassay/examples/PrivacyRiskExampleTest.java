package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrivacyRiskExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> PrivacyRiskExample.print(PrivacyRiskExample.measured(), out)))
                .isEqualTo(Printed.expected(PrivacyRiskExample.class));
    }
}
