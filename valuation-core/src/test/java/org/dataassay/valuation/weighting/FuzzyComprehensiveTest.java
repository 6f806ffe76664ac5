package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.weighting.FuzzyComprehensive.BetweenLevels;
import org.dataassay.valuation.weighting.FuzzyComprehensive.Decision;
import org.dataassay.valuation.weighting.FuzzyComprehensive.Operator;
import org.dataassay.valuation.weighting.FuzzyFacts.Factor;
import org.dataassay.valuation.weighting.FuzzyFacts.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FuzzyComprehensiveTest {

    private static final List<Grade> THREE = List.of(Grade.of("good", 90), Grade.of("fair", 70), Grade.of("poor", 40));

    /** a = 0.5, 0.3, 0.2. */
    private static final FuzzyFacts PLAIN = new FuzzyFacts(
            THREE,
            List.of(
                    Factor.judged("accuracy", 0.5, List.of(0.2, 0.45, 0.35)),
                    Factor.judged("coverage", 0.3, List.of(0.9, 0.0, 0.1)),
                    Factor.judged("timeliness", 0.2, List.of(0.1, 0.6, 0.3))));

    private static FuzzyGrades by(Operator operator, FuzzyFacts facts) {
        return new FuzzyComprehensive(FuzzyComprehensive.Options.STANDARD.withOperator(operator))
                .evaluate(facts, CONTEXT);
    }

    private static List<Double> memberships(FuzzyGrades found) {
        return found.grades().stream().map(FuzzyGrades.Membership::membership).toList();
    }

    private static void assertClose(List<Double> found, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (int j = 0; j < expected.length; j++) assertThat(found.get(j)).isCloseTo(expected[j], within(1e-12));
    }

    @Test
    void published_case() {
        var published = PublishedCase.of("weighting.fuzzy-comprehensive", "F1");
        var weights = published.inputs("weights");
        var rows = published.inputs().get("membership");
        var names = List.of("excellent", "good", "fair", "pass", "poor");
        var facts = new FuzzyFacts(
                names.stream().map(Grade::of).toList(),
                IntStream.range(0, weights.size())
                        .mapToObj(i -> Factor.judged("u" + i, weights.get(i), PublishedCase.numbers(rows.get(i))))
                        .toList());
        var found = by(Operator.WEIGHTED_AVERAGE, facts);
        assertClose(
                memberships(found),
                PublishedCase.numbers(published.expected().get("exact").get("membership")).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        assertThat(found.decided())
                .containsExactly(names.get(
                        published.expected().get("exact").get("gradeIndex").asInt()));
        assertThat(found.score()).isEmpty();
    }

    @Test
    void four_operators_by_hand() {
        assertClose(memberships(by(Operator.MIN_MAX, PLAIN)), 0.3, 0.45, 0.35);
        assertClose(memberships(by(Operator.PRODUCT_MAX, PLAIN)), 0.27, 0.225, 0.175);
        assertClose(memberships(by(Operator.MIN_SUM, PLAIN)), 0.2 + 0.3 + 0.1, 0.45 + 0 + 0.2, 0.35 + 0.1 + 0.2);
        assertClose(memberships(by(Operator.WEIGHTED_AVERAGE, PLAIN)), 0.39, 0.345, 0.265);
    }

    @Test
    void the_operator_can_change_the_winner_and_a_note_tells() {
        var average = by(Operator.WEIGHTED_AVERAGE, PLAIN);
        assertThat(average.decided()).containsExactly("good");
        assertThat(by(Operator.MIN_MAX, PLAIN).decided()).containsExactly("fair");
        assertThat(by(Operator.MIN_SUM, PLAIN).decided()).containsExactly("fair", "poor");
        assertThat(average.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("operators-differ");
            assertThat(note.text()).isEqualTo("M(·,⊕): good; M(∧,∨): fair; M(·,∨): good; M(∧,⊕): fair = poor");
        });
        var clear = new FuzzyFacts(THREE, List.of(Factor.judged("accuracy", 1, List.of(0.8, 0.1, 0.1))));
        assertThat(by(Operator.MIN_MAX, clear).notes())
                .anyMatch(note -> note.code().equals("operators-agree"));
    }

    @Test
    void a_score_averages_the_grades() {
        var found = new FuzzyComprehensive(FuzzyComprehensive.Options.STANDARD.withDecision(Decision.SCORE))
                .evaluate(PLAIN, CONTEXT);
        assertThat(found.worksheet().result()).isEqualTo("score");
        assertThat(found.score().orElseThrow()).isCloseTo(0.39 * 90 + 0.345 * 70 + 0.265 * 40, within(1e-12));
        var least = by(Operator.MIN_MAX, PLAIN);
        assertThat(least.score().orElseThrow()).isCloseTo((0.3 * 90 + 0.45 * 70 + 0.35 * 40) / 1.1, within(1e-12));
        assertThat(least.worksheet().result()).isEqualTo("lead");
    }

    @Test
    void levels_are_composed_from_below() {
        var quality = Factor.of(
                "quality",
                0.6,
                List.of(
                        Factor.judged("accuracy", 0.7, List.of(0.5, 0.5, 0.0)),
                        Factor.judged("coverage", 0.3, List.of(0.0, 0.2, 0.8))));
        var facts = new FuzzyFacts(THREE, List.of(quality, Factor.judged("use", 0.4, List.of(0.1, 0.9, 0.0))));
        // quality by the average: 0.35, 0.41, 0.24
        assertClose(
                memberships(by(Operator.WEIGHTED_AVERAGE, facts)), 0.6 * 0.35 + 0.04, 0.6 * 0.41 + 0.36, 0.6 * 0.24);
        // quality by M(∧,∨): 0.5, 0.5, 0.3 of sum 1.3
        var rescaled = by(Operator.MIN_MAX, facts);
        assertClose(memberships(rescaled), 0.5 / 1.3, 0.4, 0.3 / 1.3);
        var asComposed = new FuzzyComprehensive(FuzzyComprehensive.Options.STANDARD
                        .withOperator(Operator.MIN_MAX)
                        .withBetweenLevels(BetweenLevels.AS_COMPOSED))
                .evaluate(facts, CONTEXT);
        assertClose(memberships(asComposed), 0.5, 0.5, 0.3);
        assertThat(asComposed.decided()).containsExactly("good", "fair");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static FuzzyFacts any(SplittableRandom random) {
        int n = random.nextInt(1, 6);
        var weights = shares(random, n);
        var factors = new ArrayList<Factor>();
        for (int i = 0; i < n; i++) factors.add(Factor.judged("u" + i, weights.get(i), shares(random, 3)));
        return new FuzzyFacts(THREE, factors);
    }

    private static List<Double> shares(SplittableRandom random, int n) {
        var raw = random.doubles(n, 0.01, 1).toArray();
        double sum = 0;
        for (double x : raw) sum += x;
        var shares = new ArrayList<Double>();
        for (double x : raw) shares.add(x / sum);
        return shares;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void operators_are_ordered_and_memberships_are_shares(long seed) {
        var facts = any(new SplittableRandom(seed));
        var found = new ArrayList<List<Double>>();
        for (var operator : Operator.values()) found.add(memberships(by(operator, facts)));
        for (int j = 0; j < 3; j++) {
            int grade = j;
            assertThat(found).allSatisfy(b -> assertThat(b.get(grade)).isBetween(0.0, 1 + 1e-15));
            // product ≤ least, greatest ≤ sum
            assertThat(found.get(1).get(j)).isLessThanOrEqualTo(found.get(0).get(j) + 1e-15);
            assertThat(found.get(1).get(j)).isLessThanOrEqualTo(found.get(3).get(j) + 1e-15);
            assertThat(found.get(0).get(j)).isLessThanOrEqualTo(found.get(2).get(j) + 1e-15);
            assertThat(found.get(3).get(j)).isLessThanOrEqualTo(found.get(2).get(j) + 1e-15);
        }
        assertThat(found.get(3).stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-14));
        var turned = new ArrayList<>(facts.factors());
        turned.add(turned.remove(0));
        for (var operator : Operator.values()) {
            var again = memberships(by(operator, new FuzzyFacts(THREE, turned)));
            for (int j = 0; j < 3; j++)
                assertThat(again.get(j)).isCloseTo(found.get(operator.ordinal()).get(j), within(1e-14));
        }
    }

    @Test
    void drawn_weights_and_memberships_keep_their_sums() {
        var uncertain = new Factor(
                "accuracy",
                number(0.5).distributed(new Distribution.Uniform(0.3, 0.9)),
                List.of(number(0.4).distributed(new Distribution.Uniform(0, 1)), number(0.4), number(0.2)),
                List.of());
        var facts = new FuzzyFacts(THREE, List.of(uncertain, Factor.judged("coverage", 0.5, List.of(0.3, 0.4, 0.3))));
        var worksheet = by(Operator.WEIGHTED_AVERAGE, facts).worksheet();
        var moved = worksheet
                .with("factors/accuracy/judgedWeight", Optional.empty(), 1.5)
                .with("factors/accuracy/judgedMembership", Optional.of("good"), 0.9);
        assertThat(moved.value("factors/accuracy/weight")).isCloseTo(0.75, within(1e-15));
        assertThat(moved.values("factors/accuracy/membership").get(0)).isCloseTo(0.6, within(1e-15));
        assertThat(moved.values("membership").stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-15));
        var drawn = worksheet.simulate(
                Simulation.of(5).withDraws(4096), List.of("comesFirst/good", "comesFirst/fair", "comesFirst/poor"));
        assertThat(drawn.rejected()).isZero();
        assertThat(drawn.of("comesFirst/good").mean()
                        + drawn.of("comesFirst/fair").mean()
                        + drawn.of("comesFirst/poor").mean())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void rows_that_are_no_whole_are_refused() {
        assertThatThrownBy(() -> Factor.judged("accuracy", 0.5, List.of(0.5, 0.4, 0.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("membership must be in sum 1, but was 0.9. "
                        + "Every judge of accuracy is in one grade: divide counts by the number of judges.");
        assertThatThrownBy(() -> Factor.judged("accuracy", 1.5, List.of(5.0, 4.0, 1.0)))
                .hasMessageContaining("weight must be in [0, 1] as a decimal, but was 1.5.")
                .hasMessageContaining(
                        "membership[0] must be in [0, 1] as a decimal, but was 5. Did you mean 0.05 (5%)?")
                .hasMessageContaining("membership must be in sum 1, but was 10.");
        assertThatThrownBy(() -> Factor.judged("accuracy", 0.5, List.of()))
                .hasMessage("membership does not fit: accuracy has neither memberships nor factors. "
                        + "Judge the factor by its membership in each grade, or break it into factors.");
        var one = Factor.judged("accuracy", 0.5, List.of(1.0, 0.0, 0.0));
        assertThatThrownBy(() -> new FuzzyFacts(THREE, List.of(one, one)))
                .hasMessage("factors[1].name is used twice: accuracy. Name each once.");
        assertThatThrownBy(() -> new FuzzyFacts(THREE, List.of(one)))
                .hasMessage("factors must be weighted to a sum of 1, but was 0.5. "
                        + "Correct the weights; they are not rescaled.");
        assertThatThrownBy(() -> new FuzzyFacts(THREE, List.of(Factor.judged("accuracy", 1, List.of(0.5, 0.5)))))
                .hasMessage("membership of accuracy must be one number per grade, 3, but was 2. "
                        + "Give 0 where nobody chose a grade.");
        assertThatThrownBy(() -> new FuzzyFacts(List.of(Grade.of("good")), List.of()))
                .hasMessageContaining("grades must be 2 to 20, but was 1.")
                .hasMessageContaining("factors must be 1 to 200, but was 0. State what is judged.");
    }

    @Test
    void a_score_needs_scores() {
        var facts = new FuzzyFacts(
                List.of(Grade.of("good"), Grade.of("poor")), List.of(Factor.judged("u", 1, List.of(0.4, 0.6))));
        assertThatThrownBy(
                        () -> new FuzzyComprehensive(FuzzyComprehensive.Options.STANDARD.withDecision(Decision.SCORE))
                                .evaluate(facts, CONTEXT))
                .hasMessage("grades is missing. The decision is by score: give each grade its score.");
    }

    @Test
    void levels_are_bounded() {
        var factor = Factor.judged("u", 1, List.of(0.4, 0.6, 0.0));
        for (int level = 0; level < 5; level++) factor = Factor.of("u", 1, List.of(factor));
        var deep = factor;
        assertThatThrownBy(() -> new FuzzyFacts(THREE, List.of(deep)))
                .hasMessageContaining("factors must be at most 5 levels, but was 6. Merge levels.");
    }
}
