package org.dataassay.report.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.asset.DimensionScore;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.sheet.Distribution;
import org.junit.jupiter.api.Test;

class QualityResponseTest {

    @Test
    void linear_goes_from_floor_to_ceiling() {
        var response = new QualityResponse.Linear(0.6, 1);
        assertThat(response.of(0)).isEqualTo(0.6);
        assertThat(response.of(0.5)).isEqualTo(0.8);
        assertThat(response.of(1)).isEqualTo(1);
    }

    @Test
    void better_data_is_never_worth_less() {
        assertThatThrownBy(() -> new QualityResponse.Linear(0.9, 0.5))
                .hasMessageContaining("ceiling must be at least the floor 0.9");
        assertThatThrownBy(() -> new QualityResponse.Linear(-0.1, 0.5)).hasMessageContaining("floor");
        assertThatThrownBy(() -> new QualityResponse.Linear(Double.NaN, 0.5)).hasMessageContaining("floor");
    }

    @Test
    void what_was_not_measured_makes_the_score_uncertain() {
        var half = QualityScore.of(List.of(
                new DimensionScore("completeness", OptionalDouble.of(0.8), 1, List.of()),
                DimensionScore.unmeasured("accuracy", 1)));
        var supplied = SuppliedScore.of(half, new QualityResponse.Linear(0.5, 1), Optional.empty());
        // measured alone 0.8; the other half at worst 0, at best 1: 0.4 to 0.9
        assertThat(supplied.value()).isEqualTo(0.9);
        assertThat(supplied.distribution()).contains(new Distribution.Triangular(0.7, 0.9, 0.95));
        var whole = QualityScore.of(List.of(new DimensionScore("completeness", OptionalDouble.of(0.8), 1, List.of())));
        assertThat(SuppliedScore.of(whole, new QualityResponse.Identity(), Optional.empty())
                        .distribution())
                .isEmpty();
    }
}
