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
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.income.IncomeShareFacts.Base;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

class IncomeShareTest {

    private static final IncomeConventions END_OF_YEAR = IncomeConventions.STANDARD.withTiming(Timing.END);
    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));
    private static final SplitRate SPLIT = SplitRate.Agreed.of(number(0.3), "licenses of like data");

    private static IncomeShareFacts facts(Base base, IncomeTerms terms) {
        return IncomeShareFacts.of(base, row(List.of(1000.0, 1200.0)), SPLIT, terms);
    }

    private static Valuation valuation(IncomeConventions conventions, IncomeShareFacts facts) {
        return new IncomeShare(IncomeShare.Options.STANDARD.withConventions(conventions)).evaluate(facts, CONTEXT);
    }

    private static double value(IncomeConventions conventions, IncomeShareFacts facts) {
        return valuation(conventions, facts).worksheet().value();
    }

    @Test
    void a_share_of_profit_is_taxed_and_a_share_of_net_profit_is_not() {
        var terms = TERMS.withDecay(new Decay.ConstantRate(number(0.25))).withRemainingUsefulLife(number(1.5));
        double share = 0.3 * (1000 * StrictMath.pow(0.75, 0.5) / 1.1 + 0.5 * 1200 * StrictMath.pow(0.75, 1.5) / 1.21);
        assertThat(value(END_OF_YEAR, facts(Base.NET_PROFIT, terms))).isCloseTo(share, within(1e-11));
        assertThat(value(END_OF_YEAR, facts(Base.OPERATING_PROFIT, terms))).isCloseTo(0.8 * share, within(1e-11));
        assertThat(value(END_OF_YEAR, facts(Base.REVENUE, terms))).isCloseTo(0.8 * share, within(1e-11));
    }

    /** The annex divides EBIT: a post-tax rate is refused, or flagged where a person takes responsibility. */
    @Test
    void the_form_of_the_chinese_guidance() {
        var preTax = IncomeTerms.of(number(0.2), Input.of(Rate.of(0.1).withTax(TaxBasis.PRE_TAX)));
        assertThat(value(IncomeConventions.CAS_2023, facts(Base.OPERATING_PROFIT, preTax)))
                .isCloseTo(0.3 * (1000 / 1.1 + 1200 / 1.21), within(1e-11));
        assertThatThrownBy(() -> value(IncomeConventions.CAS_2023, facts(Base.OPERATING_PROFIT, TERMS)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("discountRate does not fit: it is POST_TAX but the flows are PRE_TAX");
        var flagged = IncomeConventions.CAS_2023.withMismatchedRate(IncomeConventions.MismatchedRate.FLAGGED);
        assertThat(valuation(flagged, facts(Base.OPERATING_PROFIT, TERMS)).notes())
                .extracting(Note::code)
                .contains("rate-of-other-tax-basis");
        assertThatThrownBy(() -> value(IncomeConventions.CAS_2023, facts(Base.NET_PROFIT, preTax)))
                .hasMessageContaining("base does not fit: a net profit is after tax but the flows are PRE_TAX");
    }

    @Test
    void a_share_that_takes_more_than_the_profit_is_warned_of() {
        var facts = facts(Base.REVENUE, TERMS);
        var dear = valuation(END_OF_YEAR, facts.withOperatingMargin(number(0.2)));
        assertThat(dear.worksheet().value("impliedProfitSplit")).isCloseTo(1.5, within(1e-15));
        assertThat(dear.notes()).extracting(Note::code).contains("share-above-profit");
        assertThat(valuation(END_OF_YEAR, facts.withOperatingMargin(number(0.4)))
                        .notes())
                .extracting(Note::code)
                .doesNotContain("share-above-profit");
    }

    @Test
    void a_rule_of_thumb_is_warned_of_and_a_reason_is_told() {
        var split = SplitRate.Agreed.of(number(0.25).from(Source.assumed("25 percent rule")), "usual in the trade");
        var facts = IncomeShareFacts.of(Base.OPERATING_PROFIT, row(List.of(100.0)), split, TERMS);
        assertThat(valuation(END_OF_YEAR, facts).notes())
                .anySatisfy(note -> assertThat(note.text()).isEqualTo("usual in the trade"))
                .extracting(Note::code)
                .contains("rule-of-thumb", "split-rate-reason");
        assertThat(valuation(END_OF_YEAR, facts(Base.REVENUE, TERMS)).notes())
                .extracting(Note::code)
                .doesNotContain("rule-of-thumb");
    }

    @Test
    void equivalent_investment_divides_by_cost_and_its_profit() {
        var split = new SplitRate.EquivalentInvestment(
                new SplitRate.Investment("data", cny(100), number(2)),
                List.of(
                        new SplitRate.Investment("platform", cny(300), number(0.1)),
                        new SplitRate.Investment("sales", cny(200), number(0.2))));
        var facts = IncomeShareFacts.of(Base.NET_PROFIT, row(List.of(110.0)), split, TERMS);
        assertThat(value(END_OF_YEAR, facts)).isCloseTo(100 * 300.0 / (300 + 330 + 240), within(1e-11));
    }

    @Test
    void all_of_the_income_is_divided_once() {
        assertThatThrownBy(() -> new SplitRate.Agreed(
                        number(0.3), "contract", List.of(new SplitRate.OtherShare("operator", 0.5))))
                .hasMessageContaining("others must be of shares that sum to 1 with that of the asset, but was 0.8");
        assertThatThrownBy(() -> SplitRate.Agreed.of(number(1), " "))
                .hasMessageContaining("share must be above 0 and below 1, but was 1.")
                .hasMessageContaining("reason must be stated, but was blank");
        assertThatThrownBy(() -> SplitRate.Agreed.of(number(30), "contract"))
                .hasMessageContaining("share must be in [0, 1] as a decimal, but was 30. Did you mean 0.3 (30%)?");
        assertThatThrownBy(() -> new SplitRate.EquivalentInvestment(
                        new SplitRate.Investment("data", cny(1), number(0)), List.of()))
                .hasMessageContaining("partners must be 1 to 100, but was 0");
        assertThatThrownBy(() -> new SplitRate.Investment("data", cny(0), number(-1)))
                .hasMessageContaining("cost must be above 0")
                .hasMessageContaining("costProfitRate must be in [0, 1000], but was -1");
    }

    @Test
    void broken_facts_are_named_together() {
        assertThatThrownBy(() -> IncomeShareFacts.of(
                        Base.REVENUE, row(List.of(1.0, -2.0)), SPLIT, TERMS.withPeriods(List.of("2026"))))
                .hasMessageContaining("income[1] must be at least 0")
                .hasMessageContaining("periods must be one for each of the 2 values of income");
        assertThatThrownBy(() -> facts(Base.NET_PROFIT, TERMS).withOperatingMargin(number(0.2)))
                .hasMessageContaining(
                        "operatingMargin does not fit: a share of profit cannot take more than all of it");
    }
}
