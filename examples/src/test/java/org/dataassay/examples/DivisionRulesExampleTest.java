package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivisionRulesExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(DivisionRulesExample::print)).isEqualTo(Printed.expected(DivisionRulesExample.class));
    }
}
