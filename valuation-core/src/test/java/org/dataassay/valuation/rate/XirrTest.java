package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.dataassay.valuation.time.DayCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XirrTest {

    static DatedFlows flows(PublishedCase published) {
        var flows = new ArrayList<DatedFlow>();
        var amounts = published.inputs("amounts");
        for (int i = 0; i < amounts.size(); i++)
            flows.add(DatedFlow.of(
                    LocalDate.parse(published.inputs().get("dates").get(i).asText()), cny(amounts.get(i))));
        return new DatedFlows(flows);
    }

    private static InternalRates rates(DatedFlows flows, RootRule rule, DayCount dayCount) {
        return new Xirr(Xirr.Options.STANDARD.withRule(rule).withDayCount(dayCount)).evaluate(flows, CONTEXT);
    }

    /** The 1 000 random flows have a third rate, −0.9706, which the source does not list: with 485 changes of sign the number of rates is odd. */
    @ParameterizedTest
    @CsvSource({
        "xirr-excel, ACT_365F, 1",
        "xirr-minus_0_993, ACT_365F, 2",
        "xirr-random, ACT_365F, 3",
        "xirr-daycount-30-360-SIA, THIRTY_360_US, 1"
    })
    void published_cases(String id, DayCount dayCount, int rates) {
        var published = PublishedCase.of("rate.xirr", id);
        var found = rates(flows(published), RootRule.CLOSEST_TO_ZERO, dayCount);
        assertThat(found.rate().orElseThrow())
                .isCloseTo(
                        published.expected().get("xirr").asDouble(),
                        within(published.tolerance().asDouble()));
        assertThat(found.rates()).hasSize(rates);
        for (double known : published.all("allRoots"))
            assertThat(found.rates())
                    .anySatisfy(rate -> assertThat(rate).isCloseTo(known, within(1e-10 * (1 + known))));
        if (rates == 3) assertThat(found.rates().get(0)).isCloseTo(-0.970598309495541, within(1e-12));
    }

    @Test
    void order_and_epoch_change_nothing() {
        var published = PublishedCase.of("rate.xirr", "xirr-excel");
        var flows = new ArrayList<>(flows(published).flows());
        Collections.reverse(flows);
        double r = rates(new DatedFlows(flows), RootRule.ONLY_IF_UNIQUE, DayCount.ACT_365F)
                .rate()
                .orElseThrow();
        assertThat(r).isCloseTo(0.37336253351883, within(1e-13));
        var before = flows.stream()
                .map(flow -> DatedFlow.of(flow.date().minusDays(36_525), flow.amount()))
                .toList();
        assertThat(rates(new DatedFlows(before), RootRule.ONLY_IF_UNIQUE, DayCount.ACT_365F)
                        .rate()
                        .orElseThrow())
                .isCloseTo(r, within(1e-13));
    }

    @Test
    void day_counts_move_the_rate_by_more_than_a_tenth_of_a_point() {
        var flows = flows(PublishedCase.of("rate.xirr", "xirr-excel"));
        var rates = List.of(DayCount.values()).stream()
                .map(count ->
                        rates(flows, RootRule.ONLY_IF_UNIQUE, count).rate().orElseThrow())
                .toList();
        assertThat(Collections.max(rates) - Collections.min(rates)).isBetween(0.001, 0.02);
    }

    @Test
    void yearly_flows_have_the_rate_of_periodic_ones() {
        var dates = List.of("2021-12-31", "2022-12-31", "2023-12-31");
        var amounts = List.of(-1000.0, 200.0, 1100.0);
        var flows = new ArrayList<DatedFlow>();
        for (int i = 0; i < 3; i++) flows.add(DatedFlow.of(LocalDate.parse(dates.get(i)), cny(amounts.get(i))));
        var periodic = Irr.standard().evaluate(new PeriodicFlows(List.of(cny(-1000), cny(200), cny(1100))), CONTEXT);
        assertThat(Xirr.standard().evaluate(new DatedFlows(flows), CONTEXT).rate())
                .isEqualTo(periodic.rate());
    }

    @Test
    void flows_of_one_day_are_added_and_a_loan_repaid_at_once_has_no_rate() {
        var day = LocalDate.of(1969, 12, 31);
        var same = new DatedFlows(List.of(DatedFlow.of(day, cny(-5)), DatedFlow.of(day, cny(5))));
        assertThatThrownBy(() -> Xirr.standard().evaluate(same, CONTEXT)).isInstanceOf(NotApplicableException.class);
        var two = new DatedFlows(List.of(
                DatedFlow.of(day, cny(-40)), DatedFlow.of(day.plusYears(1), cny(110)), DatedFlow.of(day, cny(-60))));
        var found = Xirr.standard().evaluate(two, CONTEXT);
        assertThat(found.rate().orElseThrow()).isCloseTo(0.1, within(1e-15));
        assertThat(found.worksheet().explain().figures().get(0).elements())
                .containsExactly("1969-12-31", "1970-12-31", "1969-12-31 (2)");
        assertThat(found.worksheet().spreadsheet().tabs().get(0).cells())
                .extracting(SpreadsheetCell::text)
                .noneMatch(formula -> formula.startsWith("IRR"));
    }
}
