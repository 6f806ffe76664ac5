package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.life.Ramp;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.PriceBasis;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

class WithAndWithoutTest {

    private static final WithAndWithout END_OF_YEAR =
            new WithAndWithout(new WithAndWithout.Options(IncomeConventions.STANDARD.withTiming(Timing.END)));

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    /** Revenue each year, costs 100 of which 40 are fixed. */
    private static BusinessCase business(double... revenue) {
        var amounts = java.util.Arrays.stream(revenue).boxed().toList();
        return BusinessCase.of(new OperatingIncome.Amounts(
                row(amounts),
                row(amounts.stream().map(r -> 60.0).toList()),
                Optional.of(row(amounts.stream().map(r -> 40.0).toList()))));
    }

    private static Worksheet worksheet(WithAndWithoutFacts facts) {
        return END_OF_YEAR.evaluate(facts, CONTEXT).worksheet();
    }

    private static double value(WithAndWithoutFacts facts) {
        return worksheet(facts).value();
    }

    @Test
    void investment_depreciation_life_and_decay_follow_the_closed_form() {
        var with =
                business(300, 330).withInvestment(row(List.of(50.0, 10.0))).withDepreciation(row(List.of(20.0, 20.0)));
        var without = business(200, 210).withInvestment(row(List.of(5.0, 5.0)));
        var terms = TERMS.withRemainingUsefulLife(number(1.5)).withDecay(new Decay.ConstantRate(number(0.25)));
        double s1 = StrictMath.sqrt(0.75);
        double s2 = 0.75 * s1;
        double first = 100 * s1 * 0.8 - (50 - 20) + 5;
        double second = 0.5 * (120 * s2 * 0.8 - (10 - 20) + 5);
        var worksheet = worksheet(WithAndWithoutFacts.of(Comparison.of(with, without), terms));
        assertThat(worksheet.values("with/operatingProfit")).containsExactly(200.0, 230.0);
        assertThat(worksheet.values("incrementalCashFlow").get(0)).isCloseTo(first, within(1e-12));
        assertThat(worksheet.values("incrementalCashFlow").get(1)).isCloseTo(second, within(1e-12));
        assertThat(worksheet.value()).isCloseTo(first / 1.1 + second / 1.21, within(1e-12));
    }

    /** The gap of 100 closes to 75, 25 and 0 % at mid-year over two years; rebuilding costs 30 that the owner is spared. */
    @Test
    void coming_back_closes_the_gap_and_costs_money() {
        var comparison = Comparison.of(business(300, 300, 300), business(200, 200, 200))
                .withRampBack(
                        RampBack.of(new Ramp.Linear(number(2))).withRebuildingCosts(row(List.of(30.0, 0.0, 0.0))));
        var worksheet = worksheet(WithAndWithoutFacts.of(comparison, TERMS));
        assertThat(worksheet.values("profitNotRegained")).containsExactly(75.0, 25.0, 0.0);
        assertThat(worksheet.value()).isCloseTo((75 + 30) * 0.8 / 1.1 + 25 * 0.8 / 1.21, within(1e-12));
        var stated = comparison.withRampBack(RampBack.of(new Ramp.Stated(InputRow.of(List.of(0.25, 0.75, 1.0)))));
        assertThat(value(WithAndWithoutFacts.of(stated, TERMS)))
                .isCloseTo(75 * 0.8 / 1.1 + 25 * 0.8 / 1.21, within(1e-12));
    }

    @Test
    void two_rates_give_two_present_values() {
        var back = RampBack.of(new Ramp.Linear(number(2))).withRebuildingCosts(row(List.of(30.0, 0.0)));
        var comparison = Comparison.of(business(300, 300), business(200, 200))
                .withRampBack(back)
                .withProbability(number(0.5));
        var worksheet = worksheet(WithAndWithoutFacts.of(comparison, TERMS).withDiscountRateWithout(rate(0.08)));
        double with = 200 * 0.8 / 1.1 + 200 * 0.8 / 1.21;
        double without = (125 - 30) * 0.8 / 1.08 + 175 * 0.8 / (1.08 * 1.08);
        assertThat(worksheet.value("presentValueWith")).isCloseTo(with, within(1e-12));
        assertThat(worksheet.value("presentValueWithout")).isCloseTo(without, within(1e-12));
        assertThat(worksheet.value()).isCloseTo(0.5 * (with - without), within(1e-12));
    }

    @Test
    void a_terminal_value_continues_the_increment() {
        var terms = TERMS.withTerminalValue(new TerminalValue.ConstantGrowth(rate(0.02)));
        assertThat(value(WithAndWithoutFacts.of(Comparison.of(business(300), business(200)), terms)))
                .isCloseTo(80 / (0.1 - 0.02), within(1e-10));
    }

