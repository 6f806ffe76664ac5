package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private final Numbers en = Numbers.of(Language.ENGLISH);
    private final Numbers zh = Numbers.of(Language.CHINESE);

    @Test
    void money_has_thousands_and_the_currency_s_decimals() {
        assertThat(en.money(new BigDecimal("1234567.8"), "CNY")).isEqualTo("CNY 1,234,567.80");
        assertThat(zh.money(new BigDecimal("1234567.8"), "CNY")).isEqualTo("1,234,567.80 元");
        assertThat(en.money(new BigDecimal("-999"), "JPY")).isEqualTo("JPY −999");
        assertThat(en.money(new BigDecimal("0.00012345"), "USD")).isEqualTo("USD 0.00012345");
        assertThat(zh.money(1000.005, "USD")).isEqualTo("1,000.01 美元");
        assertThat(en.money(-0.001, "USD")).isEqualTo("USD 0.00");
    }

    @Test
    void large_amounts_are_read_in_the_units_of_the_language() {
        assertThat(zh.moneyRead(new BigDecimal("12345678.90"), "CNY")).isEqualTo("1,234.57 万元");
        assertThat(zh.moneyRead(new BigDecimal("1234567890123"), "CNY")).isEqualTo("12,345.68 亿元");
        assertThat(en.moneyRead(new BigDecimal("12345678.90"), "CNY")).isEqualTo("CNY 12.35 million");
    }

    @Test
    void a_double_beyond_nine_times_ten_to_the_thirteenth_shows_its_significant_digits() {
        assertThat(en.money(9e13, "CNY")).isEqualTo("CNY 90,000,000,000,000.00");
        assertThat(en.money(123_456_789_012_345_678d, "CNY")).isEqualTo("CNY ≈ 123,456,789,012,346,000");
        assertThat(en.money(1.5e300, "CNY")).isEqualTo("CNY ≈ 1.5×10³⁰⁰");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|0",
                "999|999|999",
                "1000|1.00K|1000",
                "12345|12.3K|1.23万",
                "999950|1.00M|100万",
                "1902000|1.90M|190万",
                "-203153.66|−203K|−20.3万",
                "123456789|123M|1.23亿",
                "2.5e12|2.50T|2.50万亿",
                "0.00012|0.00012|0.00012",
                "1e-9|1×10⁻⁹|1×10⁻⁹",
                "3.2e17|3.2×10¹⁷|3.2×10¹⁷"
            })
    void marks_have_three_digits(double value, String english, String chinese) {
        assertThat(en.compact(Quantity.money("CNY"), value)).isEqualTo(english.equals("1000") ? "1,000" : english);
        assertThat(zh.compact(Quantity.money("CNY"), value)).isEqualTo(chinese.equals("1000") ? "1,000" : chinese);
    }

    @Test
    void shares_are_percents() {
        assertThat(en.percent(0.12345)).isEqualTo("12.35%");
        assertThat(en.percent(0.12)).isEqualTo("12%");
        assertThat(en.percent(0.12, 1)).isEqualTo("12.0%");
        assertThat(en.percent(-0.005)).isEqualTo("−0.5%");
    }

    @Test
    void half_is_rounded_up_on_the_shortest_decimal() {
        assertThat(en.fixed(1.005, 2)).isEqualTo("1.01");
        assertThat(en.fixed(2.675, 2)).isEqualTo("2.68");
        assertThat(Numbers.decimal(2e-3)).isEqualByComparingTo("0.002");
        assertThat(Numbers.decimal(0.1 + 0.2)).isEqualByComparingTo("0.30000000000000004");
    }

    @Test
    void the_decimal_of_a_double_reads_back_as_the_same_double() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 5000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value))
                assertThat(Numbers.decimal(value).doubleValue()).isEqualTo(value);
        }
    }

    @Test
    void dates_are_written_out() {
        assertThat(en.date(LocalDate.of(2025, 12, 31))).isEqualTo("31 December 2025");
        assertThat(zh.date(LocalDate.of(2025, 12, 31))).isEqualTo("2025年12月31日");
    }
}
