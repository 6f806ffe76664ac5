package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightBundleExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> RightBundleExample.print(RightBundleExample.split(), out)))
                .isEqualTo(Printed.expected(RightBundleExample.class));
    }

    @Test
    void the_right_that_has_ended_leaves_nothing() {
        assertThat(RightBundleExample.split().values("rights/valueOfRights"))
                .containsExactly(600_000.0, 250_000.0, 250_000.0, 0.0);
    }
}
