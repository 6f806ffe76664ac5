package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.income.ContributoryAsset.Kind;
import org.dataassay.valuation.income.ContributoryCharge.ReturnOf;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

/** The two methods that capitalize one normal year. */
class CapitalizedExcessEarningsTest {

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.15));
    private static final ContributoryAsset PLANT = ContributoryAsset.of(
            "plant",
            Kind.FIXED_ASSETS,
            new ContributoryCharge.ReturnOnFairValue(cny(500), rate(0.06), ReturnOf.IN_PROFIT_AND_LOSS));

    private static IncomeTerms growing(double growth) {
        return TERMS.withTerminalValue(new TerminalValue.ConstantGrowth(rate(growth)));
    }

    private static Worksheet capitalized(IncomeTerms terms, ContributoryAsset... assets) {
        return CapitalizedExcessEarnings.standard()
                .evaluate(new NormalEarningsFacts(cny(200), List.of(assets), terms), CONTEXT)
                .worksheet();
    }

    private static SinglePeriodFacts single(IncomeTerms terms, ContributoryAsset... assets) {
        return new SinglePeriodFacts(cny(200), List.of(assets), rate(0.2), terms);
    }

    private static Worksheet worksheet(SinglePeriodExcessEarnings.Options options, SinglePeriodFacts facts) {
        return new SinglePeriodExcessEarnings(options).evaluate(facts, CONTEXT).worksheet();
    }

    private static final SinglePeriodExcessEarnings.Options STANDARD = SinglePeriodExcessEarnings.Options.STANDARD;

    @Test
    void excess_earnings_over_rate_less_growth() {
        assertThat(capitalized(growing(0.03), PLANT).value()).isCloseTo((160 - 30) / 0.12, within(1e-10));
        assertThat(capitalized(TERMS, PLANT).value()).isCloseTo((160 - 30) / 0.15, within(1e-10));
        assertThat(capitalized(growing(-0.05), PLANT).value()).isCloseTo((160 - 30) / 0.2, within(1e-10));
    }

    /** An asset that is renewed as it wears is charged its full return and a life's part of its value each year. */
    @Test
    void a_renewed_asset_is_charged_for_ever() {
        var plant = ContributoryAsset.of(
                "plant",
                Kind.FIXED_ASSETS,
                new ContributoryCharge.ReturnOnFairValue(cny(500), rate(0.06), ReturnOf.IN_CHARGE),
                number(10));
        assertThat(capitalized(TERMS, plant).value()).isCloseTo(((200 - 50) * 0.8 - 30) / 0.15, within(1e-10));
    }

    @Test
    void earlier_flows_and_the_tax_benefit_raise_the_value() {
        var midYear = new CapitalizedExcessEarnings(
                CapitalizedExcessEarnings.Options.STANDARD.withConventions(IncomeConventions.STANDARD));
        var terms = growing(0.03).withTaxAmortization(new TaxAmortizationBenefit(List.of(1.0)));
        double value = midYear.evaluate(new NormalEarningsFacts(cny(200), List.of(PLANT), terms), CONTEXT)
                .worksheet()
                .value();
        double root = StrictMath.sqrt(1.15);
        assertThat(value).isCloseTo(130 / 0.12 * root / (1 - 0.2 / root), within(1e-9));
    }

    /** Charges that grow like the earnings: the forecast reaches the capitalized value as it grows long. */
    @Test
    void a_long_forecast_comes_to_the_capitalized_value() {
        int years = 600;
        var earnings = new Double[years];
        var charges = new Double[years];
        double grown = 1;
        for (int t = 0; t < years; t++) {
            earnings[t] = 200 * grown;
            charges[t] = 30 * grown;
            grown *= 1.03;
        }
        var facts = new ExcessEarningsFacts(
                "scores",
                new Earnings.Profit(row(Arrays.asList(earnings))),
                List.of(ContributoryAsset.of(
                        "plant", Kind.FIXED_ASSETS, new ContributoryCharge.Amounts(row(Arrays.asList(charges))))),
                TERMS);
        var endOfYear = MultiPeriodExcessEarnings.Options.STANDARD.withConventions(
                IncomeConventions.STANDARD.withTiming(Timing.END));
        double longest = new MultiPeriodExcessEarnings(endOfYear)
                .evaluate(facts, CONTEXT)
                .worksheet()
                .value();
        assertThat(longest).isCloseTo(capitalized(growing(0.03), PLANT).value(), within(1e-9 * longest));
    }

    @Test
    void a_single_period_is_divided_by_its_rate_and_shows_the_growth_it_implies() {
        var worksheet = worksheet(STANDARD, single(TERMS, PLANT));
        assertThat(worksheet.value()).isCloseTo(130 / 0.2, within(1e-10));
        assertThat(worksheet.value("impliedGrowth")).isCloseTo(-0.05, within(1e-15));
        assertThat(worksheet.value())
                .isCloseTo(capitalized(growing(-0.05), PLANT).value(), within(1e-10));
    }

    @Test
    void the_formula_method_adds_the_tangible_assets() {
        var cash = ContributoryAsset.of(
                "cash",
                Kind.WORKING_CAPITAL,
                new ContributoryCharge.ReturnOnFairValue(cny(100), rate(0.04), ReturnOf.NONE));
        var formula = STANDARD.withForm(SinglePeriodExcessEarnings.Form.FORMULA_METHOD);
        assertThat(worksheet(formula, single(TERMS, PLANT, cash)).value())
                .isCloseTo(500 + 100 + (160 - 30 - 4) / 0.2, within(1e-10));
        var staff = ContributoryAsset.of("staff", Kind.WORKFORCE, new ContributoryCharge.Amounts(row(List.of(5.0))));
        assertThatThrownBy(() -> worksheet(formula, single(TERMS, PLANT, staff)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("contributoryAssets does not fit: the formula method adds tangible assets");
        var terms = TERMS.withTaxAmortization(TaxAmortizationBenefit.straightLine(5));
        assertThatThrownBy(() -> worksheet(formula, single(terms, PLANT)))
                .hasMessageContaining("taxAmortization does not fit: the formula method values a business");
    }

    @Test
    void charges_before_tax_need_returns_before_tax() {
        var preTax = ContributoryAsset.of(
                "plant",
                Kind.FIXED_ASSETS,
                new ContributoryCharge.ReturnOnFairValue(
                        cny(500), Input.of(Rate.of(0.08).withTax(TaxBasis.PRE_TAX)), ReturnOf.IN_PROFIT_AND_LOSS));
        var options = STANDARD.withChargeTaxBasis(ChargeTaxBasis.PRE_TAX_EARNINGS);
        assertThat(worksheet(options, single(TERMS, preTax)).value()).isCloseTo((200 - 40) * 0.8 / 0.2, within(1e-10));
        assertThatThrownBy(() -> worksheet(options, single(TERMS, PLANT)))
                .hasMessageContaining("requiredReturn of plant does not fit");
    }

    @Test
    void a_normal_year_has_no_end() {
        assertThatThrownBy(() -> capitalized(
                        TERMS.withDecay(new Decay.ConstantRate(number(0.1))).withPeriods(List.of("1", "2")),
                        PLANT.withRemainingUsefulLife(number(3))))
                .hasMessageContaining("periods must be one for each of the 1 values of earnings, but was 2")
                .hasMessageContaining(
                        "contributoryAssets[0].remainingUsefulLife does not fit: a normal year stands for all years")
                .hasMessageContaining("decay does not fit: a normal year stands for all years");
        assertThatThrownBy(() -> capitalized(TERMS.withRemainingUsefulLife(number(1))))
                .hasMessageContaining("remainingUsefulLife does not fit");
        assertThatThrownBy(() -> capitalized(TERMS.withTerminalValue(
                        new TerminalValue.ExitMultiple(number(3), TerminalValue.ExitMultiple.Metric.EBIT, cny(1)))))
                .hasMessageContaining("terminalValue must be constant-growth");
        assertThatThrownBy(() -> capitalized(growing(0.15), PLANT)).hasMessageContaining("Lower the growth");
        assertThatThrownBy(() -> single(growing(0.01)))
                .hasMessageContaining("terminalValue does not fit: the capitalization rate holds all that follows");
        assertThatThrownBy(() -> new SinglePeriodFacts(cny(1), List.of(), rate(0), TERMS))
                .hasMessageContaining("capitalizationRate must be above 0, but was 0");
        assertThatThrownBy(() -> new SinglePeriodFacts(
                        cny(1), List.of(), Input.of(Rate.of(0.2).withTax(TaxBasis.PRE_TAX)), TERMS))
                .hasMessageContaining(
                        "capitalizationRate does not fit: it is PRE_TAX but the discount rate is POST_TAX");
        var stub = CapitalizedExcessEarnings.Options.STANDARD.withConventions(
                IncomeConventions.STANDARD.withTiming(Timing.stub(0.5, Timing.Regular.END)));
        assertThatThrownBy(() -> new CapitalizedExcessEarnings(stub)
                        .evaluate(new NormalEarningsFacts(cny(1), List.of(), TERMS), CONTEXT))
                .hasMessageContaining("timing does not fit: a normal year is a whole year");
    }

    @Test
    void rates_that_nearly_cancel_are_warned_of() {
        var close = CapitalizedExcessEarnings.standard()
                .evaluate(new NormalEarningsFacts(cny(1), List.of(), growing(0.145)), CONTEXT);
        assertThat(close.notes()).extracting(Note::code).contains("narrow-spread");
        var low = SinglePeriodExcessEarnings.standard()
                .evaluate(new SinglePeriodFacts(cny(1), List.of(), rate(0.005), TERMS), CONTEXT);
        assertThat(low.notes()).extracting(Note::code).contains("narrow-spread");
    }
}
