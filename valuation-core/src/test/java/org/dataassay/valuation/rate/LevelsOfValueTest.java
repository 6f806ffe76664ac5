package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.result.FoundFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsOfValueTest {

    private static FoundFigure found(LevelStep... steps) {
        return LevelsOfValue.standard().evaluate(new LevelFacts(Optional.empty(), List.of(steps)), CONTEXT);
    }

    private static double finnerty(double variance) {
        return found(new LevelStep.FinnertyAverage(number(Math.sqrt(variance)), number(1), number(0)))
                .value();
    }

    @Test
    void discounts_multiply_in_the_order_stated() {
        assertThat(found(new LevelStep.StatedDiscount(number(0.2), "a"), new LevelStep.StatedDiscount(number(0.3), "b"))
                        .value())
                .isCloseTo(0.44, within(1e-16));
        var facts = LevelFacts.of(
                cny(1000),
                new LevelStep.LackOfControl(number(0.25)),
                new LevelStep.StatedDiscount(number(0.1), "restricted for two years"));
        var found = LevelsOfValue.standard().evaluate(facts, CONTEXT);
        assertThat(found.worksheet().value("step 1/factor")).isCloseTo(0.8, within(1e-16));
        assertThat(found.worksheet().value("valueAfterSteps")).isCloseTo(720, within(1e-12));
        assertThat(found.value()).isCloseTo(0.28, within(1e-15));
        assertThat(found.notes()).anyMatch(note -> note.text().equals("restricted for two years"));
    }

    @Test
    void a_premium_and_its_discount_undo_each_other() {
        assertThat(found(new LevelStep.ControlPremium(number(0.3)), new LevelStep.LackOfControl(number(0.3)))
                        .value())
                .isCloseTo(0, within(1e-15));
        assertThat(found(new LevelStep.ControlPremium(number(0.3))).value()).isCloseTo(-0.3, within(1e-15));
    }

    /** v² in 80 digits by the series of e^x, where the closed form in doubles keeps none. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-10, 1e-8, 1e-6, 1e-4, 0.01, 0.1, 0.3, 0.4999, 0.5, 0.5001, 0.7, 1, 2, 5, 20})
    void finnertys_variance_keeps_its_digits(double variance) {
        var worksheet = found(new LevelStep.FinnertyAverage(number(Math.sqrt(variance)), number(1), number(0)))
                .worksheet();
        double x = worksheet.value("step 1/variance");
        assertThat(worksheet.value("step 1/averageVariance")).isCloseTo(exact(x), within(1e-13 * exact(x)));
    }

    private static double exact(double x) {
        var context = new MathContext(80);
        var big = new BigDecimal(x);
        var power = BigDecimal.ONE;
        var growth = BigDecimal.ZERO; // e^x − 1
        for (int k = 1; k < 200; k++) {
            power = power.multiply(big, context).divide(BigDecimal.valueOf(k), context);
            growth = growth.add(power, context);
        }
        // v² = ln(e^x · 2(e^x − x − 1) / (e^x − 1)²)
        var inside = growth.add(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(2))
                .multiply(growth.subtract(big))
                .divide(growth.multiply(growth), context);
        return log(inside, context);
    }

    /** ln a = 2 artanh((a − 1)/(a + 1)) for a near 1 and up to 2. */
    private static double log(BigDecimal a, MathContext context) {
        var z = a.subtract(BigDecimal.ONE).divide(a.add(BigDecimal.ONE), context);
        var power = z;
        var sum = BigDecimal.ZERO;
        for (int k = 1; k < 400; k += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(k), context), context);
            power = power.multiply(z, context).multiply(z, context);
        }
        return sum.multiply(BigDecimal.valueOf(2)).doubleValue();
    }

    @Test
    void finnertys_discount_grows_from_nothing_to_a_third() {
        assertThat(finnerty(1e-12)).isCloseTo(Math.sqrt(1e-12 / 3) / Math.sqrt(2 * Math.PI), within(1e-15));
        double before = 0;
        for (double variance = 0.001; variance < 40; variance *= 1.3) {
            double discount = finnerty(variance);
            assertThat(discount).isGreaterThan(before);
            before = discount;
        }
        assertThat(finnerty(99)).isCloseTo(0.32279, within(1e-5));
    }

    /** Longstaff (1995), table I: upper bound of the discount in percent, by volatility and years. */
    @ParameterizedTest
    @CsvSource({
        "0.10, 1, 8.232",
        "0.10, 5, 19.128",
        "0.20, 1, 16.984",
        "0.20, 2, 24.643",
        "0.30, 1, 26.276",
        "0.30, 5, 65.772"
    })
    void longstaffs_table(double volatility, double years, double percent) {
        assertThat(100
                        * found(new LevelStep.LongstaffLookback(number(volatility), number(years)))
                                .value())
                .isCloseTo(percent, within(0.0006));
    }

    /** The textbook put: price and strike 100, r 5 % continuous, σ 20 %, one year: 5.5735. */
    @Test
    void chaffes_put() {
        double r = Math.expm1(0.05);
        assertThat(100
                        * found(new LevelStep.ChaffePut(number(0.2), number(1), rate(r), number(0)))
                                .value())
                .isCloseTo(5.573526, within(1e-6));
        double bound =
                found(new LevelStep.LongstaffLookback(number(0.2), number(1))).value();
        assertThat(bound).isGreaterThan(0.0557);
    }

    @Test
    void a_bound_above_all_is_refused() {
        assertThatThrownBy(() -> found(new LevelStep.LongstaffLookback(number(1), number(3))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("A discount of all and more says nothing");
        assertThatThrownBy(() -> new LevelStep.StatedDiscount(number(15), ""))
                .hasMessage("discount must be at least 0 and below 1, but was 15. Give a decimal: 15 % is 0.15.\n"
                        + "reason must be stated, but was blank. Say what the discount is for.");
        assertThatThrownBy(() -> new LevelStep.FinnertyAverage(number(0), number(-1), number(2)))
                .hasMessageContaining("volatility must be above 0")
                .hasMessageContaining("years must be above 0")
                .hasMessageContaining("yield must be in [0, 1]");
        assertThatThrownBy(() -> found()).hasMessageContaining("steps must be 1 to 20");
    }

    @Test
    void fair_value_has_its_warning() {
        var fair = ValuationContext.of(CONTEXT.valuationDate(), CNY, BasisOfValue.FAIR_VALUE);
        assertThat(LevelsOfValue.standard()
                        .evaluate(
                                new LevelFacts(Optional.empty(), List.of(new LevelStep.LackOfControl(number(0.2)))),
                                fair)
                        .notes())
                .anySatisfy(note -> assertThat(note.code()).isEqualTo("discount-at-fair-value"));
    }
}
