package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.weighting.Ahp.Aggregation;
import org.dataassay.valuation.weighting.Ahp.Options;
import org.dataassay.valuation.weighting.Ahp.Prioritization;
import org.dataassay.valuation.weighting.AhpFacts.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AhpTest {

    private static final Options EIGENVECTOR = Options.of(Prioritization.EIGENVECTOR, RandomIndex.SAATY_1980);

    private static AhpWeights weights(AhpFacts facts, Options options) {
        return Ahp.of(options).evaluate(facts, CONTEXT);
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "c" + (i + 1)).toList();
    }

    private static AhpFacts one(Judgements... judgements) {
        return AhpFacts.of(
                "goal", Comparison.of("goal", names(judgements[0].matrix().size()), judgements));
    }

    /** Judgements that are exactly the ratios of these weights. */
    private static Judgements consistent(String expert, double... weights) {
        var judged = Judgements.by(expert, weights.length);
        for (int i = 0; i < weights.length; i++)
            for (int j = i + 1; j < weights.length; j++) judged = judged.of(i, j, weights[i] / weights[j]);
        return judged;
    }

    private static Judgements any(SplittableRandom random, int n) {
        var judged = Judgements.by("expert", n);
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++) {
                double times = 1 + random.nextInt(9);
                judged = random.nextBoolean() ? judged.of(i, j, times) : judged.of(j, i, times);
            }
        return judged;
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @EnumSource(Prioritization.class)
    void consistent_judgements_give_back_their_weights(Prioritization how) {
        var found = weights(one(consistent("expert", 0.4, 0.3, 0.2, 0.1)), EIGENVECTOR.withPrioritization(how));
        for (int i = 0; i < 4; i++)
            assertThat(found.weights().values().get(i)).isCloseTo((4 - i) / 10.0, within(1e-14));
        assertThat(found.consistencyRatio()).isCloseTo(0, within(1e-14));
        assertThat(found.accepted()).isTrue();
    }

    /** Weights, λ and their derivatives hold the equation that defines them. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_eigenvector_is_one(long seed) {
        var random = new SplittableRandom(seed);
        int n = 3 + random.nextInt(8);
        var found = weights(one(any(random, n)), EIGENVECTOR.withInconsistency(Ahp.Inconsistency.FLAG));
        var sheet = found.worksheet();
        var w = found.weights().values();
        double lambda = sheet.value("goal/lambdaMax");
        assertThat(lambda).isGreaterThanOrEqualTo(n - 1e-12);
        for (int i = 0; i < n; i++)
            assertThat(sheet.values("goal/weightedSum").get(i)).isCloseTo(lambda * w.get(i), within(1e-12));
    }

    /** No prioritization depends on the order in which elements are named. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_of_elements_does_not_matter(long seed) {
        var random = new SplittableRandom(seed);
        int n = 3 + random.nextInt(5);
        var judged = any(random, n);
        var reversed = Judgements.by("expert", n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (judged.stated(i, j).isPresent())
                    reversed = reversed.of(
                            n - 1 - i, n - 1 - j, judged.stated(i, j).get());
        for (var how : Prioritization.values()) {
            var a = weights(one(judged), EIGENVECTOR.withPrioritization(how));
            var b = weights(one(reversed), EIGENVECTOR.withPrioritization(how));
            for (int i = 0; i < n; i++)
                assertThat(b.weights().values().get(n - 1 - i))
                        .isCloseTo(a.weights().values().get(i), within(1e-13));
            assertThat(b.consistencyRatio()).isCloseTo(a.consistencyRatio(), within(1e-12));
        }
    }

    /** More importance of one over another never lowers its weight. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_stronger_judgement_raises_the_weight(long seed) {
        var random = new SplittableRandom(seed);
        int n = 3 + random.nextInt(5);
        var judged = consistent("expert", random.doubles(n, 0.1, 1).toArray());
        double before = judged.stated(0, 1).orElseThrow().value();
        for (var how : Prioritization.values()) {
            var options = EIGENVECTOR.withPrioritization(how);
            double weight = weights(one(judged), options).weights().of("c1");
            double more = weights(one(judged.of(0, 1, 1.2 * before)), options)
                    .weights()
                    .of("c1");
            assertThat(more).isGreaterThan(weight);
        }
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, 6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void exact_derivatives_of_what_has_no_closed_form(long seed) {
        var random = new SplittableRandom(seed);
        int n = 4 + random.nextInt(3);
        var full = any(random, n);
        var sparse = Judgements.by("expert", n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                boolean isKept = Math.abs(i - j) == 1 || random.nextInt(3) > 0;
                if (isKept && full.stated(i, j).isPresent())
                    sparse = sparse.of(i, j, full.stated(i, j).get());
            }
        var sheet = weights(one(sparse), EIGENVECTOR).worksheet();
        var cells = Stream.concat(
                        sheet.names().stream().filter(name -> name.startsWith("goal/missing/")),
                        Stream.of("consistencyRatio"))
                .toList();
        for (var cell : cells) {
            for (var partial : sheet.derivatives(cell).partials()) {
                double h = 1e-4 * partial.at();
                double above = sheet.with(partial.input(), partial.element(), partial.at() + h)
                        .value(cell);
                double below = sheet.with(partial.input(), partial.element(), partial.at() - h)
                        .value(cell);
                double difference = (above - below) / (2 * h);
                assertThat(partial.derivative())
                        .as("%s by %s", cell, partial.input())
                        .isCloseTo(
                                difference, within(1e-12 + 1e-6 * Math.max(Math.abs(difference), sheet.value(cell))));
            }
        }
    }

    /** What was not judged lies where λ_max is least: a move either way raises it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void judgements_not_made_are_the_most_consistent(long seed) {
        var random = new SplittableRandom(seed);
        int n = 4 + random.nextInt(3);
        var full = any(random, n);
        var sparse = Judgements.by("expert", n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (!(Math.min(i, j) == 0 && Math.max(i, j) == n - 1)
                        && full.stated(i, j).isPresent())
                    sparse = sparse.of(i, j, full.stated(i, j).get());
        var found = weights(one(sparse), EIGENVECTOR);
        double least = found.worksheet().value("goal/lambdaMax");
        double value = found.worksheet().value("goal/missing/c1_c" + n);
        for (double factor : new double[] {0.999, 1.001}) {
            double moved = weights(one(sparse.of(0, n - 1, factor * value)), EIGENVECTOR)
                    .worksheet()
                    .value("goal/lambdaMax");
            assertThat(moved).isGreaterThan(least);
        }
        double same = weights(one(sparse.of(0, n - 1, value)), EIGENVECTOR)
                .worksheet()
                .value("goal/lambdaMax");
        assertThat(same).isCloseTo(least, within(1e-12));
    }

    @Test
    void a_consistent_matrix_is_completed_by_its_ratios() {
        var chain = Judgements.by("expert", 4).of(0, 1, 2).of(1, 2, 3).of(2, 3, 0.5);
        var found = weights(one(chain), EIGENVECTOR);
        assertThat(found.worksheet().value("goal/missing/c1_c3")).isCloseTo(6, within(1e-10));
        assertThat(found.worksheet().value("goal/missing/c1_c4")).isCloseTo(3, within(1e-10));
        assertThat(found.consistencyRatio()).isCloseTo(0, within(1e-12));
        assertThat(found.notes()).contains(Note.of(Note.Kind.LIMIT, "judgements-missing", "goal by expert: 3"));
    }

    private static AhpFacts hierarchy() {
        return AhpFacts.of(
                "goal",
                Comparison.of("goal", List.of("benefit", "risk"), consistent("expert", 0.75, 0.25)),
                Comparison.of(
                        "benefit",
                        List.of("x", "y", "z"),
                        Judgements.by("expert", 3).of(0, 1, 2).of(0, 2, 4).of(1, 2, 3)),
                Comparison.of(
                        "risk",
                        List.of("x", "y", "z"),
                        Judgements.by("expert", 3).of(1, 0, 3).of(2, 0, 5).of(2, 1, 1)));
    }

    @Test
    void alternatives_below_several_criteria_add_up() {
        var found = weights(hierarchy(), EIGENVECTOR);
        var sheet = found.worksheet();
        assertThat(found.weights().names()).containsExactly("x", "y", "z");
        for (int i = 0; i < 3; i++)
            assertThat(found.weights().values().get(i))
                    .isCloseTo(
                            0.75 * sheet.values("benefit/weight").get(i)
                                    + 0.25 * sheet.values("risk/weight").get(i),
                            within(1e-15));
        assertThat(found.criteria()).extracting(AhpWeights.Criterion::name).containsExactly("benefit", "risk");
        double benefit = sheet.value("benefit/consistencyIndex");
        double risk = sheet.value("risk/consistencyIndex");
        double total = (0.75 * benefit + 0.25 * risk) / 0.58;
        assertThat(found.consistencyRatio()).isCloseTo(total, within(1e-15));
        assertThat(weights(hierarchy(), EIGENVECTOR.withTotalConsistency(Ahp.TotalConsistency.WHOLE_HIERARCHY))
                        .consistencyRatio())
                .isCloseTo(total, within(1e-15)); // two criteria have no index
        assertThat(weights(hierarchy(), EIGENVECTOR.withTotalConsistency(Ahp.TotalConsistency.GREATEST))
                        .consistencyRatio())
                .isCloseTo(Math.max(benefit, risk) / 0.58, within(1e-15));
    }

    @Test
    void two_elements_are_always_consistent() {
        var found = weights(
                one(Judgements.by("expert", 2).of(0, 1, 3)),
                Options.STANDARD.withPrioritization(Prioritization.GEOMETRIC_MEAN));
        assertThat(found.weights().asMap()).isEqualTo(Map.of("c1", 0.75, "c2", 0.25));
        assertThat(found.consistencyRatio()).isZero();
    }

    @Test
    void several_experts_by_judgements_and_by_priorities() {
        var facts = one(consistent("Li", 0.5, 0.3, 0.2), consistent("Wang", 0.2, 0.2, 0.6))
                .withExperts(
                        List.of(new AhpFacts.Expert("Li", number(0.75)), new AhpFacts.Expert("Wang", number(0.25))));
        var judgements = weights(facts, EIGENVECTOR);
        double[] products = new double[3];
        double[] li = {0.5, 0.3, 0.2};
        double[] wang = {0.2, 0.2, 0.6};
        double sum = 0;
        for (int i = 0; i < 3; i++) sum += products[i] = StrictMath.pow(li[i], 0.75) * StrictMath.pow(wang[i], 0.25);
        var priorities = weights(facts, EIGENVECTOR.withAggregation(Aggregation.PRIORITIES));
        for (int i = 0; i < 3; i++) {
            assertThat(judgements.weights().values().get(i)).isCloseTo(products[i] / sum, within(1e-14));
            assertThat(priorities.weights().values().get(i)).isCloseTo(0.75 * li[i] + 0.25 * wang[i], within(1e-14));
        }
        // Wang puts the third first, as nobody else does: of three pairs one is as in the group, one reversed, one a
        // tie
        var wangs = judgements.experts().get(1);
        assertThat(wangs.order().first()).containsExactly("c3");
        assertThat(wangs.kendallTau().orElseThrow())
                .isCloseTo(
                        wangs.order()
                                .kendallTau(RankOrder.of("group", judgements.weights()))
                                .orElseThrow(),
                        within(0.0));
        assertThat(judgements.experts().get(0).weights().of("c1")).isCloseTo(0.5, within(1e-14));
        assertThat(judgements.matrices()).hasSize(3);
        assertThat(priorities.matrices()).hasSize(2);
    }

    @Test
    void experts_without_weights_count_the_same_and_this_is_told() {
        var found = weights(one(consistent("Li", 0.5, 0.3, 0.2), consistent("Wang", 0.3, 0.5, 0.2)), EIGENVECTOR);
        assertThat(found.weights().of("c1")).isCloseTo(found.weights().of("c2"), within(1e-15));
        assertThat(found.notes()).extracting(Note::code).contains("experts-weigh-the-same");
    }

    private static final Judgements CIRCLE =
            Judgements.by("expert", 3).of(0, 1, 5).of(1, 2, 5).of(2, 0, 5);

    @Test
    void a_circle_of_preferences_is_flagged_or_refused() {
        var found = weights(one(CIRCLE), EIGENVECTOR);
        assertThat(found.accepted()).isFalse();
        assertThat(found.notes()).extracting(Note::code).contains("judgements-inconsistent");
        assertThatThrownBy(() -> weights(one(CIRCLE), EIGENVECTOR.withInconsistency(Ahp.Inconsistency.REFUSE)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("goal/accepted: it must hold that consistencyRatio < ")
                .hasMessageEndingWith("Ask the expert to review the judgements that contradict each other.");
    }

    @Test
    void the_limit_itself_passes_by_option() {
        double ratio = weights(hierarchy(), EIGENVECTOR).matrices().get(1).ratio();
        assertThat(EIGENVECTOR
                        .withConsistencyLimit(ratio, Ahp.Acceptance.BELOW_LIMIT)
                        .accepts(ratio))
                .isFalse();
        assertThat(EIGENVECTOR
                        .withConsistencyLimit(ratio, Ahp.Acceptance.AT_MOST_LIMIT)
                        .accepts(ratio))
                .isTrue();
    }

    @Test
    void tables_of_random_indices_are_as_printed() {
        assertThat(RandomIndex.SAATY_1980.of(12).orElseThrow()).isEqualTo(1.48);
        assertThat(RandomIndex.CHINESE_PRACTICE.of(15).orElseThrow()).isEqualTo(1.59);
        assertThat(RandomIndex.SAATY_TRAN_2007.of(8).orElseThrow()).isEqualTo(1.4048);
        assertThat(RandomIndex.SAATY_TRAN_2007.of(9)).isEmpty();
        assertThat(RandomIndex.DONEGAN_DODD.of(5).orElseThrow()).isEqualTo(1.0591);
        assertThat(RandomIndex.SAATY_2005.of(10).orElseThrow()).isEqualTo(1.49);
        assertThatThrownBy(() -> weights(
                        one(consistent("expert", 1, 2, 3, 4, 5, 6)),
                        EIGENVECTOR.withRandomIndex(RandomIndex.DONEGAN_DODD)))
                .hasMessage(
                        "elements must be 3 to 5 elements for the random index DONEGAN_DODD, but was 6. Choose a table that reaches 6, or group the elements below criteria of their own.");
    }

    @Test
    void conventions_must_be_stated() {
        assertThatThrownBy(() -> weights(one(CIRCLE), Options.STANDARD))
                .hasMessageStartingWith("options.prioritization is missing. Say how weights are found");
        assertThatThrownBy(() -> weights(one(CIRCLE), Options.STANDARD.withPrioritization(Prioritization.COLUMN_MEAN)))
                .hasMessageStartingWith("options.randomIndex is missing. Say which table");
    }

    @Test
    void uncertain_judgements_move_the_weights() {
        var drawn = CIRCLE.of(0, 1, Input.of(5.0).distributed(new Distribution.Triangular(2, 5, 9)));
        var sheet = weights(one(drawn), EIGENVECTOR).worksheet();
        var spread = sheet.simulate(Simulation.of(1).withDraws(4096)).of("consistencyRatio");
        assertThat(spread.standardDeviation()).isPositive();
        var below = CIRCLE.of(0, 1, Input.of(5.0).distributed(new Distribution.Normal(5, 0.5)));
        assertThat(weights(one(below), EIGENVECTOR)
                        .worksheet()
                        .simulate(Simulation.of(1).withDraws(4096))
                        .rejected())
                .isZero();
    }

    @Test
    void what_is_wrong_is_named() {
        assertThatThrownBy(() -> Judgements.by("expert", 2).of(0, 1, 0))
                .hasMessage(
                        "matrix[0][1] must be above 0, but was 0. Say how many times as important the row is as the column: 3, or 0.3333333 the other way round. Leave it null where no judgement was made.");
        assertThatThrownBy(() -> Judgements.matrix("expert", List.of(List.of(2.0, 3.0), List.of(0.3, 1.0))))
                .hasMessage(
                        "matrix[0][0] must be 1, as every element against itself, but was 2. Leave the diagonal out.");
        assertThatThrownBy(() -> weights(
                        one(Judgements.matrix("expert", List.of(List.of(1.0, 3.0), List.of(0.5, 1.0)))), EIGENVECTOR))
                .hasMessage(
                        "comparisons[0].judgements[0].matrix[1][0] (c2 over c1, by expert) must be the reciprocal of 3, to within 0.005, but was 0.5. Give 0.3333333333333333, or leave it null: it follows.");
        assertThatThrownBy(() -> one(Judgements.by("Li", 4).of(0, 2, 3).of(1, 3, 2)))
                .hasMessage(
                        "judgements[0].matrix does not fit: Li compared nothing between {c1, c3} and {c2, c4}. Add a judgement that connects them.");
        assertThatThrownBy(() -> AhpFacts.of(
                        "goal",
                        Comparison.of(
                                "goals",
                                List.of("a", "b"),
                                Judgements.by("Li", 2).of(0, 1, 1))))
                .hasMessageStartingWith("comparisons[0].under names 'goals', which is not known.");
        assertThatThrownBy(() -> AhpFacts.of(
                        "goal",
                        Comparison.of(
                                "goal",
                                List.of("a", "b"),
                                Judgements.by("Li", 2).of(0, 1, 1)),
                        Comparison.of(
                                "a", List.of("a", "c"), Judgements.by("Wang", 2).of(0, 1, 1))))
                .hasMessage(
                        "comparisons[1].elements[0] does not fit: a has passed its weight on before. Give the comparison under a after all in which it is an element.\n"
                                + "comparisons[1].judgements does not fit: they are not by the experts of comparisons[0]. Every expert judges every comparison; leave single judgements out instead.");
        assertThatThrownBy(() -> one(CIRCLE).withExperts(List.of(new AhpFacts.Expert("expert", number(0.9)))))
                .hasMessage(
                        "experts must be weighted to a sum of 1, but was 0.9. Correct the weights; they are not rescaled.");
        var both = Judgements.matrix("expert", List.of(List.of(1.0, 3.0), List.of(1 / 3.0, 1.0)));
        assertThatThrownBy(() -> both.of(0, 1, Input.of(3.0).distributed(new Distribution.Uniform(2, 4))))
                .hasMessage(
                        "matrix[0][1] must be without distribution where its reciprocal is stated too, but was drawn. Leave matrix[1][0] out: it follows.");
    }

    @Test
    void judgements_beyond_the_scale_are_told() {
        var notes =
                weights(one(consistent("expert", 0.9, 0.05, 0.05)), EIGENVECTOR).notes();
        assertThat(notes).contains(Note.of(Note.Kind.WARNING, "judgements-beyond-the-scale", "goal by expert"));
    }

    @Test
    void weights_are_handed_over_with_their_source() {
        var found = weights(one(consistent("expert", 0.5, 0.3, 0.2)), EIGENVECTOR);
        var inputs = new ArrayList<>(found.inputs());
        assertThat(inputs.get(0).source().who()).isEqualTo("weighting.ahp");
        assertThat(inputs.get(0).value()).isEqualTo(found.weights().of("c1"));
    }
}
