package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dataassay.valuation.numeric.Elementary;
import org.junit.jupiter.api.Test;

/** What the copula makes of independent uniforms, number by number. */
class CopulaTest {

    private static final List<String> NAMES = List.of("w", "x", "y", "z");

    private static double[][] applied(Copula copula, double... normals) {
        var uniforms = new double[normals.length][1];
        for (int i = 0; i < normals.length; i++) uniforms[i][0] = Elementary.normalCdf(normals[i]);
        copula.apply(uniforms, new double[copula.size()][1], 1);
        return uniforms;
    }

    private static double pearson(double spearman) {
        return 2 * StrictMath.sin(Math.PI * spearman / 6);
    }

    @Test
    void three_by_hand() {
        var copula = Copula.of(
                List.of(
                        new Correlation("z", "x", 0.5),
                        new Correlation("y", "x", -0.3),
                        new Correlation("y", "z", 0.2)),
                NAMES,
                false);
        assertThat(copula.size()).isEqualTo(3);
        assertThat(copula.isRepaired()).isFalse();
        var normals = new double[] {0.7, 0.4, -1.1, 0.9};
        var out = applied(copula, normals);
        // the lower triangle of the correlations of x, y, z
        double xy = pearson(-0.3);
        double xz = pearson(0.5);
        double yz = pearson(0.2);
        double yy = Math.sqrt(1 - xy * xy);
        double zy = (yz - xz * xy) / yy;
        double zz = Math.sqrt(1 - xz * xz - zy * zy);
        assertThat(out[0][0]).isEqualTo(Elementary.normalCdf(0.7));
        assertThat(out[1][0]).isEqualTo(Elementary.normalCdf(0.4), within(1e-15));
        assertThat(out[2][0]).isEqualTo(Elementary.normalCdf(xy * 0.4 + yy * -1.1), within(1e-14));
        assertThat(out[3][0]).isEqualTo(Elementary.normalCdf(xz * 0.4 + zy * -1.1 + zz * 0.9), within(1e-14));
    }

    /** The correlations −0.9 of each with each contradict each other; clipping the one negative eigenvalue leaves −1/2. */
    @Test
    void a_repaired_matrix_is_the_clipped_one() {
        var pairs = List.of(
                new Correlation("x", "y", -0.9), new Correlation("y", "z", -0.9), new Correlation("x", "z", -0.9));
        var copula = Copula.of(pairs, NAMES, true);
        assertThat(copula.isRepaired()).isTrue();
        var out = applied(copula, 0, 0.4, -1.1, 0.9);
        double y = -0.5 * 0.4 + Math.sqrt(0.75) * -1.1;
        assertThat(out[1][0]).isEqualTo(Elementary.normalCdf(0.4), within(1e-14));
        assertThat(out[2][0]).isEqualTo(Elementary.normalCdf(y), within(1e-12));
        // the sum of the three is 0 in every draw
        assertThat(out[3][0]).isEqualTo(Elementary.normalCdf(-0.4 - y), within(1e-8));
    }

    @Test
    void the_ends_stay_inside() {
        var copula = Copula.of(List.of(new Correlation("w", "x", 0.99)), NAMES, false);
        for (double end : new double[] {-40, 40}) {
            var uniforms = new double[][] {
                {end < 0 ? Double.MIN_NORMAL : 1 - 0x1p-53}, {end < 0 ? Double.MIN_NORMAL : 1 - 0x1p-53}, {0.5}, {0.5}
            };
            copula.apply(uniforms, new double[2][1], 1);
            assertThat(uniforms[1][0]).isGreaterThan(0).isLessThan(1);
        }
    }

    @Test
    void without_correlations_nothing_changes() {
        var copula = Copula.of(List.of(), NAMES, false);
        assertThat(copula.size()).isZero();
        assertThat(copula.isRepaired()).isFalse();
        var uniforms = new double[][] {{0.1}, {0.2}, {0.3}, {0.4}};
        copula.apply(uniforms, new double[0][1], 1);
        assertThat(uniforms).isDeepEqualTo(new double[][] {{0.1}, {0.2}, {0.3}, {0.4}});
    }
}
