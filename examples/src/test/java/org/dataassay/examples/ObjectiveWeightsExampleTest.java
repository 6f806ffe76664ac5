package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveWeightsExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> ObjectiveWeightsExample.print(
                        List.of(
                                ObjectiveWeightsExample.entropy(),
                                ObjectiveWeightsExample.critic(),
                                ObjectiveWeightsExample.merec()),
                        out)))
                .isEqualTo(Printed.expected(ObjectiveWeightsExample.class));
    }

    private static double divergence(double... values) {
        double sum = 0;
        for (double x : values) sum += x;
        double entropy = 0;
        for (double x : values) entropy -= x / sum * StrictMath.log(x / sum);
        return 1 - entropy / StrictMath.log(values.length);
    }

    @Test
    void entropy_agrees_with_a_pocket_calculator() {
        double coverage = divergence(90, 80, 95, 70);
        double delay = divergence(4, 2, 8, 5);
        double price = divergence(30, 24, 45, 20);
        assertThat(coverage).isCloseTo(0.0048, within(5e-5));
        assertThat(delay).isCloseTo(0.0763, within(5e-5));
        assertThat(price).isCloseTo(0.0350, within(5e-5));
        assertThat(ObjectiveWeightsExample.entropy().weights().of("delay"))
                .isCloseTo(delay / (coverage + delay + price), within(1e-13));
    }

    @Test
    void merec_agrees_with_a_pocket_calculator() {
        // How far each is from the worst, by logarithm: coverage 70 / x, delay x / 8, price x / 45.
        double[][] distance = new double[4][];
        double[][] values = {{90, 4, 30}, {80, 2, 24}, {95, 8, 45}, {70, 5, 20}};
        var effects = new double[3];
        for (int i = 0; i < 4; i++) {
            distance[i] = new double[] {
                StrictMath.log(values[i][0] / 70), StrictMath.log(8 / values[i][1]), StrictMath.log(45 / values[i][2])
            };
            double all = distance[i][0] + distance[i][1] + distance[i][2];
            for (int j = 0; j < 3; j++)
                effects[j] += StrictMath.log(1 + all / 3) - StrictMath.log(1 + (all - distance[i][j]) / 3);
        }
        assertThat(effects[0]).isCloseTo(0.1827, within(5e-5));
        assertThat(effects[1]).isCloseTo(0.6036, within(5e-5));
        assertThat(effects[2]).isCloseTo(0.4381, within(5e-5));
        assertThat(ObjectiveWeightsExample.merec().weights().of("delay"))
                .isCloseTo(effects[1] / (effects[0] + effects[1] + effects[2]), within(1e-13));
    }

    @Test
    void critic_agrees_with_a_pocket_calculator() {
        // Min-max, cost turned round: the values of the manual's table.
        double[] coverage = {0.8, 0.4, 1, 0};
        double[] delay = {4 / 6.0, 1, 0, 0.5};
        double[] price = {0.6, 0.84, 0, 1};
        double information = sigma(coverage) * (2 - rho(coverage, delay) - rho(coverage, price));
        double others = sigma(delay) * (2 - rho(delay, coverage) - rho(delay, price))
                + sigma(price) * (2 - rho(price, coverage) - rho(price, delay));
        assertThat(ObjectiveWeightsExample.critic().weights().of("coverage"))
                .isCloseTo(information / (information + others), within(1e-13));
    }

    private static double covariance(double[] x, double[] y) {
        double mx = (x[0] + x[1] + x[2] + x[3]) / 4;
        double my = (y[0] + y[1] + y[2] + y[3]) / 4;
        double sum = 0;
        for (int i = 0; i < 4; i++) sum += (x[i] - mx) * (y[i] - my);
        return sum / 4;
    }

    private static double sigma(double[] x) {
        return Math.sqrt(covariance(x, x));
    }

    private static double rho(double[] x, double[] y) {
        return covariance(x, y) / (sigma(x) * sigma(y));
    }
}
