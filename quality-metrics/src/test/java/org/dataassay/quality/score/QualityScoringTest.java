package org.dataassay.quality.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.asset.Measure;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;

class QualityScoringTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2024, 6, 30), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static final RuleSet RULES = new RuleSet(
            MissingValues.standard(),
            List.of(
                    new Rule(
                            "given",
                            Map.of(),
                            Indicator.ELEMENT_COMPLETENESS,
                            Dimension.COMPLETENESS,
                            Severity.ERROR,
                            3,
                            new Constraint.NotNull("x", List.of())),
                    Rule.of(
                            "given-too",
                            Indicator.ELEMENT_COMPLETENESS,
                            Severity.WARNING,
                            new Constraint.NotNull("y", List.of())),
                    Rule.of("once", Indicator.DUPLICATE_RATE, Severity.ERROR, new Constraint.Unique(List.of("x"))),
                    Rule.of("hint", Indicator.BUSINESS_RULE, Severity.INFO, new Constraint.NotNull("y", List.of()))));

    /** Completeness: x 3 of 4 with weight 3, y 1 of 4 with weight 1. Uniqueness: 2 of 3, its indicator counting the one repeat. */
    private static QualityScore score(QualityWeights weights) {
        var rows = List.of(List.of("a", "1"), List.of("b", ""), List.of("a", ""), List.of("", ""));
        try (var table = TableSource.of("t", List.of("x", "y"), rows)) {
            return new QualityScoring(ProfileOptions.of(RULES), weights).assess(table, CONTEXT);
        }
    }

    @Test
    void aDimensionIsTheWeightedMeanOfItsRules() {
        var score =
                score(new QualityWeights(Map.of(Dimension.COMPLETENESS, 2.0, Dimension.UNIQUENESS, 1.0), "for a test"));
        assertThat(score.dimensions()).hasSize(2);
        assertThat(score.dimensions().get(0).score().orElseThrow()).isCloseTo((3 * 0.75 + 0.25) / 4, within(1e-15));
        assertThat(score.dimensions().get(1).score().orElseThrow()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(score.score()).isCloseTo((2 * 0.625 + 2.0 / 3) / 3, within(1e-15));
        assertThat(score.low()).isEqualTo(score.score());
        assertThat(score.high()).isEqualTo(score.score());
        assertThat(score.dimensions().get(1).measures())
                .containsExactly(Measure.of("0303 once", 1, 3, Measure.Direction.LOWER_IS_BETTER));
    }

    @Test
    void aDimensionWithoutEvidenceIsAbsentAndWidensTheRange() {
        var score = score(QualityWeights.equal(Set.of(Dimension.COMPLETENESS, Dimension.TIMELINESS), "for a test"));
        assertThat(score.unmeasured()).containsExactly("timeliness");
        assertThat(score.score()).isEqualTo(0.625);
        assertThat(score.low()).isEqualTo(0.625 / 2);
        assertThat(score.high()).isEqualTo((0.625 + 1) / 2);
        assertThat(score.dimensions())
                .filteredOn(d -> d.dimension().equals("uniqueness"))
                .allMatch(d -> d.weight() == 0);
    }

    @Test
    void hintsDoNotCount() {
        var weights = QualityWeights.equal(Set.of(Dimension.VALIDITY), "for a test");
        assertThatThrownBy(() -> score(weights))
                .isInstanceOf(NotApplicableException.class)
                .hasMessageStartingWith("t has no measured dimension");
    }

    @Test
    void aTableWithoutRowsHasNoScore() {
        try (var table = TableSource.of("t", List.of("x", "y"), List.of())) {
            var scoring = new QualityScoring(
                    ProfileOptions.of(RULES), QualityWeights.equal(Set.of(Dimension.COMPLETENESS), "for a test"));
            assertThatThrownBy(() -> scoring.assess(table, CONTEXT))
                    .isInstanceOf(NotApplicableException.class)
                    .hasMessage(
                            "t has a header and no rows: 0/0 is not applicable, so there is no score. Profile a table with at least one row.");
        }
    }

    @Test
    void weightsNeedAReasonAndAreAllCheckedTogether() {
        assertThatThrownBy(() -> new QualityWeights(Map.of(Dimension.VALIDITY, Double.NaN), " "))
                .hasMessage(
                        "weights.validity must be above 0, but was NaN. Leave out a dimension that does not count.\n"
                                + "reason must be stated, but was blank. Say who weighs so, and for what purpose.");
    }
}
