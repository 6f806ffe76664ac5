package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ListingsExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(ListingsExample::print)).isEqualTo(Printed.expected(ListingsExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        // 18 914 · e^(0.4268 + 0.7437 · (ln 200 000 − 12.0817) − 0.3098) · 1.0023
        assertThat(ListingsExample.byRegression().worksheet().value())
                .isCloseTo(
                        18_914
                                * StrictMath.exp(0.4268 + 0.7437 * (StrictMath.log(200_000) - 12.0817) - 0.3098)
                                * 1.0023,
                        within(10.0));
        // 30 000 and 13 500, weighted 0.669 and 0.331
        assertThat(ListingsExample.byNeighbors().worksheet().value())
                .isCloseTo(
                        StrictMath.exp(0.669 * StrictMath.log(30_000) + 0.331 * StrictMath.log(13_500)), within(10.0));
    }
}
