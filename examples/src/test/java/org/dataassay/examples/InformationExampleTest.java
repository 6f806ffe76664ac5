package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InformationExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    InformationExample.print(InformationExample.perfect(), out);
                    InformationExample.print(InformationExample.partial(), out);
                    InformationExample.print(InformationExample.survey(), out);
                }))
                .isEqualTo(Printed.expected(InformationExample.class));
    }
}
