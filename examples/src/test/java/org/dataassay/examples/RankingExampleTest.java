package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    RankingExample.print(RankingExample.topsis(), out);
                    RankingExample.print(RankingExample.grey(), out);
                    RankingExample.printDrawn(RankingExample.grey(), out);
                }))
                .isEqualTo(Printed.expected(RankingExample.class));
    }

    @Test
    void topsis_agrees_with_a_pocket_calculator() {
        double coverage = Math.sqrt(90 * 90 + 80 * 80 + 95 * 95 + 70 * 70);
        double delay = Math.sqrt(4 * 4 + 2 * 2 + 8 * 8 + 5 * 5);
        double price = Math.sqrt(30 * 30 + 24 * 24 + 45 * 45 + 20 * 20);
        // South is 15 below the best coverage and 4 above the best price; 10, 6 and 21 better than the worst.
        double plus = hypot(0.5 * 15 / coverage, 0, 0.3 * 4 / price);
        double minus = hypot(0.5 * 10 / coverage, 0.2 * 6 / delay, 0.3 * 21 / price);
        assertThat(RankingExample.topsis().place("South").score()).isCloseTo(minus / (plus + minus), within(1e-14));
    }

    private static double hypot(double a, double b, double c) {
        return Math.sqrt(a * a + b * b + c * c);
    }

    @Test
    void grey_relation_agrees_with_a_pocket_calculator() {
        // East has the best coverage and is the worst by the others; South lies 0.6, 0 and 0.16 from the best.
        double east = 0.5 + 0.5 * 0.5 / 1.5;
        double south = 0.5 * 0.5 / 1.1 + 0.2 + 0.3 * 0.5 / 0.66;
        assertThat(RankingExample.grey().place("East").score()).isCloseTo(east, within(1e-14));
        assertThat(RankingExample.grey().place("South").score()).isCloseTo(south, within(1e-14));
    }
}
