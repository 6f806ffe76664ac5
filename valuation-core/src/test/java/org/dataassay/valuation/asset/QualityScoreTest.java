package org.dataassay.valuation.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QualityScoreTest {

    @Test
    void a_measure_is_a_ratio_of_two_counts() {
        assertThat(Measure.of("completeness.element", 90, 100).score()).hasValue(0.9);
        var dirty = Measure.of("accuracy.dirty-data-rate", 3, 100, Measure.Direction.LOWER_IS_BETTER);
        assertThat(dirty.ratio()).hasValue(0.03);
        assertThat(dirty.score()).hasValue(0.97);
    }

    @Test
    void nothing_evaluated_is_not_applicable() {
        for (var direction : Measure.Direction.values()) {
            var measure = Measure.of("x", 0, 0, direction);
            assertThat(measure.isApplicable()).isFalse();
            assertThat(measure.ratio()).isEmpty();
            assertThat(measure.score()).isEmpty();
        }
        assertThatThrownBy(() -> Measure.of("x", 2, 1))
                .hasMessageContaining("satisfied must be from 0 to the 1 evaluated");
        assertThatThrownBy(() -> Measure.of("x", -1, -1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_dimension_is_the_mean_of_what_applies() {
        var dimension = DimensionScore.of(
                "accuracy", 2, List.of(Measure.of("a", 9, 10), Measure.of("b", 1, 2), Measure.of("c", 0, 0)));
        assertThat(dimension.score()).hasValue(0.7); // (0.9 + 0.5) / 2
        assertThat(DimensionScore.of("accuracy", 1, List.of(Measure.of("c", 0, 0)))
                        .isMeasured())
                .isFalse();
        assertThatThrownBy(
                        () -> new DimensionScore("accuracy", OptionalDouble.of(1), 1, List.of(Measure.of("c", 0, 0))))
                .hasMessageContaining("unmeasured is not perfect");
    }

    /** Measured 0.9 of weight 0.5 and 0.6 of weight 0.3; weight 0.2 unknown: score 0.63/0.8, low 0.63, high 0.83. */
    @Test
    void what_was_not_measured_widens_the_range() {
        var score = QualityScore.of(List.of(
                new DimensionScore("completeness", OptionalDouble.of(0.9), 0.5, List.of()),
                new DimensionScore("accuracy", OptionalDouble.of(0.6), 0.3, List.of()),
                DimensionScore.unmeasured("timeliness", 0.2)));
        assertThat(score.score()).isCloseTo(0.7875, within(1e-15));
        assertThat(score.low()).isCloseTo(0.63, within(1e-15));
        assertThat(score.high()).isCloseTo(0.83, within(1e-15));
        assertThat(score.unmeasured()).containsExactly("timeliness");
    }

    @Test
    void nothing_measured_is_not_applicable() {
        assertThatThrownBy(() -> QualityScore.of(List.of(DimensionScore.unmeasured("accuracy", 1))))
                .isInstanceOf(NotApplicableException.class);
        assertThatThrownBy(() -> QualityScore.of(List.of())).isInstanceOf(NotApplicableException.class);
        assertThatThrownBy(() ->
                        QualityScore.of(List.of(new DimensionScore("accuracy", OptionalDouble.of(1), 0, List.of()))))
                .isInstanceOf(NotApplicableException.class);
    }

    @Test
    void refuses_a_dimension_twice_and_numbers_out_of_range() {
        var accuracy = new DimensionScore("accuracy", OptionalDouble.of(1), 1, List.of());
        assertThatThrownBy(() -> QualityScore.of(List.of(accuracy, accuracy)))
                .hasMessageContaining("dimensions[1] is used twice");
        assertThatThrownBy(() -> new DimensionScore("accuracy", OptionalDouble.of(95), Double.NaN, List.of()))
                .hasMessageContaining("Did you mean 0.95 (95%)?")
                .hasMessageContaining("weight must be at least 0");
        assertThatThrownBy(() -> new QualityScore(0.5, 0.6, 0.7, List.of()))
                .hasMessageContaining("between low and high");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void measuring_more_never_widens_the_range(long seed) {
        var random = new SplittableRandom(seed);
        var dimensions = new ArrayList<DimensionScore>();
        int count = random.nextInt(1, 9);
        for (int i = 0; i < count; i++) {
            double weight = random.nextDouble(0.01, 5);
            boolean measured = i == 0 || random.nextBoolean();
            dimensions.add(
                    measured
                            ? new DimensionScore(
                                    "d" + i, OptionalDouble.of(random.nextInt(11) / 10.0), weight, List.of())
                            : DimensionScore.unmeasured("d" + i, weight));
        }
        var score = QualityScore.of(dimensions);
        assertThat(score.score()).isBetween(score.low(), score.high());
        assertThat(score.low()).isBetween(0.0, 1.0);
        assertThat(score.high()).isBetween(0.0, 1.0);
        if (score.unmeasured().isEmpty()) assertThat(score.high() - score.low()).isCloseTo(0, within(1e-12));
        for (int i = 0; i < count; i++) {
            if (dimensions.get(i).isMeasured()) continue;
            var more = new ArrayList<>(dimensions);
            more.set(
                    i,
                    new DimensionScore(
                            "d" + i,
                            OptionalDouble.of(random.nextDouble()),
                            dimensions.get(i).weight(),
                            List.of()));
            var better = QualityScore.of(more);
            assertThat(better.low()).isGreaterThanOrEqualTo(score.low() - 1e-12);
            assertThat(better.high()).isLessThanOrEqualTo(score.high() + 1e-12);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
