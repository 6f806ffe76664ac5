package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PremiumProfitTest {

    private static final IncomeConventions END_OF_YEAR = IncomeConventions.STANDARD.withTiming(Timing.END);

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    private static InputRow<UnitPrice> perItem(double... amounts) {
        return InputRow.of(Arrays.stream(amounts)
                .mapToObj(amount -> UnitPrice.of(BigDecimal.valueOf(amount), CNY, "license"))
                .toList());
    }

    private static InputRow<Double> numbers(Double... values) {
        return InputRow.of(List.of(values));
    }

    private static double value(PremiumProfitFacts facts) {
        return new PremiumProfit(new PremiumProfit.Options(END_OF_YEAR))
                .evaluate(facts, CONTEXT)
                .worksheet()
                .value();
    }

    /** 3 · 100 + 5 % of 1000 + 20 · 6 + 10 % of 1000 · 40 % = 510, less costs of 10. */
    @Test
    void every_driver_acts_on_its_base() {
        var drivers = List.<PremiumDriver>of(
                new PremiumDriver.PricePremium("price", perItem(3), numbers(100.0)),
                new PremiumDriver.RelativePricePremium("quality", numbers(0.05), row(List.of(1000.0))),
                new PremiumDriver.AdditionalVolume("customers", numbers(20.0), perItem(6)),
                new PremiumDriver.RelativeVolume("renewals", numbers(0.1), row(List.of(1000.0)), numbers(0.4)));
        var facts = PremiumProfitFacts.of(drivers, TERMS).withCosts(row(List.of(10.0)));
        var valuation = new PremiumProfit(new PremiumProfit.Options(END_OF_YEAR)).evaluate(facts, CONTEXT);
        var worksheet = valuation.worksheet();
        assertThat(worksheet.values("drivers/price/gain")).containsExactly(300.0);
        assertThat(worksheet.values("drivers/quality/gain")).containsExactly(50.0);
        assertThat(worksheet.values("drivers/customers/gain")).containsExactly(120.0);
        assertThat(worksheet.values("drivers/renewals/gain")).containsExactly(40.0);
        assertThat(worksheet.value()).isCloseTo(500 * 0.8 / 1.1, within(1e-12));
        assertThat(valuation.notes()).extracting(Note::code).contains("drivers-add-up");
    }

    @Test
    void gains_decay_and_costs_end_with_the_life() {
        var driver = new PremiumDriver.RelativePricePremium("price", numbers(0.1, 0.1), row(List.of(1000.0, 1000.0)));
        var terms = TERMS.withDecay(new Decay.ConstantRate(number(0.19))).withRemainingUsefulLife(number(1.5));
        var facts = new PremiumProfitFacts(List.of(driver), Optional.of(row(List.of(10.0, 10.0))), terms);
        double first = (100 * 0.9 - 10) * 0.8 / 1.1;
        double second = (100 * 0.81 * 0.9 - 10) * 0.5 * 0.8 / 1.21;
        assertThat(value(facts)).isCloseTo(first + second, within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_premium(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 10);
        var revenue = random.doubles(n, 0, 1e6).boxed().toList();
        var premium = random.doubles(n, 0, 0.9).boxed().toList();
        double value = premium(premium, revenue, 0.12);
        assertThat(value).isNotNegative();
        assertThat(premium(premium, revenue.stream().map(r -> 2 * r).toList(), 0.12))
                .as("doubling money doubles value")
                .isCloseTo(2 * value, within(1e-12 * value));
        assertThat(premium(premium.stream().map(p -> 1.1 * p).toList(), revenue, 0.12))
                .as("a higher premium")
                .isGreaterThanOrEqualTo(value);
        assertThat(premium(premium, revenue, 0.13)).as("a higher rate").isLessThanOrEqualTo(value);
        var zeros = revenue.stream().map(r -> 0.0).toList();
        var without = new OperatingIncome.Amounts(row(revenue), row(zeros), Optional.empty());
        var with = new OperatingIncome.Amounts(
                row(java.util.stream.IntStream.range(0, n)
                        .mapToObj(t -> revenue.get(t) * (1 + premium.get(t)))
                        .toList()),
                row(zeros),
                Optional.empty());
        double compared = new WithAndWithout(new WithAndWithout.Options(END_OF_YEAR))
                .evaluate(
                        WithAndWithoutFacts.of(
                                Comparison.of(BusinessCase.of(with), BusinessCase.of(without)),
                                IncomeTerms.of(number(0.25), rate(0.12))),
                        CONTEXT)
                .worksheet()
                .value();
        assertThat(value).as("both cases compared").isCloseTo(compared, within(1e-9 * Math.max(1, value)));
    }

    private static double premium(List<Double> premium, List<Double> revenue, double rate) {
        var driver = new PremiumDriver.RelativePricePremium("price", InputRow.of(premium), row(revenue));
        return value(PremiumProfitFacts.of(List.of(driver), IncomeTerms.of(number(0.25), rate(rate))));
    }

    @Test
    void drivers_that_do_not_fit_are_refused_together() {
        var one = new PremiumDriver.PricePremium("price", perItem(3), numbers(100.0));
        var two = new PremiumDriver.PricePremium("price", perItem(3, 3), numbers(100.0, 100.0));
        assertThatThrownBy(() -> PremiumProfitFacts.of(List.of(one, two), TERMS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("drivers[1].name is used twice: price. Name each driver once.")
                .hasMessageContaining("drivers[1] must be 1 periods long, as the first, but was 2.");
        assertThatThrownBy(() -> PremiumProfitFacts.of(List.of(), TERMS))
                .hasMessageContaining("drivers must be 1 to 100, but was 0. State what makes profit rise");
        assertThatThrownBy(() -> PremiumProfitFacts.of(List.of(one), TERMS).withCosts(row(List.of(1.0, 1.0))))
                .hasMessageContaining("costs must be one for each of the 1 periods, but was 2.");
    }

    @Test
    void a_forgotten_percent_sign_is_refused() {
        assertThatThrownBy(() -> new PremiumDriver.RelativePricePremium("price", numbers(15.0), row(List.of(-1.0))))
                .hasMessageContaining(
                        "premium[0] must be above -1 and at most 10 as a decimal, but was 15. 5% is 0.05.")
                .hasMessageContaining("baseRevenue[0] must be at least 0");
        assertThatThrownBy(() -> new PremiumDriver.PricePremium("price", perItem(3, 4), numbers(-1.0)))
                .hasMessageContaining("premium must be one for each of the 1 periods, but was 2.")
                .hasMessageContaining("volume[0] must be at least 0");
        assertThatThrownBy(() ->
                        new PremiumDriver.RelativeVolume("renewals", numbers(0.1), row(List.of(1.0)), numbers(40.0)))
                .hasMessageContaining("margin[0] must be in [0, 1] as a decimal, but was 40. Did you mean 0.4 (40%)?");
    }
}
