package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaturityDcmmExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> MaturityDcmmExample.print(MaturityDcmmExample.found(), out)))
                .isEqualTo(Printed.expected(MaturityDcmmExample.class));
    }
}
