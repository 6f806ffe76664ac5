package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatingExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> RatingExample.print(RatingExample.rated(), out)))
                .isEqualTo(Printed.expected(RatingExample.class));
    }
}
