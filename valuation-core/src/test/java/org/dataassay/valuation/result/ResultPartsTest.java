package org.dataassay.valuation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultPartsTest {

    @Test
    void a_method_id_has_family_and_name() {
        var id = MethodId.of("income.relief-from-royalty");
        assertThat(id.family()).isEqualTo("income");
        assertThat(id.name()).isEqualTo("relief-from-royalty");
        assertThat(id).hasToString("income.relief-from-royalty");
        assertThat(MethodId.of("cost.cas-2023")).isLessThan(id);
        assertThat(MethodId.of("cost.expert-guidance-9").name()).isEqualTo("expert-guidance-9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "income",
                "income.",
                ".x",
                "Income.x",
                "income.relief_from",
                "income.a--b",
                "income.a-",
                "income.a.b",
                "收益.法",
                "income.x ",
                "income/x"
            })
    void refuses_another_form(String text) {
        assertThatThrownBy(() -> MethodId.of(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("such as income.relief-from-royalty");
    }

    @Test
    void a_long_id_is_refused_at_once() {
        assertThatThrownBy(() -> MethodId.of("a." + "b-".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void a_note_says_something_under_a_code() {
        assertThat(Note.of(Note.Kind.LIMIT, "replication-cap", "A substitute is freely available.")
                        .code())
                .isEqualTo("replication-cap");
        assertThatThrownBy(() -> Note.of(Note.Kind.INFO, "Not A Code", " "))
                .satisfies(e -> assertThat(((InvalidInputException) e).problems())
                        .extracting("field")
                        .containsExactly("code", "text"));
    }

    @Test
    void a_range_is_in_order_and_says_what_it_is() {
        var low = Money.of("1", "CNY");
        var high = Money.of("2", "CNY");
        assertThat(Range.of(Range.Nature.SPREAD, low, high).low()).contains(low);
        assertThat(Range.simulated(low, 0.05, high, 0.95).highPercentile()).hasValue(0.95);
        assertThat(Range.none().isPresent()).isFalse();
        assertThatThrownBy(() -> Range.of(Range.Nature.SPREAD, high, low))
                .hasMessageContaining("low must be at most high");
        assertThatThrownBy(() -> Range.of(Range.Nature.NONE, low, high))
                .hasMessageContaining("range must be without amounts");
        assertThatThrownBy(() -> Range.simulated(low, 5, high, 95)).hasMessageContaining("the 5th percentile is 0.05");
        assertThatThrownBy(() -> Range.simulated(low, Double.NaN, high, 0.95))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Range.of(Range.Nature.SPREAD, low, Money.of("2", "USD")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void each_exception_becomes_its_outcome() {
        assertThat(kind(() -> "value")).isEqualTo("produced value");
        assertThat(kind(() -> {
                    throw NotApplicableException.of(ValuationError.MISSING, "comparables", "There are none.");
                }))
                .isEqualTo("not applicable: comparables is missing. There are none.");
        assertThat(kind(() -> {
                    throw RefusedException.of(ValuationError.GATE, "gate.scenario", "no scenario", "State it");
                }))
                .isEqualTo("refused by gate.scenario");
        assertThat(kind(() -> {
                    throw InvalidInputException.of(ValuationError.MISSING, "facts.life", "Give it.");
                }))
                .isEqualTo("failed MISSING: facts.life is missing. Give it.");
        assertThat(kind(() -> {
                    throw ValuationFailedException.of(
                            ValuationError.NO_CONVERGENCE, "irr", "no sign change", "Check the flows");
                }))
                .isEqualTo("failed NO_CONVERGENCE: irr did not converge: no sign change. Check the flows");
    }

    @Test
    void a_defect_is_no_outcome() {
        assertThatThrownBy(() -> Outcome.of(() -> {
                    throw new IllegalStateException("defect");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Outcome.Failed<String>(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_outcome_tells_result_and_problems() {
        assertThat(Outcome.of(() -> 1).result()).contains(1);
        assertThat(Outcome.of(() -> 1).problems()).isEmpty();
        var failed = Outcome.<Integer>of(() -> {
            throw InvalidInputException.of(ValuationError.MISSING, "x", "Give it.");
        });
        assertThat(failed.result()).isEmpty();
        assertThat(failed.problems()).hasSize(1);
    }

    private static String kind(Supplier<String> evaluation) {
        return Outcome.<String>of(evaluation)
                .fold(
                        produced -> "produced " + produced.value(),
                        notApplicable ->
                                "not applicable: " + notApplicable.reason().message(),
                        refused -> "refused by " + refused.rule().field(),
                        failed -> "failed " + failed.code().name() + ": " + failed.message());
    }
}
