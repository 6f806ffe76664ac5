package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;
import org.junit.jupiter.api.Test;

/** The internal rate of return as a figure. */
class IrrTest {

    private static Worksheet sheet(List<Double> flows, List<Double> years, RootRule rule, double guess) {
        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        var axis = sheet.axis(
                "periods",
                IntStream.range(0, flows.size()).mapToObj(t -> "t" + t).toList());
        var inputs = flows.stream().map(Input::of).toList();
        var row = sheet.given("flows", Unit.MONEY, axis, inputs);
        return sheet.close(sheet.irr("rate", row, years, rule, guess));
    }

    private static Worksheet yearly(double... flows) {
        return sheet(
                IntStream.range(0, flows.length).mapToObj(t -> flows[t]).toList(),
                IntStream.range(0, flows.length).mapToObj(t -> (double) t).toList(),
                RootRule.ONLY_IF_UNIQUE,
                0.1);
    }

    private static double slope(Worksheet worksheet, String element) {
        return worksheet.derivatives().partials().stream()
                .filter(partial -> partial.element().equals(Optional.of(element)))
                .mapToDouble(Derivatives.Partial::derivative)
                .sum();
    }

    @Test
    void one_payment_back_by_hand() {
        var worksheet = yearly(-100, 0, 121);
        assertThat(worksheet.value()).isEqualTo(0.1, within(1e-15));
        // r = √(b / a) − 1 with a = 100, b = 121: dr/da by the outflow −a, dr/db
        assertThat(slope(worksheet, "t2")).isEqualTo(0.5 / Math.sqrt(121 * 100), within(1e-15));
        assertThat(slope(worksheet, "t0")).isEqualTo(0.5 * 1.1 / 100, within(1e-15));
        assertThat(slope(worksheet, "t1")).isEqualTo(1.1 / 220, within(1e-14));
    }

    @Test
    void flows_at_odd_times_are_exported_as_a_value() {
        var worksheet = sheet(List.of(-100.0, 110.0), List.of(0.0, 0.5), RootRule.ONLY_IF_UNIQUE, 0.1);
        assertThat(worksheet.value()).isEqualTo(0.21, within(1e-14));
        assertThat(slope(worksheet, "t1")).isEqualTo(2 * 1.1 / 100, within(1e-13));
        assertThat(worksheet.spreadsheet().tabs().get(0).cells())
                .filteredOn(c -> c.definedName().isPresent() && c.role() != Role.INPUT)
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.role()).isEqualTo(Role.NOT_LIVE);
                    assertThat(c.text()).isEmpty();
                });
        assertThat(yearly(-100, 110).spreadsheet().tabs().get(0).cells())
                .filteredOn(c -> c.role() == Role.RESULT)
                .singleElement()
                .satisfies(c -> assertThat(c.text()).startsWith("IRR(D4:E4,0."));
    }

    @Test
    void which_of_two_rates_is_the_rules_to_say() {
        // roots 10 % and 20 %: −100 (1 − 1.1 v)(1 − 1.2 v)
        var flows = List.of(-100.0, 230.0, -132.0);
        var years = List.of(0.0, 1.0, 2.0);
        assertThat(sheet(flows, years, RootRule.FROM_GUESS, 0.05).value()).isEqualTo(0.1, within(1e-12));
        assertThat(sheet(flows, years, RootRule.FROM_GUESS, 0.3).value()).isEqualTo(0.2, within(1e-12));
        assertThatThrownBy(() -> sheet(flows, years, RootRule.ONLY_IF_UNIQUE, 0.1))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("rate");
        assertThatThrownBy(() -> yearly(100, 10)).isInstanceOf(ValuationFailedException.class);
    }

    @Test
    void rule_and_guess_are_part_of_the_formula() {
        var irr = new Irr(RootRule.ONLY_IF_UNIQUE, 0.1);
        assertThat(irr)
                .isEqualTo(new Irr(RootRule.ONLY_IF_UNIQUE, 0.1))
                .hasSameHashCodeAs(new Irr(RootRule.ONLY_IF_UNIQUE, 0.1))
                .isEqualTo(Irr.parse(irr.parameters()))
                .isNotEqualTo(new Irr(RootRule.FROM_GUESS, 0.1))
                .isNotEqualTo(new Irr(RootRule.ONLY_IF_UNIQUE, 0.2))
                .isNotEqualTo("irr");
        assertThat(irr.hashCode()).isNotEqualTo(new Irr(RootRule.ONLY_IF_UNIQUE, 0.2).hashCode());
        assertThat(irr.function()).isEqualTo("IRR");
        for (double guess : new double[] {-1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN})
            assertThatThrownBy(() -> new Irr(RootRule.ONLY_IF_UNIQUE, guess))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("guess must be above -1");
        assertThatThrownBy(() -> Irr.parse(List.of("ONLY_IF_UNIQUE", "0.1"))).hasMessageContaining("hexadecimal");
        assertThatThrownBy(() -> Irr.parse(List.of("ONLY_IF_UNIQUE"))).hasMessageContaining("hexadecimal");
    }
}
