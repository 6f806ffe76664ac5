package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import java.util.List;
import java.util.stream.Stream;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;

/** A built rate as a section of a sheet that values something: the tornado of the value reaches the premiums. */
class SectionTest {

    @Test
    void a_value_takes_a_built_rate_and_its_derivatives_reach_the_premiums() {
        var sheet = Sheet.open(CNY);
        var facts = new BuildUpFacts(rate(0.02), List.of(RiskPremium.of(RiskPremium.Kind.DATA_SECURITY, number(0.03))));
        var k = BuildUp.standard().write(sheet.section("discount rate"), facts, CONTEXT);
        var income = sheet.given("income", Unit.MONEY, cny(105));
        var worksheet = sheet.close(sheet.let("value", income.dividedBy(Cell.ONE.plus(k))));
        assertThat(worksheet.value()).isCloseTo(100, within(1e-12));
        assertThat(worksheet.derivatives().partials())
                .filteredOn(partial -> partial.input().equals("discount rate/dataSecurityPremium"))
                .singleElement()
                .satisfies(partial -> assertThat(partial.derivative()).isCloseTo(-105 / (1.05 * 1.05), within(1e-12)));
    }

    @Test
    void an_internal_rate_may_be_a_section_where_the_rule_leaves_one() {
        var open = Sheet.open(CNY);
        var three = new PeriodicFlows(
                Stream.of(-5.0, 10.5, 1.0, -8.0, 1.0).map(Terms::cny).toList());
        var cell = Irr.standard().write(open.section("deal"), three, CONTEXT);
        assertThatThrownBy(() -> open.close(open.let("twice", cell.plus(cell))))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessage(
                        "deal/rate has no solution: the flows have no rate, or several and the rule leaves the choice open. Look at all of them with rate.irr, and state a "
                                + "rule.");
        var sheet = Sheet.open(CNY);
        var rate =
                Irr.standard().write(sheet.section("deal"), new PeriodicFlows(List.of(cny(-100), cny(110))), CONTEXT);
        assertThat(sheet.close(sheet.let("twice", rate.plus(rate))).value()).isCloseTo(0.2, within(1e-14));
    }
}
