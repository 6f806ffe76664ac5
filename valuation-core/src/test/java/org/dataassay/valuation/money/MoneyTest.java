package org.dataassay.valuation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final CurrencyCode CNY = CurrencyCode.of("CNY");

    @Test
    void is_equal_by_value() {
        assertThat(Money.of("12.3", "CNY"))
                .isEqualTo(Money.of("12.300000", "CNY"))
                .hasToString("CNY 12.30");
        assertThat(Money.of("100", "JPY")).isEqualTo(Money.of(100, "JPY")).hasToString("JPY 100");
        assertThat(Money.of("0.125", "CNY")).hasToString("CNY 0.125");
        assertThat(Money.of("-0", "CNY")).isEqualTo(Money.zero(CNY)).hasToString("CNY 0.00");
        assertThat(Money.of("12.30", "CNY")).isNotEqualTo(Money.of("12.30", "USD"));
    }

    @Test
    void reads_what_it_writes() {
        assertThat(Money.parse("CNY 12.30")).isEqualTo(Money.of("12.30", "CNY"));
        assertThat(Money.parse("KWD -0.005")).isEqualTo(Money.of("-0.005", "KWD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CNY",
                "12.30",
                "CNY12.30",
                "CNY  12.30",
                "CNY 12,30",
                "CNY 1,234.50",
                "CNY 1E3",
                "CNY NaN",
                "CNY Infinity",
                "CNY 0x10",
                "CNY .5",
                "CNY 5.",
                "CNY ١٢",
                "CNY １２",
                "CNY 12.30 ",
                "cny 12.30",
                "元 12.30"
            })
    void refuses_other_texts(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refuses_hostile_sizes_at_once() {
        assertThat(Money.of("9".repeat(30), "CNY").amount().precision()).isEqualTo(32);
        assertThatThrownBy(() -> Money.of("9".repeat(31), "CNY"))
                .hasMessage(
                        "amount is larger than 30 digits before and after the decimal point allowed: 31 digits before the decimal point. Check the amount, or round it.");
        assertThatThrownBy(() -> Money.of("0." + "9".repeat(31), "CNY")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Money.of("9".repeat(1_000_000), "CNY")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Money.of(new BigDecimal("1E+999999999"), CNY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Money.of(new BigDecimal("1E-999999999"), CNY))
                .isInstanceOf(InvalidInputException.class);
        assertThat(Money.of(new BigDecimal("0E+999999999"), CNY)).isEqualTo(Money.zero(CNY));
    }

    @Test
    void refuses_another_currency() {
        var yuan = Money.of("1", "CNY");
        var dollar = Money.of("1", "USD");
        assertThatThrownBy(() -> yuan.plus(dollar))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("CNY and USD")
                .hasMessageContaining("exchange rate");
        assertThatThrownBy(() -> yuan.minus(dollar)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> yuan.compareTo(dollar)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void computes_exactly() {
        assertThat(Money.of("0.10", "CNY").plus(Money.of("0.20", "CNY"))).isEqualTo(Money.of("0.30", "CNY"));
        assertThat(Money.of("19.99", "CNY").times(new BigDecimal("0.06"))).isEqualTo(Money.of("1.1994", "CNY"));
        assertThat(Money.of("19.99", "CNY").times(3)).isEqualTo(Money.of("59.97", "CNY"));
        assertThat(Money.of("5", "CNY").negated()).isEqualTo(Money.of("-5", "CNY"));
        assertThat(Money.of("2", "CNY")).isGreaterThan(Money.of("1.99", "CNY"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, HALF_UP, 1.01", // binary 1.00499999999999989…: the shortest decimal counts
        "1.005, HALF_EVEN, 1.00",
        "2.675, HALF_UP, 2.68",
        "-1.005, HALF_UP, -1.01",
        "1.999, DOWN, 1.99",
        "0.30000000000000004, HALF_UP, 0.30",
        "1e22, HALF_UP, 10000000000000000000000"
    })
    void rounds_the_shortest_decimal(double value, RoundingMode mode, String expected) {
        assertThat(Money.ofRounded(value, CNY, mode)).isEqualTo(Money.of(expected, CNY));
    }

    @Test
    void rounds_to_the_minor_unit_of_the_currency() {
        assertThat(Money.ofRounded(1234.5, CurrencyCode.of("JPY"), RoundingMode.HALF_UP))
                .hasToString("JPY 1235");
        assertThat(Money.ofRounded(1.23456, CurrencyCode.of("KWD"), RoundingMode.HALF_UP))
                .hasToString("KWD 1.235");
        assertThat(Money.of("1.23456", "KWD").isRounded()).isFalse();
        assertThat(Money.of("1.23456", "KWD").rounded(RoundingMode.UP)).hasToString("KWD 1.235");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refuses_what_is_not_finite(double value) {
        assertThatThrownBy(() -> Money.ofRounded(value, CNY, RoundingMode.HALF_UP))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not a finite number");
    }

    @Test
    void refuses_a_double_beyond_all_amounts() {
        assertThatThrownBy(() -> Money.ofRounded(1e300, CNY, RoundingMode.HALF_UP))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_unit_price_keeps_its_decimals() {
        var price = UnitPrice.of("0.00012345", "CNY", "record");
        assertThat(price).hasToString("CNY 0.00012345 per record");
        assertThat(price.times(10_000_000)).isEqualTo(Money.of("1234.50", "CNY"));
        assertThat(UnitPrice.ofRounded(1.0 / 3, CNY, "GB", RoundingMode.HALF_UP))
                .hasToString("CNY 0.333333333333 per GB");
        assertThat(UnitPrice.of(Money.of("2", "CNY"), "call")).isEqualTo(UnitPrice.of("2.000", "CNY", "call"));
        assertThat(price.plus(price)).isEqualTo(UnitPrice.of("0.0002469", "CNY", "record"));
    }

    @Test
    void a_unit_price_refuses_another_item() {
        assertThatThrownBy(() -> UnitPrice.of("1", "CNY", "GB").plus(UnitPrice.of("1", "CNY", "record")))
                .hasMessageContaining("CNY per GB and CNY per record");
        assertThatThrownBy(() -> UnitPrice.of("1", "CNY", " ")).hasMessageContaining("item must be a short word");
        assertThatThrownBy(() -> UnitPrice.of("1", "CNY", "x".repeat(33))).isInstanceOf(InvalidInputException.class);
        assertThat(UnitPrice.of("1", "CNY", "条记录").item()).isEqualTo("条记录");
    }
}
