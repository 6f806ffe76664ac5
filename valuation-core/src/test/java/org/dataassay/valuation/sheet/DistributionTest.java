package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.sheet.Distribution.TruncatedNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distributions of inputs against their closed forms, computed by another library. */
class DistributionTest {

    /** Ranges that lie around, above and below the center, one-sided and far out. */
    @ParameterizedTest
    @CsvSource({
        "10, 2, 7, 15",
        "10, 2, 5, 12",
        "10, 2, 11, 20",
        "10, 2, 3, 9",
        "10, 2, 10, 14",
        "-3, 0.5, -4, -2.5",
        "0, 1, 2, 3",
        "0, 1, -3, -2",
        "100, 30, 0, 160"
    })
    void a_cut_normal_is_the_inverse_of_its_own_probability(double center, double deviation, double low, double high) {
        var cut = new TruncatedNormal(center, deviation, low, high);
        var normal = new NormalDistribution(center, deviation);
        double below = normal.cumulativeProbability(low);
        double mass = normal.cumulativeProbability(high) - below;
        var u = new double[] {0x1p-52, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 0x1p-52};
        var out = new double[u.length];
        cut.quantiles(u, out, u.length);
        for (int i = 0; i < u.length; i++) {
            assertThat(out[i]).isBetween(low, high);
            // probabilities of the peer are absolute to about 1e-15, of which the range holds only a part
            assertThat((normal.cumulativeProbability(out[i]) - below) / mass).isEqualTo(u[i], within(1e-14 / mass));
            if (i > 0) assertThat(out[i]).isGreaterThan(out[i - 1]);
        }
        double density = normal.density(low) - normal.density(high);
        double mean = center + deviation * deviation * density / mass;
        assertThat(cut.mean()).isEqualTo(mean, within(1e-13 * deviation / mass));
        assertThat(cut.mean()).isStrictlyBetween(low, high);
        assertThat(cut.parameters()).isEqualTo(List.of(center, deviation, low, high));
    }

    @Test
    void a_range_and_its_mirror_image_have_mirrored_quantiles() {
        var u = new double[] {0.001, 0.3, 0.5, 0.8};
        var mirrored = new double[] {0.999, 0.7, 0.5, 0.2};
        var above = new double[u.length];
        var below = new double[u.length];
        new TruncatedNormal(0, 1, 6, 7.5).quantiles(u, above, u.length);
        new TruncatedNormal(0, 1, -7.5, -6).quantiles(mirrored, below, u.length);
        for (int i = 0; i < u.length; i++) assertThat(above[i]).isEqualTo(-below[i], within(1e-13));
        assertThat(new TruncatedNormal(0, 1, 6, 7.5).mean())
                .isEqualTo(-new TruncatedNormal(0, 1, -7.5, -6).mean(), within(1e-13));
    }

    @Test
    void a_range_that_holds_almost_nothing_is_refused_and_the_widest_is_not() {
        assertThat(new TruncatedNormal(0, 1, 7.99, 20).mean()).isBetween(7.99, 9.0);
        assertThat(new TruncatedNormal(0, 1, -20, -7.99).mean()).isBetween(-9.0, -7.99);
        assertThatThrownBy(() -> new TruncatedNormal(0, 1, 8, 20))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("low must be within 8 standard deviations of the center, but was 8");
        assertThatThrownBy(() -> new TruncatedNormal(0, 1, -20, -8)).hasMessageContaining("8 standard deviations");
        assertThatThrownBy(() -> new TruncatedNormal(5, 2, 21, 30)).hasMessageContaining("8 standard deviations");
        assertThatThrownBy(() -> new TruncatedNormal(0, 1, 1, 1)).hasMessageContaining("high must be above low 1");
        assertThatThrownBy(() -> new TruncatedNormal(0, 0, 0, 1))
                .hasMessageContaining("standardDeviation must be above 0");
        assertThatThrownBy(() -> new TruncatedNormal(0, Double.POSITIVE_INFINITY, 0, 1))
                .hasMessageContaining("standardDeviation must be above 0");
        assertThatThrownBy(() -> new TruncatedNormal(Double.NaN, 1, 0, 1))
                .hasMessageContaining("center must be finite");
        assertThatThrownBy(() -> new TruncatedNormal(0, 1, -1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("high must be above low");
    }
}
