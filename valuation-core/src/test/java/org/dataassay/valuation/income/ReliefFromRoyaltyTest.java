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

    private static final ReliefFromRoyalty END_OF_YEAR = new ReliefFromRoyalty(
            ReliefFromRoyalty.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END)));

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    private static RoyaltyFacts facts(Double... revenue) {
        return facts(TERMS, revenue);
    }

    private static RoyaltyFacts facts(IncomeTerms terms, Double... revenue) {
        return RoyaltyFacts.of(row(List.of(revenue)), royalty(0.1, Royalty.UpkeepBearer.OWNER), terms);
    }

    private static Royalty royalty(double rate, Royalty.UpkeepBearer upkeep) {
        return new Royalty(number(rate), Royalty.Base.GROSS_REVENUE, upkeep);
    }

    @Test
    void every_part_at_once_follows_the_closed_form() {
        var terms = TERMS.withDecay(new Decay.ConstantRate(number(0.25))).withRemainingUsefulLife(number(1.5));
        var facts = facts(terms, 1000.0, 1200.0).withUpkeep(row(List.of(10.0, 20.0)));
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
        var facts = facts(TERMS.withTerminalValue(new TerminalValue.ConstantGrowth(rate(0.02))), 1000.0);
        double flow = 1000 * 0.1 * 0.8;
        assertThat(END_OF_YEAR.evaluate(facts, CONTEXT).worksheet().value())
                .isCloseTo(flow / (0.1 - 0.02), within(1e-10));
    }

    /** Two years of 80 after tax at 10 %: the closed forms of each kind, and from where it is discounted. */
    @Test
    void each_kind_of_terminal_value_follows_its_closed_form() {
        double flows = 80 / 1.1 + 80 / 1.21;
        assertThat(with(new TerminalValue.ValueDriver(rate(0.02), rate(0.16))))
                .isCloseTo(flows + 80 * 1.02 * (1 - 0.02 / 0.16) / 0.08 / 1.21, within(1e-10));
        assertThat(with(new TerminalValue.FadingGrowth(rate(0.02), rate(0.08), number(6))))
                .isCloseTo(flows + 80 * (1.02 + 3 * 0.06) / 0.08 / 1.21, within(1e-10));
        assertThat(with(new TerminalValue.ExitMultiple(number(4), TerminalValue.ExitMultiple.Metric.EBITDA, cny(150))))
                .isCloseTo(flows + 600 / 1.21, within(1e-10));
    }

    /** With flows in the middle of the year a growing stream is discounted at N − ½, an exit multiple at N, and the option may say otherwise. */
    @Test
    void a_terminal_value_is_discounted_as_its_kind_has_it() {
        var multiple = new TerminalValue.ExitMultiple(number(4), TerminalValue.ExitMultiple.Metric.REVENUE, cny(100));
        double root = StrictMath.sqrt(1.1);
        double flows = (80 / 1.1 + 80 / 1.21) * root;
        var standard = IncomeConventions.STANDARD;
        assertThat(with(standard, new TerminalValue.ConstantGrowth(rate(0.02))))
                .isCloseTo(flows + 80 * 1.02 / 0.08 / 1.21 * root, within(1e-10));
        assertThat(with(standard, multiple)).isCloseTo(flows + 400 / 1.21, within(1e-10));
        assertThat(with(standard.withTerminalExponent(IncomeConventions.TerminalExponent.OF_LAST_FLOW), multiple))
                .isCloseTo(flows + 400 / 1.21 * root, within(1e-10));
        assertThat(with(
                        standard.withTiming(Timing.stub(0.5, Timing.Regular.END)),
                        new TerminalValue.ExitMultiple(number(4), TerminalValue.ExitMultiple.Metric.EBIT, cny(100))))
                .isCloseTo(40 / root + (80 + 400) / StrictMath.pow(1.1, 1.5), within(1e-10));
    }

    private static double with(TerminalValue terminal) {
        return with(IncomeConventions.STANDARD.withTiming(Timing.END), terminal);
    }

    private static double with(IncomeConventions conventions, TerminalValue terminal) {
        return new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withConventions(conventions))
                .evaluate(facts(TERMS.withTerminalValue(terminal), 1000.0, 1000.0), CONTEXT)
                .worksheet()
                .value();
    }

    @Test
    void a_life_that_ends_within_a_stub_period_takes_its_part() {
        var conventions = IncomeConventions.STANDARD.withTiming(Timing.stub(0.5, Timing.Regular.END));
        var value = new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withConventions(conventions))
                .evaluate(facts(TERMS.withRemainingUsefulLife(number(0.8)), 1000.0, 1000.0), CONTEXT)
                .worksheet();
        assertThat(value.values("inForce"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(1),
                        second -> assertThat(second).isCloseTo(0.3, within(1e-15)));
        assertThat(value.value())
                .isCloseTo(40 / StrictMath.sqrt(1.1) + 0.3 * 80 / StrictMath.pow(1.1, 1.5), within(1e-12));
    }

    @Test
    void upkeep_of_a_stub_period_takes_its_part_too() {
        var conventions = IncomeConventions.STANDARD.withTiming(Timing.stub(0.5, Timing.Regular.END));
        var value = new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withConventions(conventions))
                .evaluate(facts(1000.0).withUpkeep(row(List.of(10.0))), CONTEXT)
                .worksheet();
        assertThat(value.value()).isCloseTo(0.5 * 90 * 0.8 / StrictMath.sqrt(1.1), within(1e-12));
    }

    @Test
    void a_mismatched_rate_may_be_taken_on_responsibility_and_is_flagged() {
        var conventions = IncomeConventions.STANDARD
                .withTaxBasis(TaxBasis.PRE_TAX)
                .withMismatchedRate(IncomeConventions.MismatchedRate.FLAGGED);
        var valuation = new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withConventions(conventions))
                .evaluate(facts(1000.0), CONTEXT);
        assertThat(valuation.notes()).anySatisfy(note -> assertThat(note.code()).isEqualTo("rate-of-other-tax-basis"));
    }

    @Test
    void a_freely_available_substitute_caps_the_value_and_says_so() {
        var facts = facts(TERMS.withReplicationCap(new ReplicationCap(cny(50), number(0.5))), 1000.0, 1000.0);
        var valuation = END_OF_YEAR.evaluate(facts, CONTEXT);
        assertThat(valuation.amount()).isEqualTo(money(50 + 0.5 * 80));
        assertThat(valuation.notes()).extracting(Note::code).contains("replication-cap");
        var uncapped = facts(TERMS.withReplicationCap(new ReplicationCap(cny(500), number(0.5))), 1000.0, 1000.0);
        assertThat(END_OF_YEAR.evaluate(uncapped, CONTEXT).worksheet().value())
                .isCloseTo(80 / 1.1 + 80 / 1.21, within(1e-12));
    }

    @Test
    void a_royalty_above_the_profit_is_warned_of() {
        var valuation = END_OF_YEAR.evaluate(facts(1000.0).withOperatingMargin(number(0.08)), CONTEXT);
        assertThat(valuation.worksheet().value("impliedProfitSplit")).isCloseTo(1.25, within(1e-15));
        assertThat(valuation.notes()).extracting(Note::code).contains("royalty-above-profit");
    }

    @Test
    void growth_at_or_above_the_discount_rate_is_refused() {
        var facts = facts(TERMS.withTerminalValue(new TerminalValue.ConstantGrowth(rate(0.1))), 1000.0);
        assertThatThrownBy(() -> END_OF_YEAR.evaluate(facts, CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("longTermGrowth < discountRate")
                .hasMessageContaining("0.1 is not < 0.1")
                .hasMessageContaining("Lower the growth");
    }

    @Test
    void a_pre_tax_rate_with_post_tax_flows_is_refused() {
        var facts = facts(IncomeTerms.of(number(0.2), Input.of(Rate.of(0.1).withTax(TaxBasis.PRE_TAX))), 1.0);
        assertThatThrownBy(() -> END_OF_YEAR.evaluate(facts, CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("discountRate")
                .hasMessageContaining("taxBasis");
    }

    @Test
    void a_life_beyond_the_forecast_is_refused() {
        var facts = facts(TERMS.withRemainingUsefulLife(number(3)), 1.0, 1.0);
        assertThatThrownBy(() -> END_OF_YEAR.evaluate(facts, CONTEXT))
                .hasMessageContaining("3 is not <= 2")
                .hasMessageContaining("Extend the forecast");
    }

    @Test
    void all_broken_fields_are_named_together() {
        assertThatThrownBy(() ->
                        facts(TERMS.withPeriods(List.of("2026")), 1.0, -2.0).withOperatingMargin(number(15)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("revenue[1] must be at least 0")
                .hasMessageContaining("periods must be one for each of the 2 values");
        assertThatThrownBy(() -> facts(1.0).withOperatingMargin(number(15)))
                .hasMessageContaining(
                        "operatingMargin must be in [0, 1] as a decimal, but was 15. Did you mean 0.15 (15%)?");
        assertThatThrownBy(() -> TERMS.withRemainingUsefulLife(number(-1)))
                .hasMessageContaining("remainingUsefulLife must be above 0");
    }

    @Test
    void upkeep_is_not_deducted_twice() {
        assertThatThrownBy(() -> RoyaltyFacts.of(row(List.of(1.0)), royalty(0.1, Royalty.UpkeepBearer.LICENSEE), TERMS)
                        .withUpkeep(row(List.of(1.0))))
                .hasMessageContaining("licensee bears it already");
    }

    @Test
    void unstated_sources_become_a_note() {
        assertThat(END_OF_YEAR.evaluate(facts(1.0), CONTEXT).notes())
                .anySatisfy(
                        note -> assertThat(note.text()).contains("discountRate", "taxRate", "revenue", "royaltyRate"));
    }
}
