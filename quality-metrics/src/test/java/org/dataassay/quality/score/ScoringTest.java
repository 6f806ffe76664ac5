package org.dataassay.quality.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.score.ScoreFacts.Counted;
import org.dataassay.quality.score.ScoreFacts.Scored;
import org.dataassay.quality.score.Scoring.Dependence;
import org.dataassay.quality.score.Scoring.GradeScale;
import org.dataassay.quality.score.Scoring.GradeScale.Grade;
import org.dataassay.quality.score.Scoring.Options;
import org.dataassay.quality.score.Scoring.Sampling;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.asset.Measure.Direction;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static final Source AGREED = Source.judged("appraiser", "agreed");

    private static Counted good(String name, long count, long evaluated, double weight) {
        return new Counted(name, count, evaluated, Direction.HIGHER_IS_BETTER, Input.of(weight, AGREED));
    }

    private static Scored scored(Dimension dimension, double weight, Counted... measures) {
        return new Scored(dimension, Input.of(weight, AGREED), List.of(measures));
    }

    private static ScoredQuality find(Options options, Scored... dimensions) {
        return new Scoring(options).evaluate(new ScoreFacts(List.of(dimensions)), CONTEXT);
    }

    private static Options sample(OptionalDouble fraction, double effect) {
        return Options.STANDARD.withSampling(new Sampling.Drawn(0.95, fraction, effect, AGREED));
    }

    @Test
    void a_score_is_a_mean_of_means_and_every_loss_has_its_line() {
        var found = find(
                Options.STANDARD,
                scored(Dimension.COMPLETENESS, 3, good("a", 9, 10, 2), good("b", 6, 10, 1)),
                scored(
                        Dimension.UNIQUENESS,
                        1,
                        new Counted("c", 3, 10, Direction.LOWER_IS_BETTER, Input.of(1.0, AGREED))));
        // completeness (2 · 0.9 + 0.6) / 3 = 0.8, uniqueness 1 − 0.3 = 0.7; lost are 0.1, 0.075 and 0.05
        assertThat(found.score().score()).isCloseTo(0.775, within(1e-15));
        assertThat(found.score().low()).isEqualTo(found.score().score());
        assertThat(found.reasons())
                .extracting(r -> r.dimension().id() + " " + r.measure())
                .containsExactly("completeness b", "uniqueness c", "completeness a");
        assertThat(found.reasons().stream()
                        .mapToDouble(ScoredQuality.Reason::loss)
                        .sum())
                .isCloseTo(1 - found.score().score(), within(1e-15));
        assertThat(found.worksheet().value("completeness/score")).isCloseTo(0.8, within(1e-15));
        assertThat(found.grade()).isEmpty();
        assertThat(found.sampling()).isEmpty();
    }

    @Test
    void what_was_not_measured_widens_the_range() {
        var found = find(
                Options.STANDARD,
                scored(Dimension.COMPLETENESS, 3, good("a", 8, 10, 1)),
                scored(Dimension.TIMELINESS, 1, good("n", 0, 0, 1)),
                scored(Dimension.ACCURACY, 0, good("z", 1, 2, 1)));
        assertThat(found.score().score()).isCloseTo(0.8, within(1e-15));
        assertThat(found.score().low()).isCloseTo(0.6, within(1e-15));
        assertThat(found.score().high()).isCloseTo(0.6 + 0.25, within(1e-15));
        assertThat(found.score().unmeasured()).containsExactly("timeliness");
        assertThat(found.score().dimensions().get(2).score()).hasValue(0.5);
        assertThat(found.notes())
                .extracting(n -> n.code())
                .contains("dimensions-not-measured", "dimensions-without-weight");
    }

    /** One measure: Wilson's interval. Newcombe 1998, Statistics in Medicine 17, page 861: 81 of 263 is 0.2553 to 0.3662, 15 of 148 is 0.0624 to 0.1605, 0 of 20 is 0 to 0.1611. */
    @Test
    void one_measure_has_wilsons_interval() {
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
    }

    private static void assertInterval(long count, long of, double low, double high) {
        var found = find(sample(OptionalDouble.empty(), 1), scored(Dimension.VALIDITY, 1, good("x", count, of, 1)));
        assertThat(found.sampling().orElseThrow().low()).isCloseTo(low, within(5e-5));
        assertThat(found.sampling().orElseThrow().high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void a_whole_population_has_no_sampling_error_and_clusters_have_more() {
        var measure = scored(Dimension.VALIDITY, 1, good("x", 80, 100, 1));
        var whole = find(sample(OptionalDouble.of(1), 1), measure).sampling().orElseThrow();
        assertThat(whole.low()).isCloseTo(0.8, within(1e-12));
        assertThat(whole.high()).isCloseTo(0.8, within(1e-12));
        var half = find(sample(OptionalDouble.of(0.5), 1), measure).sampling().orElseThrow();
        var plain = find(sample(OptionalDouble.empty(), 1), measure).sampling().orElseThrow();
        var clustered =
                find(sample(OptionalDouble.empty(), 3), measure).sampling().orElseThrow();
        assertThat(half.high() - half.low()).isLessThan(plain.high() - plain.low());
        assertThat(clustered.high() - clustered.low()).isGreaterThan(plain.high() - plain.low());
        // half of the population: as if twice as many had been drawn from a large one
        var twice = find(sample(OptionalDouble.empty(), 1), scored(Dimension.VALIDITY, 1, good("x", 160, 200, 1)))
                .sampling()
                .orElseThrow();
        assertThat(half.low()).isCloseTo(twice.low(), within(1e-14));
    }

    @Test
    void errors_go_together_at_worst() {
        var dimensions = new Scored[] {
            scored(Dimension.VALIDITY, 1, good("x", 80, 100, 1), good("y", 50, 100, 1)),
            scored(Dimension.COMPLETENESS, 1, good("z", 90, 100, 1))
        };
        var apart =
                find(sample(OptionalDouble.empty(), 1), dimensions).sampling().orElseThrow();
        var together = find(sample(OptionalDouble.empty(), 1).withDependence(Dependence.TOGETHER), dimensions)
                .sampling()
                .orElseThrow();
        assertThat(together.low()).isLessThan(apart.low());
        assertThat(together.high()).isGreaterThan(apart.high());
    }

    /** Over 4 000 samples of 200 of 1 000 rows the interval holds the true score nearly as often as it says; standard error 0.0034. */
    @Test
    void the_interval_covers_what_it_says() {
        var random = new SplittableRandom(20251231);
        int covered = 0;
        int trials = 4000;
        for (int trial = 0; trial < trials; trial++) {
            int left = 1000;
            int goodLeft = 850;
            int found = 0;
            for (int i = 0; i < 200; i++) {
                if (random.nextInt(left--) < goodLeft) {
                    goodLeft--;
                    found++;
                }
            }
            double v = 0.8 / 200;
            double x = found / 200.0;
            double z = 1.959963984540054;
            double centre = (x + z * z * v / 2) / (1 + z * z * v);
            double half = z * Math.sqrt(x * (1 - x) * v + z * z * v * v / 4) / (1 + z * z * v);
            if (centre - half <= 0.85 && 0.85 <= centre + half) covered++;
            if (trial == 0) {
                var interval = find(
                                sample(OptionalDouble.of(0.2), 1),
                                scored(Dimension.VALIDITY, 1, good("x", found, 200, 1)))
                        .sampling()
                        .orElseThrow();
                assertThat(interval.low()).isCloseTo(centre - half, within(1e-14));
                assertThat(interval.high()).isCloseTo(centre + half, within(1e-14));
            }
        }
        assertThat((double) covered / trials).isBetween(0.93, 0.97);
    }

    @Test
    void grades_are_an_input_and_told_for_the_whole_range() {
        var scale = new GradeScale(List.of(new Grade("C", 0), new Grade("B", 0.7), new Grade("A", 0.8)), AGREED);
        var found = find(
                Options.STANDARD.withGrades(scale),
                scored(Dimension.COMPLETENESS, 3, good("a", 8, 10, 1)),
                scored(Dimension.TIMELINESS, 1));
        assertThat(found.grade()).contains(new ScoredQuality.Grading("A", "C", "A"));
        assertThat(found.grade().orElseThrow().isCertain()).isFalse();
        assertThatThrownBy(() -> new GradeScale(List.of(new Grade("A", 0.5), new Grade("A", 0.4)), Source.NOT_STATED))
                .hasMessage(
                        "grades must be ascending from 0, but was [0.5, 0.4]. Give the lowest grade the least score 0.\n"
                                + "grades must be named differently, but was names that repeat. Rename one.\n"
                                + "source must be stated, but was not stated. No grade is official; say whose scale it is.");
    }

    @Test
    void nothing_measured_is_not_applicable() {
        assertThatThrownBy(() -> find(Options.STANDARD, scored(Dimension.TIMELINESS, 1, good("n", 0, 0, 1))))
                .isInstanceOf(NotApplicableException.class)
                .hasMessageContaining("No dimension that has a weight was measured.");
    }

    @Test
    void broken_facts_are_refused() {
        assertThatThrownBy(() -> good("", 3, 2, 0))
                .hasMessage("name must be named, but was blank. Name the measure.\n"
                        + "count must be from 0 to the 2 evaluated, but was 3. Count among what was evaluated.\n"
                        + "weight must be above 0, but was 0. Leave a measure out instead of giving it no weight.");
        assertThatThrownBy(() -> find(Options.STANDARD, scored(Dimension.VALIDITY, 1), scored(Dimension.VALIDITY, 1)))
                .hasMessage("dimensions[1].dimension is used twice: validity. Give each dimension once.");
        assertThatThrownBy(() -> new Sampling.Drawn(1, OptionalDouble.of(0), 0, Source.NOT_STATED))
                .hasMessageContaining("confidence must be above 0 and below 1")
                .hasMessageContaining("samplingFraction must be above 0 and at most 1")
                .hasMessageContaining("designEffect must be in [0.01, 1000]")
                .hasMessageContaining("source must be stated");
    }

    private static final RuleSet RULES = new RuleSet(
            MissingValues.standard(),
            List.of(
                    Rule.of(
                            "x-given",
                            Indicator.ELEMENT_COMPLETENESS,
                            Severity.ERROR,
                            new Constraint.NotNull("x", List.of())),
                    new Rule(
                            "y-given",
                            Map.of(),
                            Indicator.ELEMENT_COMPLETENESS,
                            Dimension.COMPLETENESS,
                            Severity.WARNING,
                            3,
                            new Constraint.NotNull("y", List.of())),
                    Rule.of("same", Indicator.DUPLICATE_RATE, Severity.ERROR, new Constraint.Unique(List.of())),
                    Rule.of("hint", Indicator.BUSINESS_RULE, Severity.INFO, new Constraint.NotNull("z", List.of()))));

    private static QualityProfile profile() {
        var rows = List.of(
                List.of("a", "1", ""),
                List.of("", "1", ""),
                List.of("a", "1", ""),
                List.of("", "", "q"),
                List.of("b", "2", ""));
        return QualityProfiler.with(ProfileOptions.of(RULES))
                .evaluate(TableSource.of("t", List.of("x", "y", "z"), rows), CONTEXT);
    }

    private static final QualityWeights WEIGHTS =
            new QualityWeights(Map.of(Dimension.COMPLETENESS, 3.0, Dimension.UNIQUENESS, 1.0), "for a test");

    @Test
    void rows_that_every_rule_evaluates_average_to_the_score() {
        var profile = profile();
        var score = QualityScoring.score(profile, WEIGHTS).score();
        double mean = 0;
        for (long row = 1; row <= 5; row++)
            mean += RowScore.of(profile, WEIGHTS, row).score() / 5;
        assertThat(mean).isCloseTo(score, within(1e-15));
        var worst = RowScore.worst(profile, WEIGHTS, 2);
        assertThat(worst).extracting(RowScore::row).containsExactly(4L, 3L);
        assertThat(worst.get(0).violated()).containsExactly("x-given", "y-given");
        assertThat(worst.get(0).score()).isCloseTo(0.25, within(1e-15));
        assertThat(RowScore.of(profile, WEIGHTS, 1)).isEqualTo(new RowScore(1, 1, List.of()));
    }

    @Test
    void columns_say_which_rules_measure_them() {
        var columns = ColumnScore.of(profile());
        assertThat(columns.get(0).score().orElseThrow()).isCloseTo(3.0 / 5, within(1e-15));
        assertThat(columns.get(0).reasons()).containsExactly(new ColumnScore.Reason("x-given", 3, 5));
        assertThat(columns.get(1).score().orElseThrow()).isCloseTo(4.0 / 5, within(1e-15));
        assertThat(columns.get(2).score()).isEmpty();
    }

    @Test
    void weights_come_from_any_method_and_agree_with_the_assessor() {
        var weights = Weights.of(Map.entry("completeness", 0.75), Map.entry("uniqueness", 0.25));
        var found = Scoring.standard().evaluate(ScoreFacts.of(profile(), weights, AGREED), CONTEXT);
        assertThat(found.score().score())
                .isCloseTo(QualityScoring.score(profile(), WEIGHTS).score(), within(1e-15));
        assertThatThrownBy(() -> ScoreFacts.of(profile(), Weights.of(Map.entry("beauty", 1.0)), AGREED))
                .hasMessageStartingWith("weights.beauty must be of a dimension, but was 'beauty'.");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void laws(long seed) {
        var random = new SplittableRandom(seed);
        var options = random.nextBoolean()
                ? Options.STANDARD
                : sample(OptionalDouble.of(random.nextDouble(0.01, 1)), random.nextDouble(0.5, 4))
                        .withDependence(random.nextBoolean() ? Dependence.INDEPENDENT : Dependence.TOGETHER);
        var dimensions = new ArrayList<Scored>();
        for (var dimension : Dimension.values()) {
            var measures = new ArrayList<Counted>();
            for (int i = random.nextInt(3); i > 0; i--) {
                long of = random.nextInt(1, 500);
                measures.add(new Counted(
                        "m" + i,
                        random.nextLong(of + 1),
                        of,
                        random.nextInt(4) == 0 ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER,
                        Input.of(random.nextDouble(0.1, 3), AGREED)));
            }
            dimensions.add(scored(dimension, random.nextDouble(0.1, 2), measures.toArray(Counted[]::new)));
        }
        dimensions.set(0, scored(Dimension.COMPLETENESS, 1, good("first", random.nextInt(100), 100, 1)));
        var before = find(options, dimensions.toArray(Scored[]::new)).score();
        assertThat(before.low()).isBetween(0.0, before.score());
        assertThat(before.high()).isBetween(before.score(), 1.0);

        // one element more that satisfies never lowers anything
        var first = dimensions.get(0).measures().get(0);
        var better = new ArrayList<>(dimensions);
        better.set(0, scored(Dimension.COMPLETENESS, 1, good("first", first.count() + 1, 100, 1)));
        var after = find(options, better.toArray(Scored[]::new)).score();
        assertThat(after.score()).isGreaterThanOrEqualTo(before.score() - 1e-14);
        assertThat(after.low()).isGreaterThanOrEqualTo(before.low() - 1e-12);

        // a rule split into two halves of its weight changes nothing of the score
        var split = new ArrayList<>(dimensions);
        split.set(
                0,
                scored(
                        Dimension.COMPLETENESS,
                        1,
                        good("first", first.count(), 100, 0.5),
                        good("second", first.count(), 100, 0.5)));
        assertThat(find(options, split.toArray(Scored[]::new)).score().score())
                .isCloseTo(before.score(), within(1e-14));

        // losing the measures of a dimension never narrows the range
        for (int d = 1; d < dimensions.size(); d++) {
            if (dimensions.get(d).measures().isEmpty()) continue;
            var less = new ArrayList<>(dimensions);
            less.set(
                    d,
                    scored(
                            dimensions.get(d).dimension(),
                            dimensions.get(d).weight().value()));
            var wider = find(Options.STANDARD, less.toArray(Scored[]::new)).score();
            var census =
                    find(Options.STANDARD, dimensions.toArray(Scored[]::new)).score();
            assertThat(wider.low()).isLessThanOrEqualTo(census.low() + 1e-14);
            assertThat(wider.high()).isGreaterThanOrEqualTo(census.high() - 1e-14);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }
}
