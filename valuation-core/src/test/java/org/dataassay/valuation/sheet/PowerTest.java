package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Powers and their derivatives, over both ways in which they are computed. */
class PowerTest {

    private final Sheet sheet = Sheet.open(CurrencyCode.of("CNY"));

    private Worksheet power(double base, double exponent, boolean fixed) {
        var a = sheet.given("a", Unit.FACTOR, Input.of(base));
        var b = fixed ? Cell.number(exponent) : sheet.given("b", Unit.FACTOR, Input.of(exponent));
        return sheet.close(sheet.let("result", a.power(b)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-7.5, -3, -2.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 7, 12, 31.5, 64, 0.3, -1.7, 100.5})
    void value_and_slope_by_hand(double exponent) {
        var worksheet = power(1.3, exponent, true);
        double expected = StrictMath.pow(1.3, exponent);
        assertThat(worksheet.value()).isEqualTo(expected, within(1e-14 * expected));
        assertThat(worksheet.derivatives().by("a"))
                .isEqualTo(exponent * StrictMath.pow(1.3, exponent - 1), within(1e-13 * Math.abs(exponent) * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2.5, 0, 0.5, 1, 3, 0.3})
    void an_exponent_that_may_move_has_a_slope_too(double exponent) {
        var worksheet = power(1.3, exponent, false);
        double expected = StrictMath.pow(1.3, exponent);
        assertThat(worksheet.value()).isEqualTo(expected, within(1e-15 * expected));
        assertThat(worksheet.derivatives().by("a"))
                .isEqualTo(exponent * StrictMath.pow(1.3, exponent - 1), within(1e-14));
        assertThat(worksheet.derivatives().by("b")).isEqualTo(expected * StrictMath.log(1.3), within(1e-14));
    }

    /** 0 to a power above 1 is flat, to the power 1 it has slope 1. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 2.5, 5})
    void at_zero_it_is_flat(double exponent) {
        var fixed = power(0, exponent, true);
        assertThat(fixed.value()).isEqualTo(0);
        assertThat(fixed.derivatives().by("a")).isEqualTo(0);
    }

    @Test
    void at_zero_an_exponent_that_may_move_has_no_part() {
        var free = power(0, 2, false);
        assertThat(free.value()).isEqualTo(0);
        assertThat(free.derivatives().by("a")).isEqualTo(0);
        assertThat(free.derivatives().by("b")).isEqualTo(0);
    }

    @Test
    void at_zero_to_the_power_of_one_the_slope_is_one() {
        var one = power(0, 1, false);
        assertThat(one.value()).isEqualTo(0);
        assertThat(one.derivatives().by("a")).isEqualTo(1);
    }

    @Test
    void below_zero_only_whole_powers_are_numbers() {
        assertThat(power(-1.5, 3, true).value()).isEqualTo(-3.375);
        var other = Sheet.open(CurrencyCode.of("CNY"));
        var a = other.given("a", Unit.FACTOR, Input.of(-1.5));
        var b = other.given("b", Unit.FACTOR, Input.of(3.0));
        var free = other.close(other.let("result", a.power(b)));
        assertThat(free.value()).isEqualTo(-3.375);
        assertThat(free.derivatives().by("a")).isEqualTo(3 * 2.25, within(1e-14));
        assertThat(free.derivatives().by("b")).isEqualTo(0);
        var third = Sheet.open(CurrencyCode.of("CNY"));
        var c = third.given("c", Unit.FACTOR, Input.of(-1.5));
        assertThatThrownBy(() -> third.close(third.let("result", c.power(Cell.number(0.5)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("c = -1.5");
    }

    @Test
    void the_root_of_zero_has_no_slope() {
        var root = power(0, 0.5, true);
        assertThat(root.value()).isEqualTo(0);
        assertThatThrownBy(root::derivatives).isInstanceOf(ValuationFailedException.class);
    }

    @Test
    void whole_powers_raise_the_unit_and_others_take_plain_figures() {
        var price = sheet.given("price", Unit.MONEY, Input.of(3.0));
        assertThat(price.power(Cell.number(2)).dividedBy(price).node.unit).isEqualTo(Unit.MONEY);
        assertThatThrownBy(() -> price.power(Cell.number(0.5))).hasMessageContaining("fixed whole exponents");
        assertThatThrownBy(() -> price.power(Cell.number(5))).hasMessageContaining("fixed whole exponents");
        assertThatThrownBy(() -> price.power(sheet.given("n", Unit.FACTOR, Input.of(2.0))))
                .hasMessageContaining("fixed whole exponents");
        assertThatThrownBy(() -> Cell.number(2).power(price)).hasMessageContaining("money");
    }
}
