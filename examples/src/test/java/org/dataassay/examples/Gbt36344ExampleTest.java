package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Gbt36344ExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> Gbt36344Example.print(Gbt36344Example.assessment(), out)))
                .isEqualTo(Printed.expected(Gbt36344Example.class));
    }
}
