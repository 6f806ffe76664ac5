package org.dataassay.valuation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void ties_go_to_the_smaller_id_whatever_the_order() {
        var weights = new LinkedHashMap<String, Integer>();
        weights.put("c", 1);
        weights.put("b", 1);
        weights.put("a", 1);
        var parts = LargestRemainder.split(Money.of("100.01", "CNY"), weights);
        assertThat(parts)
                .containsExactly(
                        Map.entry("c", Money.of("33.33", "CNY")),
                        Map.entry("b", Money.of("33.34", "CNY")),
                        Map.entry("a", Money.of("33.34", "CNY")));
    }

    /** Seats by votes: 47 000, 16 000, 15 900, 12 000, 6 000, 3 100 of 100 000; quotas 4.70, 1.60, 1.59, 1.20, 0.60, 0.31 give 5, 2, 1, 1, 1, 0. */
    @Test
    void gives_the_missing_units_to_the_largest_remainders() {
        var votes = Map.of(
                "Yellows", 47_000, "Whites", 16_000, "Reds", 15_900, "Greens", 12_000, "Blues", 6_000, "Pinks", 3_100);
        var seats = LargestRemainder.split(Money.of(10, "JPY"), votes);
        assertThat(seats)
                .containsOnly(
                        Map.entry("Yellows", Money.of(5, "JPY")),
                        Map.entry("Whites", Money.of(2, "JPY")),
                        Map.entry("Reds", Money.of(1, "JPY")),
                        Map.entry("Greens", Money.of(1, "JPY")),
                        Map.entry("Blues", Money.of(1, "JPY")),
                        Map.entry("Pinks", Money.of(0, "JPY")));
    }

    @Test
    void a_debt_splits_like_a_claim() {
        var parts = LargestRemainder.split(Money.of("-0.05", "CNY"), Map.of("a", 0.5, "b", 0.5));
        assertThat(parts)
                .containsOnly(Map.entry("a", Money.of("-0.03", "CNY")), Map.entry("b", Money.of("-0.02", "CNY")));
    }

    @Test
    void rounds_parts_of_any_sign_to_their_total() {
        var parts = LargestRemainder.round(
                Money.of("10.00", "CNY"), Map.of("rate", -3.333333, "revenue", 13.337, "time", -0.003667));
        assertThat(parts)
                .containsOnly(
                        Map.entry("rate", Money.of("-3.33", "CNY")),
                        Map.entry("revenue", Money.of("13.34", "CNY")),
                        Map.entry("time", Money.of("-0.01", "CNY")));
    }

    @Test
    void refuses_what_cannot_be_split() {
        var total = Money.of("1", "CNY");
        assertThatThrownBy(() -> LargestRemainder.split(Money.of("0.005", "CNY"), Map.of("a", 1)))
                .hasMessage("total must be a whole number of minor units, but was CNY 0.005. Round it first.");
        assertThatThrownBy(() -> LargestRemainder.split(total, Map.<String, Integer>of()))
                .hasMessageContaining("weights must be at least one");
        assertThatThrownBy(() -> LargestRemainder.split(total, Map.of("a", 0)))
                .hasMessageContaining("more than 0 together");
        assertThatThrownBy(() -> LargestRemainder.split(total, Map.of("a", 2, "b", -1)))
                .hasMessageContaining("weights.b must be at least 0");
        assertThatThrownBy(() -> LargestRemainder.split(total, Map.of("a", Double.NaN)))
                .hasMessageContaining("weights.a is not a finite number");
        assertThatThrownBy(() -> LargestRemainder.split(total, Map.of("a", new BigDecimal("1E+100000000"))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LargestRemainder.round(total, Map.of("a", 0.5, "b", 0.4)))
                .hasMessage(
                        "parts does not fit: they add up to 0.9 where the total is CNY 1.00. Give all parts of the total.");
    }
}
