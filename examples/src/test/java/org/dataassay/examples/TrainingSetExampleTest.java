package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingSetExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> TrainingSetExample.print(TrainingSetExample.measured(), out)))
                .isEqualTo(Printed.expected(TrainingSetExample.class));
    }
}
