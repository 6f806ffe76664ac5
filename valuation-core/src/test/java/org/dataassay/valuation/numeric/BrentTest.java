package org.dataassay.valuation.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside the solver of Commons Math, which follows the same chapter. */
class BrentTest {

    private static final double TOLERANCE = 1e-14;

    static Stream<Arguments> functions() {
        return Stream.of(
                function("cubic", x -> x * x * x - 2 * x - 5, 2, 3),
                function("cubic, wide", x -> x * x * x - 2 * x - 5, -4, 30),
                function("exponential", x -> StrictMath.exp(x) - 3, -2, 8),
                function("annuity", r -> 100 - 10 * (1 - StrictMath.pow(1 + r, -15)) / r, 1e-6, 1),
                function("logarithm", x -> StrictMath.log(x) + 2, 1e-3, 9),
                function("flat", x -> StrictMath.pow(x - 0.3, 5), -1, 4.2),
                function("step-like", x -> StrictMath.atan(50 * (x - 0.7)), -3, 11),
                function("linear", x -> 3 * x - 1, -5, 5),
                function("cosine", x -> StrictMath.cos(x) - x, 0, 2),
                function("ninth power", x -> StrictMath.pow(x, 9) - 0.5, 0, 3),
                function("falling", x -> 2 - x * x, 0, 9),
                function("reciprocal", x -> 1 / x - 7, 0.01, 4));
    }

    private static Arguments function(String name, DoubleUnaryOperator f, double low, double high) {
        return Arguments.of(name, f, low, high);
    }

    private record Trace(double root, List<Double> points) {}

    private static Trace trace(DoubleUnaryOperator f, double low, double high) {
        var points = new ArrayList<Double>();
        double root = Brent.root(
                x -> {
                    points.add(x);
                    return f.applyAsDouble(x);
                },
                low,
                high,
                TOLERANCE,
                Brent.MOST_ITERATIONS);
        return new Trace(root, points);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void it_needs_no_more_evaluations_than_the_peer_and_finds_the_same(
            String name, DoubleUnaryOperator f, double low, double high) {
        var peer = new BrentSolver(2.3e-16, TOLERANCE / 2, 0);
        double theirs = peer.solve(1000, f::applyAsDouble, low, high, Math.nextDown(high)); // from the same two ends
        var ours = trace(f, low, high);
        // the quintic is lost in its own rounding about the root
        assertThat(ours.root()).isCloseTo(theirs, within(name.equals("flat") ? 1e-3 : 2e-14));
        assertThat(ours.points()).hasSizeLessThanOrEqualTo(peer.getEvaluations() + 1);
        assertThat(ours.points()).allMatch(x -> x >= low && x <= high);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void the_root_is_bracketed_by_the_tolerance(String name, DoubleUnaryOperator f, double low, double high) {
        double root = trace(f, low, high).root();
        double off = TOLERANCE + 2 * Math.ulp(root);
        assertThat(Math.signum(f.applyAsDouble(root - off)) * Math.signum(f.applyAsDouble(root + off)))
                .isLessThanOrEqualTo(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void upside_down_it_takes_the_same_way(String name, DoubleUnaryOperator f, double low, double high) {
        assertThat(trace(x -> -f.applyAsDouble(x), low, high)).isEqualTo(trace(f, low, high));
    }

    @Test
    void an_end_may_be_the_root() {
        assertThat(Brent.root(x -> x - 1, 1, 2)).isEqualTo(1);
        assertThat(Brent.root(x -> x - 2, 1, 2)).isEqualTo(2);
        assertThat(Brent.root(x -> x - 1, 1, 1)).isEqualTo(1);
    }

    @Test
    void the_limits_of_its_arguments() {
        assertThat(Brent.root(x -> x - 0.5, 0, 1, 0.999, 1)).isBetween(0.0, 1.0);
        assertThatThrownBy(() -> Brent.root(x -> x, -1, 1, 1, 9)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> Brent.root(x -> x, -1, 1, -1e-300, 9)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> Brent.root(x -> x, -1, 1, 0, 0)).hasMessageContaining("iterations");
        assertThatThrownBy(() -> Brent.root(x -> x, 1, -1)).hasMessageContaining("bracket");
        assertThatThrownBy(() -> Brent.root(x -> x, -Double.MAX_VALUE, Double.MAX_VALUE))
                .hasMessageContaining("bracket");
        assertThatThrownBy(() -> Brent.root(x -> x * x * x - 2, 0, 9, 0, 3))
                .hasMessageContaining("3 iterations were not enough");
        assertThatThrownBy(() -> Brent.root(x -> x * x + 1, -1, 1)).hasMessageContaining("same sign");
        assertThatThrownBy(() -> Brent.root(x -> 1 / x, -1, 0)).hasMessageContaining("Infinity");
    }

    @Test
    void all_roots_of_a_polynomial_are_in_order_also_on_the_grid() {
        DoubleUnaryOperator f = x -> (x + 2) * (x - 0.5) * (x - 1) * (x - 3);
        assertThat(Brent.allRoots(f, -2, 3, 10)).containsExactly(-2.0, 0.5, 1.0, 3.0);
        assertThat(Brent.allRoots(f, -2.3, 3.1, 9)).hasSize(4).isSorted();
        assertThat(Brent.allRoots(x -> x - 0.25, 0, 1, 1)).containsExactly(0.25);
        assertThat(Brent.allRoots(x -> 1, 0, 1, 5)).isEmpty();
        assertThatThrownBy(() -> Brent.allRoots(f, 1, 1, 5)).hasMessageContaining("bracket");
        assertThatThrownBy(() -> Brent.allRoots(f, 0, 1, 0)).hasMessageContaining("intervals");
        assertThatThrownBy(() -> Brent.allRoots(f, -Double.MAX_VALUE, Double.MAX_VALUE, 4))
                .hasMessageContaining("bracket");
    }
}
