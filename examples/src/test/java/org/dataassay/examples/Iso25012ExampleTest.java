package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Iso25012ExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> Iso25012Example.print(Iso25012Example.assessment(), out)))
                .isEqualTo(Printed.expected(Iso25012Example.class));
    }
}
