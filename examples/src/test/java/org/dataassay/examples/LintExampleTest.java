package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LintExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> LintExample.print(LintExample.report(), out)))
                .isEqualTo(Printed.expected(LintExample.class));
    }
}
