package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContributionExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(ContributionExample::print)).isEqualTo(Printed.expected(ContributionExample.class));
    }

    @Test
    void values_agree_with_a_pocket_calculator() {
        // What a group adds is divided equally by Shapley: 40 + 12/2 − 18/2 + 9/3; by Banzhaf 9/4 of the three; by
        // weights 3 : 1 : 2.
        assertThat(ContributionExample.shapley().of("sensors").value()).isCloseTo(40, within(1e-12));
        assertThat(ContributionExample.shapley().of("weather").value()).isCloseTo(19, within(1e-12));
        assertThat(ContributionExample.banzhaf().of("cameras").value()).isCloseTo(30 - 9 + 2.25, within(1e-12));
        assertThat(ContributionExample.weighted().of("sensors").value())
                .isCloseTo(40 + 12 * 0.75 - 18 * 0.6 + 4.5, within(1e-12));
        assertThat(ContributionExample.owen().of("weather").value()).isCloseTo(10 + 6 + 4.5, within(1e-12));
        assertThat(ContributionExample.leaveOneOut().of("cameras").value()).isCloseTo(83 - 62, within(1e-12));
        // Beta(16, 1) of three: the partner of a pair is there with chance 1/17, both others with chance 1/153.
        assertThat(ContributionExample.beta().of("sensors").value())
                .isCloseTo(40 - 6 / 17.0 + 9 / 153.0, within(1e-12));
    }
}
