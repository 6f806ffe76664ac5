package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableDivisionExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(StableDivisionExample::print)).isEqualTo(Printed.expected(StableDivisionExample.class));
    }
}
