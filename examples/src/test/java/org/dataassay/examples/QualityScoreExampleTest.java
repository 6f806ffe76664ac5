package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QualityScoreExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(QualityScoreExample::print)).isEqualTo(Printed.expected(QualityScoreExample.class));
    }

    @Test
    void agrees_with_a_pocket_calculator() {
        var score = QualityScoreExample.score(QualityScoreExample.profile()).score();
        assertThat(score.score()).isCloseTo((0.4 * 0.75 + 0.3 * 0.8 + 0.2 * 0.8) / 0.9, within(1e-14));
    }
}
