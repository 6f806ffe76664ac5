package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.weighting.GreyRelational.Degree;
import org.dataassay.valuation.weighting.GreyRelational.Normalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GreyRelationalTest {

    private static final GreyRelational.Options PLAIN =
            GreyRelational.Options.STANDARD.withNormalization(Normalization.NONE);
    private static final GreyRelational ABSOLUTE = new GreyRelational(PLAIN.withDegree(Degree.ABSOLUTE));

    private static Ranking rank(GreyRelational.Options options, GreyFacts facts) {
        return new GreyRelational(options).evaluate(facts, CONTEXT);
    }

    private static double score(Ranking ranking, int alternative) {
        return ranking.place("A" + alternative).score();
    }

    @Test
    void published_case() {
        var published = PublishedCase.of("weighting.grey-relational", "yildirim-onder-2015");
        var matrix = Matrices.of(published);
        var weights = published.inputs("weights").stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        var ranking = rank(
                GreyRelational.Options.STANDARD, new GreyFacts(matrix, List.of(), Matrices.named(matrix, weights)));
        var exact = PublishedCase.numbers(published.expected().get("exact").get("degrees"));
        for (int i = 0; i < exact.size(); i++)
            assertThat(score(ranking, i + 1)).isCloseTo(exact.get(i), within(published.exactTolerance(exact.get(i))));
        assertThat(ranking.best()).containsExactly("A2");
    }

    @Test
    void deng_by_hand_against_a_reference() {
        // reference 1, 2, 3; differences A1 1, 0, 2 and A2 0.5, 1, 0
        var matrix = Matrices.of("+++", new double[] {2, 2, 5}, new double[] {0.5, 3, 3});
        var ranking = rank(PLAIN, GreyFacts.of(matrix).withReference(Matrices.inputs(1, 2, 3)));
        assertThat(score(ranking, 1)).isCloseTo((1 / 2.0 + 1 + 1 / 3.0) / 3, within(1e-15));
        assertThat(score(ranking, 2)).isCloseTo((1 / 1.5 + 1 / 2.0 + 1) / 3, within(1e-15));
        var steeper = rank(
                PLAIN.withDistinguishingCoefficient(0.25),
                GreyFacts.of(matrix).withReference(Matrices.inputs(1, 2, 3)));
        assertThat(score(steeper, 1)).isCloseTo((0.5 / 1.5 + 1 + 0.5 / 2.5) / 3, within(1e-15));
    }

    @Test
    void the_least_difference_counts_where_the_reference_is_met_nowhere() {
        // reference 0, 0; differences A1 1, 3 and A2 2, 5: least 1, greatest 5
        var matrix = Matrices.of("++", new double[] {1, 3}, new double[] {2, 5});
        var ranking = rank(PLAIN, GreyFacts.of(matrix).withReference(Matrices.inputs(0, 0)));
        assertThat(score(ranking, 1)).isCloseTo((3.5 / 3.5 + 3.5 / 5.5) / 2, within(1e-15));
        assertThat(score(ranking, 2)).isCloseTo((3.5 / 4.5 + 3.5 / 7.5) / 2, within(1e-15));
    }

    @Test
    void sequences_by_their_first_value_or_mean() {
        var matrix = Matrices.of("++", new double[] {2, 6}, new double[] {4, 4});
        var facts = GreyFacts.of(matrix).withReference(Matrices.inputs(1, 2));
        // by the first: reference 1, 2; A1 1, 3; A2 1, 1
        var first = rank(GreyRelational.Options.STANDARD.withNormalization(Normalization.FIRST_VALUE), facts);
        assertThat(score(first, 1)).isCloseTo((1 + 0.5 / 1.5) / 2, within(1e-15));
        assertThat(first.place("A1").tied()).isTrue();
        // by the mean: reference 2/3, 4/3; A1 1/2, 3/2; A2 1, 1; differences 1/6, 1/6 and 1/3, 1/3
        var mean = rank(GreyRelational.Options.STANDARD.withNormalization(Normalization.MEAN), facts);
        assertThat(score(mean, 1)).isCloseTo(1, within(1e-14));
        assertThat(score(mean, 2)).isCloseTo((1 / 6.0 + 1 / 6.0) / (1 / 3.0 + 1 / 6.0), within(1e-14));
    }

    @Test
    void the_absolute_degree_takes_the_first_value_off() {
        // reference 10, 9, 15, 14, 14, 16 from its first: −1, 5, 4, 4, 6: s0 = −1+5+4+4+3 = 15
        // A1 46, 70, 81, 90, 95, 99 from its first: 24, 35, 44, 49, 53: s1 = 24+35+44+49+26.5 = 178.5
        var matrix = Matrices.of("++++++", new double[] {46, 70, 81, 90, 95, 99}, new double[] {10, 9, 15, 14, 14, 16});
        var facts = GreyFacts.of(matrix).withReference(Matrices.inputs(10, 9, 15, 14, 14, 16));
        var ranking = ABSOLUTE.evaluate(facts, CONTEXT);
        assertThat(score(ranking, 1)).isCloseTo((1 + 15 + 178.5) / (1 + 15 + 178.5 + 163.5), within(1e-15));
        assertThat(score(ranking, 2)).isEqualTo(1);
        // Taking the previous value off instead gives steps −1, 6, −1, 0, 2 and 24, 11, 9, 5, 4.
        double s0 = -1 + 6 - 1 + 0 + 1;
        double s1 = 24 + 11 + 9 + 5 + 2;
        assertThat(score(ranking, 1)).isNotCloseTo((1 + s0 + s1) / (1 + s0 + s1 + (s1 - s0)), within(0.005));
        assertThat(ranking.notes()).noneMatch(note -> note.code().equals("relative-to-alternatives"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 80);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void degrees_are_shares_whatever_the_order(long seed) {
        var random = new SplittableRandom(seed);
        var matrix = Matrices.any(random);
        var weights = Matrices.anyWeights(matrix, random);
        for (var normalization : Normalization.values()) {
            var options = GreyRelational.Options.STANDARD.withNormalization(normalization);
            var ranking = rank(options, GreyFacts.of(Matrices.weighted(matrix, weights)));
            assertThat(ranking.places())
                    .allSatisfy(place -> assertThat(place.score()).isBetween(0.0, 1 + 1e-15));
            boolean isByFirst = normalization == Normalization.FIRST_VALUE;
            for (var other : List.of(Matrices.rotated(matrix), isByFirst ? matrix : Matrices.turned(matrix))) {
                var again = rank(options, GreyFacts.of(Matrices.weighted(other, weights)));
                for (var place : ranking.places())
                    assertThat(again.place(place.alternative()).score()).isCloseTo(place.score(), within(1e-12));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void min_max_forgets_unit_and_zero_and_the_absolute_degree_forgets_the_level(long seed) {
        var random = new SplittableRandom(seed);
        var matrix = Matrices.any(random);
        var weights = Matrices.anyWeights(matrix, random);
        var ranking = rank(GreyRelational.Options.STANDARD, GreyFacts.of(Matrices.weighted(matrix, weights)));
        var moved = Matrices.changed(matrix, 0, random.nextDouble(0.1, 10), random.nextDouble(-50, 50));
        var again = rank(GreyRelational.Options.STANDARD, GreyFacts.of(Matrices.weighted(moved, weights)));
        for (var place : ranking.places())
            assertThat(again.place(place.alternative()).score()).isCloseTo(place.score(), within(1e-10));
        var lifted = matrix;
        for (int j = 0; j < matrix.criteria().size(); j++) lifted = Matrices.changed(lifted, j, 1, 25);
        var own = ABSOLUTE.evaluate(GreyFacts.of(matrix), CONTEXT);
        var higher = ABSOLUTE.evaluate(GreyFacts.of(lifted), CONTEXT);
        for (var place : own.places())
            assertThat(higher.place(place.alternative()).score()).isCloseTo(place.score(), within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(Normalization.class)
    void the_reference_itself_has_degree_one(Normalization normalization) {
        var matrix = Matrices.of("+-+", new double[] {2, 3, 9}, new double[] {4, 1, 2}, new double[] {5, 6, 7});
        var facts = GreyFacts.of(matrix).withReference(Matrices.inputs(4, 1, 2));
        for (var degree : Degree.values()) {
            var options = GreyRelational.Options.STANDARD.withDegree(degree).withNormalization(normalization);
            assertThat(score(rank(options, facts), 2)).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void refuses_what_has_no_degree() {
        var matrix = Matrices.of("++", new double[] {1, 5}, new double[] {1, 6});
        assertThatThrownBy(() -> rank(GreyRelational.Options.STANDARD, GreyFacts.of(matrix)))
                .hasMessage("criteria/C1/spread: it must hold that greatest > least, but 1 is not > 1. "
                        + "Leave the criterion out, or do not normalize by min-max.");
        var same = Matrices.of("++", new double[] {1, 5}, new double[] {1, 5});
        assertThatThrownBy(() -> rank(PLAIN, GreyFacts.of(same)))
                .hasMessageContaining("greatestDifferenceAboveZero")
                .hasMessageContaining("Every sequence equals the reference: there is nothing to rank.");
        var zero = Matrices.of("++", new double[] {0, 5}, new double[] {1, 6});
        assertThatThrownBy(() -> rank(PLAIN.withNormalization(Normalization.FIRST_VALUE), GreyFacts.of(zero)))
                .hasMessage("sizeOfSequenceAboveZero: it must hold that sizeOfSequence > 0, but 0 is not > 0 in A1. "
                        + "A sequence is divided by it: normalize otherwise.");
    }

    @Test
    void refuses_options_and_facts_that_do_not_fit() {
        assertThatThrownBy(() -> PLAIN.withDistinguishingCoefficient(0))
                .hasMessage("distinguishingCoefficient must be above 0 and at most 1, but was 0. 0.5 is usual.");
        var matrix = Matrices.of("++", new double[] {1, 5}, new double[] {1, 6});
        assertThatThrownBy(() -> GreyFacts.of(matrix).withReference(Matrices.inputs(1)))
                .hasMessage("reference does not fit: it has 1 values but there are 2 criteria. "
                        + "Give one per criterion, in order; leave it out to compare with the ideal.");
        assertThatThrownBy(() -> new GreyFacts(
                        matrix, List.of(), Map.of("C1", Matrices.inputs(1).get(0))))
                .hasMessageContaining("Weigh C2");
        var weighted = new GreyFacts(matrix, List.of(), Matrices.named(matrix, 0.5, 0.5));
        assertThatThrownBy(() -> ABSOLUTE.evaluate(weighted, CONTEXT))
                .hasMessage("weights does not fit: the absolute degree weighs no points. "
                        + "Leave the weights out, or take the degree of Deng.");
        var point = Matrices.of("+", new double[] {1}, new double[] {2});
        assertThatThrownBy(() -> ABSOLUTE.evaluate(GreyFacts.of(point), CONTEXT))
                .hasMessageContaining("criteria must be 2 at least, but was 1. A shape needs two points.");
    }
}
