package org.dataassay.valuation.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {

    @ParameterizedTest
    @CsvSource({
        "CNY,2", "USD,2", "EUR,2", "JPY,0", "KRW,0", "VND,0", "KWD,3", "TND,3", "IQD,3", "MRU,2", "XAF,0", "XCG,2",
        "ZWG,2"
    })
    void knows_minor_units(String code, int decimals) {
        assertThat(CurrencyCode.of(code).minorUnits()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XXX", "XTS", "XAU", "XDR", "CHE", "CLF", "USN", "UYI", "COU", "BOV", "MXV", "ABC", "", " ", "CNY ",
                "¥", "人民币", "DOLLARS"
            })
    void refuses_what_nobody_pays_with(String code) {
        assertThatThrownBy(() -> CurrencyCode.of(code))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("currency");
    }

    @Test
    void names_the_code_and_the_remedy() {
        assertThatThrownBy(() -> CurrencyCode.of("cny"))
                .hasMessage("currency names \"cny\", which is not known. Did you mean CNY?");
        assertThatThrownBy(() -> CurrencyCode.of("HRK"))
                .hasMessage("currency names \"HRK\", which is not known. Did you mean EUR?");
        assertThatThrownBy(() -> CurrencyCode.of("RMB")).hasMessageContaining("Did you mean CNY?");
        assertThatThrownBy(() -> CurrencyCode.of("XXX"))
                .hasMessageContaining("\"XXX\"")
                .hasMessageContaining("ISO 4217");
    }

    @Test
    void does_not_echo_a_long_code() {
        assertThatThrownBy(() -> CurrencyCode.of("A".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    /** The list of the Java platform has the same decimals; it may be older or newer than ours in codes. */
    @Test
    void agrees_with_the_platform_on_decimals() {
        assertThat(CurrencyCode.all()).hasSize(155);
        var platform = Currency.getAvailableCurrencies();
        for (var currency : platform) {
            if (CurrencyCode.all().contains(currency.getCurrencyCode())) {
                assertThat(CurrencyCode.of(currency.getCurrencyCode()).minorUnits())
                        .as(currency.getCurrencyCode())
                        .isEqualTo(currency.getDefaultFractionDigits());
            }
        }
    }
}
