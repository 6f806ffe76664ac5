package org.dataassay.valuation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void a_bare_rate_is_annual_post_tax_and_nominal() {
        assertThat(Rate.of(0.12)).isEqualTo(new Rate(0.12, Compounding.ANNUAL, TaxBasis.POST_TAX, PriceBasis.NOMINAL));
        assertThat(Rate.of(0.12)).hasToString("12% a year, annual, post-tax nominal");
        assertThat(Rate.of(-0.0)).isEqualTo(Rate.of(0));
    }

    @Test
    void percent_is_exact() {
        assertThat(Rate.ofPercent("12").decimal()).isEqualTo(0.12);
        assertThat(Rate.ofPercent("7").decimal()).isEqualTo(0.07); // 7 / 100.0 is 0.07, 7 · 0.01 is not
        assertThat(Rate.ofPercent(5).decimal()).isEqualTo(0.05);
        assertThat(Rate.ofPercent(0.1).decimal()).isEqualTo(0.001);
        assertThat(Rate.ofPercent("-0.5").decimal()).isEqualTo(-0.005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12%", "1e1", "NaN", " 12", "12,5", "٥", "99999999999999999999"})
    void refuses_a_percentage_that_is_no_number(String text) {
        assertThatThrownBy(() -> Rate.ofPercent(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("such as 12.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15   | rate must be at most 1 as a decimal per year, but was 15. Did you mean 0.15 (15%)?",
                "1.01 | rate must be at most 1 as a decimal per year, but was 1.01. Did you mean 0.0101 (1.01%)?",
                "-1   | rate must be above -1, but was -1. Did you mean -0.01 (-1%)?",
                "-5   | rate must be above -1, but was -5. Did you mean -0.05 (-5%)?",
                "NaN  | rate is not a finite number: NaN. Give a decimal per year: 5% is 0.05.",
                "Infinity | rate is not a finite number: Infinity. Give a decimal per year: 5% is 0.05."
            })
    void refuses_an_implausible_rate(double decimal, String message) {
        assertThatThrownBy(() -> Rate.of(decimal))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void an_unusual_rate_must_be_declared() {
        assertThat(Rate.of(1).unusual()).isFalse();
        assertThat(Rate.unusual(1.5).decimal()).isEqualTo(1.5);
        assertThat(Rate.unusual(1.5).unusual()).isTrue();
        assertThat(Rate.unusual(0.12)).isEqualTo(Rate.of(0.12));
        assertThat(Rate.of(-0.9).convertedTo(Compounding.CONTINUOUS).decimal())
                .isCloseTo(-2.302585092994046, within(1e-15)); // ln 0.1
        assertThatThrownBy(
                        () -> Rate.of(-0.9).convertedTo(Compounding.CONTINUOUS).withCompounding(Compounding.ANNUAL))
                .hasMessageContaining("rate must be above -1");
        assertThatThrownBy(() -> Rate.unusual(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Rate.unusual(Double.NaN)).isInstanceOf(InvalidInputException.class);
    }

    /** 12% compounded monthly is 1.01^12 − 1 = 12.682503013196972% effective. */
    @Test
    void converts_between_compoundings() {
        var monthly = Rate.of(0.12).withCompounding(Compounding.MONTHLY);
        assertThat(monthly.effectiveAnnual()).isCloseTo(0.12682503013196972, within(1e-16));
        assertThat(monthly.convertedTo(Compounding.ANNUAL).decimal()).isCloseTo(0.12682503013196972, within(1e-16));
        var semiannual = Rate.of(0.10).withCompounding(Compounding.SEMIANNUAL); // 1.05² − 1 = 10.25%
        assertThat(semiannual.effectiveAnnual()).isCloseTo(0.1025, within(1e-16));
        var continuous = Rate.of(0.10).convertedTo(Compounding.CONTINUOUS); // ln 1.1
        assertThat(continuous.decimal()).isCloseTo(0.09531017980432486, within(1e-16));
        assertThat(Rate.of(0.12).convertedTo(Compounding.ANNUAL)).isEqualTo(Rate.of(0.12));
    }

    @Test
    void discounts_alike_whatever_the_compounding() {
        for (var compounding : Compounding.values()) {
            assertThat(Rate.of(0.12).convertedTo(compounding).discountFactor(2.5))
                    .isCloseTo(0.7532774095, within(1e-10)); // 1 / (1.12² · √1.12) = 1 / (1.2544 · 1.0583005244)
        }
    }

    /** 1 + n = (1 + r)(1 + i): 4% real and 3% inflation are 7.12% nominal. */
    @Test
    void nominal_and_real_follow_fisher() {
        var real = Rate.of(0.04).withPrices(PriceBasis.REAL);
        assertThat(real.nominal(0.03)).satisfies(nominal -> {
            assertThat(nominal.decimal()).isCloseTo(0.0712, within(1e-17));
            assertThat(nominal.prices()).isEqualTo(PriceBasis.NOMINAL);
        });
        assertThat(Rate.of(0.0712).real(0.03).decimal()).isCloseTo(0.04, within(1e-16));
        assertThatThrownBy(() -> real.real(0.03)).hasMessageContaining("it is real already");
        assertThatThrownBy(() -> Rate.of(0.04).nominal(0.03)).hasMessageContaining("it is nominal already");
        assertThatThrownBy(() -> real.nominal(3)).hasMessageContaining("Did you mean 0.03 (3%)?");
    }

    @Test
    void refuses_flows_of_another_basis() {
        Rate.of(0.12).requireBasis("discountRate", TaxBasis.POST_TAX, PriceBasis.NOMINAL);
        assertThatThrownBy(() -> Rate.of(0.12).requireBasis("discountRate", TaxBasis.PRE_TAX, PriceBasis.REAL))
                .hasMessage(
                        "discountRate does not fit: it is post-tax nominal but the flows are pre-tax real. Give rate and flows on the same basis.");
    }
}
