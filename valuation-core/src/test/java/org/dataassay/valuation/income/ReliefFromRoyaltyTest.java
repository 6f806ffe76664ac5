package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

class ReliefFromRoyaltyTest {

    private static final ReliefFromRoyalty END_OF_YEAR =
            new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withTiming(Timing.END));

    private static RoyaltyFacts.Builder facts(Double... revenue) {
        return RoyaltyFacts.builder(
                row(List.of(revenue)), royalty(0.1, Royalty.UpkeepBearer.OWNER), number(0.2), rate(0.1));
    }

    private static Royalty royalty(double rate, Royalty.UpkeepBearer upkeep) {
        return new Royalty(number(rate), Royalty.Base.GROSS_REVENUE, upkeep);
    }

    @Test
    void every_part_at_once_follows_the_closed_form() {
        var facts = facts(1000.0, 1200.0)
                .upkeep(row(List.of(10.0, 20.0)))
                .decay(new Decay.ConstantRate(number(0.25)))
                .remainingUsefulLife(number(1.5))
                .build();
        var worksheet = END_OF_YEAR.evaluate(facts, CONTEXT).worksheet();
        double first = (1000 * StrictMath.pow(0.75, 0.5) * 0.1 - 10) * 0.8 / 1.1;
        double second = (1200 * StrictMath.pow(0.75, 1.5) * 0.1 - 20) * 0.5 * 0.8 / 1.21;
        assertThat(worksheet.values("presentValueByPeriod"))
                .satisfiesExactly(
                        v -> assertThat(v).isCloseTo(first, within(1e-12)),
                        v -> assertThat(v).isCloseTo(second, within(1e-12)));
        assertThat(worksheet.value()).isCloseTo(first + second, within(1e-12));
    }

    @Test
    void a_terminal_value_adds_what_constant_growth_is_worth() {
        var facts = facts(1000.0).terminalValue(new TerminalValue(rate(0.02))).build();
        double flow = 1000 * 0.1 * 0.8;
        assertThat(END_OF_YEAR.evaluate(facts, CONTEXT).worksheet().value())
                .isCloseTo(flow / (0.1 - 0.02), within(1e-10));
    }

    @Test
    void a_freely_available_substitute_caps_the_value_and_says_so() {
        var facts = facts(1000.0, 1000.0)
                .replicationCap(new ReplicationCap(cny(50), number(0.5)))
                .build();
        var valuation = END_OF_YEAR.evaluate(facts, CONTEXT);
        assertThat(valuation.amount()).isEqualTo(money(50 + 0.5 * 80));
        assertThat(valuation.notes()).extracting(Note::code).contains("replication-cap");
        var uncapped = facts(1000.0, 1000.0)
                .replicationCap(new ReplicationCap(cny(500), number(0.5)))
                .build();
        assertThat(END_OF_YEAR.evaluate(uncapped, CONTEXT).worksheet().value())
                .isCloseTo(80 / 1.1 + 80 / 1.21, within(1e-12));
    }

    @Test
    void a_royalty_above_the_profit_is_warned_of() {
        var valuation =
                END_OF_YEAR.evaluate(facts(1000.0).operatingMargin(number(0.08)).build(), CONTEXT);
        assertThat(valuation.worksheet().value("impliedProfitSplit")).isCloseTo(1.25, within(1e-15));
        assertThat(valuation.notes()).extracting(Note::code).contains("royalty-above-profit");
    }

    @Test
    void growth_at_or_above_the_discount_rate_is_refused() {
        var facts = facts(1000.0).terminalValue(new TerminalValue(rate(0.1))).build();
        assertThatThrownBy(() -> END_OF_YEAR.evaluate(facts, CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("longTermGrowth < discountRate")
                .hasMessageContaining("0.1 is not < 0.1")
                .hasMessageContaining("Lower the growth");
    }

    @Test
    void a_pre_tax_rate_with_post_tax_flows_is_refused() {
        var facts = RoyaltyFacts.builder(
                        row(List.of(1.0)),
                        royalty(0.1, Royalty.UpkeepBearer.OWNER),
                        number(0.2),
                        Input.of(Rate.of(0.1).withTax(TaxBasis.PRE_TAX)))
                .build();
        assertThatThrownBy(() -> END_OF_YEAR.evaluate(facts, CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("discountRate")
                .hasMessageContaining("taxBasis");
    }

    @Test
    void a_life_beyond_the_forecast_is_refused() {
        var facts = facts(1.0, 1.0).remainingUsefulLife(number(3)).build();
        assertThatThrownBy(() -> END_OF_YEAR.evaluate(facts, CONTEXT))
                .hasMessageContaining("3 is not <= 2")
                .hasMessageContaining("Extend the forecast");
    }

    @Test
    void all_broken_fields_are_named_together() {
        assertThatThrownBy(() -> facts(1.0, -2.0)
                        .remainingUsefulLife(number(-1))
                        .periods(List.of("2026"))
                        .operatingMargin(number(15))
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("revenue[1] must be at least 0")
                .hasMessageContaining("remainingUsefulLife must be above 0")
                .hasMessageContaining("periods must be one for each of the 2 values")
                .hasMessageContaining(
                        "operatingMargin must be in [0, 1] as a decimal, but was 15. Did you mean 0.15 (15%)?");
    }

    @Test
    void upkeep_is_not_deducted_twice() {
        assertThatThrownBy(() -> RoyaltyFacts.builder(
                                row(List.of(1.0)), royalty(0.1, Royalty.UpkeepBearer.LICENSEE), number(0.2), rate(0.1))
                        .upkeep(row(List.of(1.0)))
                        .build())
                .hasMessageContaining("licensee bears it already");
    }

    @Test
    void unstated_sources_become_a_note() {
        assertThat(END_OF_YEAR.evaluate(facts(1.0).build(), CONTEXT).notes())
                .anySatisfy(
                        note -> assertThat(note.text()).contains("discountRate", "taxRate", "revenue", "royaltyRate"));
    }
}
