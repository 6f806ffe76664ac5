package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.income.IncomeConventions.TerminalExponent;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

/** Five flows and a terminal value stated in money; a multiple of 1 carries it. */
class DirectIncomePublishedCasesTest {

    private static final String ID = "income.direct-income";

    private static double value(PublishedCase published, IncomeConventions conventions) {
        var terminal = new TerminalValue.ExitMultiple(
                number(1), TerminalValue.ExitMultiple.Metric.CASH_FLOW, cny(published.input("terminalValue")));
        var facts = new DirectIncomeFacts(
                new IncomeStream.NetCashFlow(row(published.inputs("cashFlows"))),
                IncomeTerms.of(number(0), rate(published.input("rate"))).withTerminalValue(terminal));
        return new DirectIncome(DirectIncome.Options.STANDARD.withConventions(conventions))
                .evaluate(facts, CONTEXT)
                .worksheet()
                .value();
    }

    @Test
    void flows_at_the_end_of_each_year() {
        var published = PublishedCase.of(ID, "dcf-endyear-valuadder");
        // printed in whole units
        assertThat(value(published, IncomeConventions.STANDARD.withTiming(Timing.END)))
                .isCloseTo(published.expected().get("value").asDouble(), within(0.5));
    }

    /** End-year value times √(1 + r) is the convention of constant growth; an exit multiple is 4.5 % apart. */
    @Test
    void flows_in_the_middle_of_each_year() {
        var published = PublishedCase.of(ID, "dcf-midyear-valuadder-all");
        double expected = published.expected().get("value").asDouble();
        assertThat(value(published, IncomeConventions.STANDARD.withTerminalExponent(TerminalExponent.OF_LAST_FLOW)))
                .isCloseTo(expected, within(1e-9 * expected));
        assertThat(value(published, IncomeConventions.STANDARD)).isCloseTo(4_270_951.81, within(0.005));
    }
}
