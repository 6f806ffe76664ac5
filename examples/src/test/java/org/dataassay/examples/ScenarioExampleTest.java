package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    ScenarioExample.print(ScenarioExample.scenarios(), out);
                    ScenarioExample.print(ScenarioExample.table(), out);
                }))
                .isEqualTo(Printed.expected(ScenarioExample.class));
    }
}
