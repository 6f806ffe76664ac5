package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

class DirectIncomeTest {

    private static final IncomeConventions END_OF_YEAR = IncomeConventions.STANDARD.withTiming(Timing.END);
    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    private static double value(IncomeStream income, IncomeTerms terms, IncomeConventions conventions) {
        return new DirectIncome(DirectIncome.Options.STANDARD.withConventions(conventions))
                .evaluate(new DirectIncomeFacts(income, terms), CONTEXT)
                .worksheet()
                .value();
    }

    @Test
    void variable_costs_decay_with_the_revenue_and_fixed_costs_run_on() {
        var income = IncomeStream.RevenueLessCosts.of(row(List.of(1000.0, 1200.0)))
                .withVariableCosts(row(List.of(200.0, 300.0)))
                .withFixedCosts(row(List.of(100.0, 110.0)));
        var terms = TERMS.withDecay(new Decay.ConstantRate(number(0.25))).withRemainingUsefulLife(number(1.5));
        double first = (800 * StrictMath.pow(0.75, 0.5) - 100) * 0.8 / 1.1;
        double second = (900 * StrictMath.pow(0.75, 1.5) - 110) * 0.5 * 0.8 / 1.21;
        assertThat(value(income, terms, END_OF_YEAR)).isCloseTo(first + second, within(1e-11));
    }

    @Test
    void tax_is_deducted_from_a_profit_and_not_from_a_net_cash_flow() {
        var amounts = row(List.of(100.0, -50.0));
        double flows = 100 / 1.1 - 50 / 1.21;
        assertThat(value(new IncomeStream.NetCashFlow(amounts), TERMS, END_OF_YEAR))
                .isCloseTo(flows, within(1e-12));
        assertThat(value(new IncomeStream.Profit(amounts), TERMS, END_OF_YEAR)).isCloseTo(0.8 * flows, within(1e-12));
    }

    /** The stub takes its part of income and of both kinds of costs. */
    @Test
    void a_stub_period_takes_its_part_of_everything() {
        var income = IncomeStream.RevenueLessCosts.of(row(List.of(1000.0, 1000.0)))
                .withVariableCosts(row(List.of(200.0, 200.0)))
                .withFixedCosts(row(List.of(100.0, 100.0)));
        assertThat(value(income, TERMS, END_OF_YEAR.withTiming(Timing.stub(0.25, Timing.Regular.END))))
                .isCloseTo(560 * (0.25 / StrictMath.pow(1.1, 0.25) + 1 / StrictMath.pow(1.1, 1.25)), within(1e-10));
    }

    /** The form of the Chinese guidance: EBIT at the end of the year, a pre-tax rate. */
    @Test
    void the_form_of_the_chinese_guidance() {
        var preTax = IncomeTerms.of(number(0.2), Input.of(Rate.of(0.1).withTax(TaxBasis.PRE_TAX)));
        var profit = new IncomeStream.Profit(row(List.of(100.0, 100.0)));
        assertThat(value(profit, preTax, IncomeConventions.CAS_2023)).isCloseTo(100 / 1.1 + 100 / 1.21, within(1e-12));
        assertThatThrownBy(() -> value(profit, TERMS, IncomeConventions.CAS_2023))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("it is POST_TAX but the flows are PRE_TAX");
        var flagged = IncomeConventions.CAS_2023.withMismatchedRate(IncomeConventions.MismatchedRate.FLAGGED);
        var valuation = new DirectIncome(DirectIncome.Options.STANDARD.withConventions(flagged))
                .evaluate(new DirectIncomeFacts(profit, TERMS), CONTEXT);
        assertThat(valuation.notes()).extracting(Note::code).contains("rate-of-other-tax-basis");
    }

    @Test
    void broken_rows_are_named_together() {
        var income = IncomeStream.RevenueLessCosts.of(row(List.of(10.0, 20.0)));
        assertThatThrownBy(() -> new IncomeStream.RevenueLessCosts(
                        row(List.of(10.0, -20.0)),
                        Optional.of(row(List.of(1.0))),
                        Optional.of(row(List.of(-1.0, 1.0)))))
                .hasMessageContaining("revenue[1] must be at least 0, but was CNY -20.00. State what customers pay")
                .hasMessageContaining("variableCosts must be one for each of the 2 periods, but was 1")
                .hasMessageContaining("fixedCosts[0] must be at least 0");
        assertThatThrownBy(() -> new DirectIncomeFacts(income, TERMS.withPeriods(List.of("2026"))))
                .hasMessageContaining("periods must be one for each of the 2 values of income, but was 1");
    }
}