    @Test
    void the_substitute_caps_the_increment() {
        var terms = TERMS.withReplicationCap(new ReplicationCap(cny(10), number(0.5)));
        var comparison = Comparison.of(business(300), business(200));
        assertThat(value(WithAndWithoutFacts.of(comparison, terms))).isEqualTo(10 + 0.5 * 80);
        assertThat(value(WithAndWithoutFacts.of(comparison, terms).withDiscountRateWithout(rate(0.1))))
                .isEqualTo(10 + 0.5 * 80);
    }

    @Test
    void an_asset_that_harms_has_a_negative_value() {
        assertThat(value(WithAndWithoutFacts.of(Comparison.of(business(200), business(300)), TERMS)))
                .isCloseTo(-80 / 1.1, within(1e-12));
    }

    @Test
    void a_case_without_its_base_is_refused() {
        var request = """
                {"method": "income.with-and-without",
                 "facts": {"comparison": {"with": {"income": {"amounts": {"revenue": ["CNY 12650"], "variableCosts": ["CNY 6555"]}}}},
                           "terms": {"taxRate": 0.25, "discountRate": 0.1}},
                 "context": {"valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "market-value"}}""";
        assertThatThrownBy(() -> AssayJson.standard().readRequest(request))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("facts.comparison.without is missing.");
        assertThatThrownBy(() -> new WithAndWithoutFacts(Optional.empty(), Optional.empty(), Optional.empty(), TERMS))
                .hasMessage(
                        "comparison is missing. Give the business with the asset and without it: without its base no increment is known.");
    }

    @Test
    void a_base_that_earns_nothing_is_warned_of() {
        var facts = WithAndWithoutFacts.of(Comparison.of(business(300), business(100)), TERMS);
        assertThat(END_OF_YEAR.evaluate(facts, CONTEXT).notes())
                .extracting(Note::code)
                .contains("base-earns-nothing");
        var sound = WithAndWithoutFacts.of(Comparison.of(business(300), business(101)), TERMS);
        assertThat(END_OF_YEAR.evaluate(sound, CONTEXT).notes())
                .extracting(Note::code)
                .doesNotContain("base-earns-nothing");
    }

    @Test
    void a_probability_and_a_premium_for_the_same_risk_are_warned_of() {
        var facts = WithAndWithoutFacts.of(
                Comparison.of(business(300), business(200)).withProbability(number(0.4)), TERMS);
        var valuation = END_OF_YEAR.evaluate(facts, CONTEXT);
        assertThat(valuation.worksheet().value()).isCloseTo(0.4 * 80 / 1.1, within(1e-12));
        assertThat(valuation.notes()).extracting(Note::code).contains("difference-not-certain");
    }

    @Test
    void cases_of_different_length_are_refused() {
        assertThatThrownBy(() -> Comparison.of(business(1, 2), business(1)).withProbability(number(2)))
                .hasMessageContaining("without must be 2 periods long, as the case with the asset, but was 1.");
        assertThatThrownBy(() -> business(1, 2).withInvestment(row(List.of(1.0))))
                .hasMessageContaining("investment must be one for each of the 2 periods, but was 1.");
        assertThatThrownBy(() -> business(-1))
                .hasMessageContaining("revenue[0] must be at least 0")
                .hasMessageContaining("put losses into the costs");
    }

    @Test
    void a_second_rate_of_another_basis_or_with_decay_is_refused() {
        var comparison = Comparison.of(business(300), business(200));
        var real = Input.of(Rate.of(0.1).withPrices(PriceBasis.REAL));
        assertThatThrownBy(() -> WithAndWithoutFacts.of(comparison, TERMS).withDiscountRateWithout(real))
                .hasMessageContaining("discountRateWithout")
                .hasMessageContaining("real but discountRate is 10% a year, annual, post-tax nominal");
        assertThatThrownBy(() -> WithAndWithoutFacts.of(comparison, TERMS.withDecay(new Decay.HalfLife(number(3))))
                        .withDiscountRateWithout(rate(0.1)))
                .hasMessageContaining("decay and terminal value act on an increment");
    }

    @Test
    void a_ramp_that_falls_is_refused() {
        assertThatThrownBy(() -> new Ramp.Stated(InputRow.of(List.of(0.5, 0.4))))
                .hasMessageContaining("shares[1] must be at least the share before it, 0.5, but was 0.4.");
        assertThatThrownBy(() -> new Ramp.Linear(number(0))).hasMessageContaining("years must be above 0");
    }
}
