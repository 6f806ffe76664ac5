package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.weighting.DecisionMatrix.Criterion;
import org.dataassay.valuation.weighting.DecisionMatrix.Direction;
import org.junit.jupiter.api.Test;

class DecisionMatrixTest {

    private static final DecisionMatrix PLAIN = DecisionMatrix.builder()
            .benefit("coverage")
            .cost("price")
            .alternative("North", 0.9, 120)
            .alternative("South", 0.7, 80)
            .build();

    @Test
    void is_built_row_by_row() {
        assertThat(PLAIN.criteria())
                .containsExactly(new Criterion("coverage", Direction.BENEFIT), new Criterion("price", Direction.COST));
        assertThat(PLAIN.alternativeNames()).containsExactly("North", "South");
        assertThat(PLAIN.column(1)).containsExactly(number(120.0), number(80.0));
        assertThat(PLAIN.with(1, 0, number(0.8)).column(0)).containsExactly(number(0.9), number(0.8));
        var three = DecisionMatrix.builder()
                .benefit("a")
                .alternative("x", 1)
                .alternative("y", 2)
                .alternative("z", 3);
        assertThat(three.build().without(1).alternativeNames()).containsExactly("x", "z");
    }

    @Test
    void reports_all_that_is_broken_together() {
        assertThatThrownBy(() -> DecisionMatrix.builder()
                        .benefit("a")
                        .benefit("a")
                        .alternative("x", 1, Double.NaN)
                        .alternative("x", 2)
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("criteria[1].name is used twice: a. Name each once.")
                .hasMessageContaining("alternatives[1].name is used twice: x. Name each once.")
                .hasMessageContaining("alternatives[0].values[1] must be a finite number, but was NaN. "
                        + "Measure x by a, or leave it out.")
                .hasMessageContaining("alternatives[1].values does not fit: x has 1 values but there are 2 criteria. "
                        + "Give one value per criterion, in the order of the criteria.");
    }

    @Test
    void one_alternative_or_no_criterion_is_no_comparison() {
        assertThatThrownBy(() -> DecisionMatrix.builder()
                        .benefit("a")
                        .alternative("x", 1)
                        .build())
                .hasMessage("alternatives must be 2 to 100, but was 1. "
                        + "Weights and ranks come from comparing: give at least two.");
        assertThatThrownBy(() -> new DecisionMatrix(List.of(), List.of()))
                .hasMessageContaining(
                        "criteria must be 1 to 50, but was 0. State by what the alternatives are measured.");
        assertThatThrownBy(() -> new Criterion(" ", Direction.COST))
                .hasMessage("name must be stated, but was blank. Name the criterion.");
    }

    @Test
    void a_name_that_cannot_name_a_figure_is_refused() {
        var odd = DecisionMatrix.builder()
                .benefit("price (CNY)")
                .alternative("x", 1)
                .alternative("y", 2)
                .build();
        assertThatThrownBy(() -> Entropy.standard().evaluate(odd, CONTEXT)).hasMessageContaining("figure name");
    }

    @Test
    void the_largest_matrix_fits_a_sheet() {
        var builder = DecisionMatrix.builder();
        for (int j = 0; j < DecisionMatrix.MOST_CRITERIA; j++) builder.benefit("C" + j);
        for (int i = 0; i < DecisionMatrix.MOST_ALTERNATIVES; i++) {
            var values = new double[DecisionMatrix.MOST_CRITERIA];
            for (int j = 0; j < values.length; j++) values[j] = 1 + (i * 7919 + j * 104729) % 1000;
            builder.alternative("A" + i, values);
        }
        var matrix = builder.build();
        var weights = Critic.standard().evaluate(matrix, CONTEXT);
        assertThat(weights.weights().size()).isEqualTo(DecisionMatrix.MOST_CRITERIA);
        assertThat(Topsis.standard()
                        .evaluate(WeightedMatrix.of(matrix, weights), CONTEXT)
                        .places())
                .hasSize(DecisionMatrix.MOST_ALTERNATIVES);
    }
}
