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
import org.dataassay.valuation.income.ContributoryAsset.Kind;
import org.dataassay.valuation.income.ContributoryCharge.ReturnOf;
import org.dataassay.valuation.income.MultiPeriodExcessEarnings.ChargeAttrition;
import org.dataassay.valuation.income.MultiPeriodExcessEarnings.Options;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

class MultiPeriodExcessEarningsTest {

    private static final Options END_OF_YEAR =
            Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END));
    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));
    private static final Earnings EARNINGS =
            new Earnings.OfRevenue(row(List.of(1000.0, 1200.0)), InputRow.of(List.of(0.3, 0.35)));

    private static ContributoryAsset asset(String name, Kind kind, ContributoryCharge charge) {
        return ContributoryAsset.of(name, kind, charge);
    }

    private static ContributoryCharge onFairValue(double value, double rate, ReturnOf returnOf) {
        return new ContributoryCharge.ReturnOnFairValue(cny(value), rate(rate), returnOf);
    }

    /** Worth 100 and worn evenly, charged with its wear. */
    private static ContributoryAsset wearing(double life) {
        return ContributoryAsset.of(
                "plant", Kind.FIXED_ASSETS, onFairValue(100, 0.06, ReturnOf.IN_CHARGE), number(life));
    }

    private static ExcessEarningsFacts facts(IncomeTerms terms, ContributoryAsset... assets) {
        return new ExcessEarningsFacts("scores", EARNINGS, List.of(assets), terms);
    }

    private static Valuation valuation(Options options, ExcessEarningsFacts facts) {
        return new MultiPeriodExcessEarnings(options).evaluate(facts, CONTEXT);
    }

    private static double value(Options options, ExcessEarningsFacts facts) {
        return valuation(options, facts).worksheet().value();
    }

    @Test
    void each_kind_of_charge_is_deducted_after_tax() {
        var terms = TERMS.withDecay(new Decay.ConstantRate(number(0.25))).withRemainingUsefulLife(number(1.5));
        var facts = facts(
                terms,
                asset(
                        "cash",
                        Kind.WORKING_CAPITAL,
                        new ContributoryCharge.ReturnOnBalances(row(List.of(100.0, 120.0)), rate(0.05), ReturnOf.NONE)),
                asset("plant", Kind.FIXED_ASSETS, onFairValue(200, 0.06, ReturnOf.IN_PROFIT_AND_LOSS)),
                asset("brand", Kind.OTHER_INTANGIBLES, new ContributoryCharge.Amounts(row(List.of(7.0, 8.0)))),
                asset("staff", Kind.WORKFORCE, new ContributoryCharge.ShareOfRevenue(number(0.02))));
        double s1 = StrictMath.pow(0.75, 0.5);
        double s2 = StrictMath.pow(0.75, 1.5);
        double first = 1000 * s1 * 0.3 * 0.8 - 5 - 12 - 7 - 20 * s1;
        double second = 0.5 * (1200 * s2 * 0.35 * 0.8 - 6 - 12 - 8 - 24 * s2);
        var worksheet = valuation(END_OF_YEAR, facts).worksheet();
        assertThat(worksheet.value()).isCloseTo(first / 1.1 + second / 1.21, within(1e-10));
        assertThat(worksheet.values("contributoryCharges").get(0)).isCloseTo(24 + 20 * s1, within(1e-12));
        double likeRevenue = (1000 * 0.3 * 0.8 - 24 - 20) * s1 / 1.1 + 0.5 * (1200 * 0.35 * 0.8 - 26 - 24) * s2 / 1.21;
        assertThat(value(END_OF_YEAR.withChargeAttrition(ChargeAttrition.LIKE_REVENUE), facts))
                .isCloseTo(likeRevenue, within(1e-10));
    }

    /** 100 worth wears over 1½ years: balances of 2⁄3 and, over half a year, of 1⁄6; wear of 66.67 a year, deductible. */
    @Test
    void a_charge_with_its_return_of_value_wears_and_ends_with_its_asset() {
        var plant = wearing(1.5);
        double first = (300 - 100 / 1.5) * 0.8 - 0.06 * 100 * 2 / 3;
        double second = (420 - 0.5 * 100 / 1.5) * 0.8 - 0.06 * 100 * (1 - 1.25 / 1.5) * 0.5;
        assertThat(value(END_OF_YEAR, facts(TERMS, plant))).isCloseTo(first / 1.1 + second / 1.21, within(1e-10));
        var brand = asset("brand", Kind.OTHER_INTANGIBLES, new ContributoryCharge.Amounts(row(List.of(10.0, 10.0))))
                .withRemainingUsefulLife(number(1.25));
        double ends = (240 - 10) / 1.1 + (336 - 2.5) / 1.21;
        assertThat(value(END_OF_YEAR, facts(TERMS, brand))).isCloseTo(ends, within(1e-10));
        var outlives = brand.withRemainingUsefulLife(number(30));
        double all = (240 - 10) / 1.1 + (336 - 10) / 1.21;
        assertThat(value(END_OF_YEAR, facts(TERMS, outlives))).isCloseTo(all, within(1e-10));
    }

    /** An asset that outlives the subject is charged until the subject ends, not for the product of the two shares. */
    @Test
    void a_charge_ends_where_the_first_of_both_ends() {
        var brand = asset("brand", Kind.OTHER_INTANGIBLES, new ContributoryCharge.Amounts(row(List.of(10.0, 10.0))))
                .withRemainingUsefulLife(number(1.7));
        var facts = facts(TERMS.withRemainingUsefulLife(number(1.4)), brand);
        assertThat(value(END_OF_YEAR, facts)).isCloseTo(230 / 1.1 + 0.4 * 326 / 1.21, within(1e-10));
    }

    /** Depreciation in the earnings or in the charge: one value where the balances are the same. */
    @Test
    void wear_is_borne_once_whether_by_the_earnings_or_by_the_charge() {
        var inCharge = wearing(2);
        double charged = value(END_OF_YEAR, facts(TERMS, inCharge));
        var balances = asset(
                "plant",
                Kind.FIXED_ASSETS,
                new ContributoryCharge.ReturnOnBalances(
                        row(List.of(75.0, 25.0)), rate(0.06), ReturnOf.IN_PROFIT_AND_LOSS));
        var afterDepreciation = new Earnings.Profit(row(List.of(250.0, 370.0)));
        var facts = new ExcessEarningsFacts("scores", afterDepreciation, List.of(balances), TERMS);
        assertThat(value(END_OF_YEAR, facts)).isCloseTo(charged, within(1e-10));
    }

    /** A stub period takes its part of earnings and charges. */
    @Test
    void a_stub_period_takes_its_part_of_the_charges() {
        var plant = wearing(3);
        var stub = Timing.stub(0.5, Timing.Regular.END);
        double first = 0.5 * ((300 - 100 / 3.0) * 0.8 - 6 * (1 - 0.25 / 3));
        double second = (420 - 100 / 3.0) * 0.8 - 6 * (1 - 1.0 / 3);
        assertThat(value(
                        Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(stub)),
                        facts(TERMS, plant)))
                .isCloseTo(first / StrictMath.sqrt(1.1) + second / StrictMath.pow(1.1, 1.5), within(1e-10));
    }

    @Test
    void a_return_of_another_tax_basis_is_refused_or_flagged() {
        var plant = asset("plant", Kind.FIXED_ASSETS, onFairValue(200, 0.06, ReturnOf.IN_PROFIT_AND_LOSS));
        var preTaxCharges = END_OF_YEAR.withChargeTaxBasis(ChargeTaxBasis.PRE_TAX_EARNINGS);
        assertThatThrownBy(() -> value(preTaxCharges, facts(TERMS, plant)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("requiredReturn of plant does not fit: it is POST_TAX")
                .hasMessageContaining("charges on earnings before tax need a return that is PRE_TAX");
        var flagged = preTaxCharges.withConventions(
                preTaxCharges.conventions().withMismatchedRate(IncomeConventions.MismatchedRate.FLAGGED));
        assertThat(valuation(flagged, facts(TERMS, plant)).notes())
                .extracting(Note::code)
                .contains("return-of-other-tax-basis");
        var preTax = new ContributoryCharge.ReturnOnFairValue(
                cny(200), Input.of(Rate.of(0.08).withTax(TaxBasis.PRE_TAX)), ReturnOf.IN_PROFIT_AND_LOSS);
        double expected = (300 - 16) * 0.8 / 1.1 + (420 - 16) * 0.8 / 1.21;
        assertThat(value(preTaxCharges, facts(TERMS, asset("plant", Kind.FIXED_ASSETS, preTax))))
                .isCloseTo(expected, within(1e-10));
    }

    @Test
    void doubtful_charges_are_warned_of() {
        var notes = valuation(
                        END_OF_YEAR,
                        facts(
                                TERMS,
                                asset("plant", Kind.FIXED_ASSETS, onFairValue(4000, 0.12, ReturnOf.NONE)),
                                asset("staff", Kind.WORKFORCE, onFairValue(10, 0.1, ReturnOf.NONE))))
                .notes();
        assertThat(notes)
                .extracting(Note::code)
                .contains("charge-tax-basis", "return-of-value-missing", "order-of-returns", "charges-exceed-earnings");
        assertThat(valuation(
                                END_OF_YEAR,
                                facts(TERMS, asset("cash", Kind.WORKING_CAPITAL, onFairValue(10, 0.04, ReturnOf.NONE))))
                        .notes())
                .extracting(Note::code)
                .containsExactlyInAnyOrder("timing", "charge-tax-basis", "source-not-stated");
    }

    @Test
    void broken_facts_are_named_together() {
        var amounts = new ContributoryCharge.Amounts(row(List.of(1.0)));
        var share = new ContributoryCharge.ShareOfRevenue(number(0.02));
        assertThatThrownBy(() -> new ExcessEarningsFacts(
                        " ",
                        new Earnings.Profit(row(List.of(1.0, 2.0))),
                        List.of(asset("a", Kind.WORKFORCE, amounts), asset("a", Kind.WORKFORCE, share)),
                        TERMS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("revenueStream must be stated, but was blank")
                .hasMessageContaining("contributoryAssets[0].charge must be one for each of the 2 periods, but was 1")
                .hasMessageContaining("contributoryAssets[1].name is used twice")
                .hasMessageContaining(
                        "contributoryAssets[1].charge does not fit: a share of revenue needs the revenue");
        assertThatThrownBy(() -> asset("x/y", Kind.FIXED_ASSETS, onFairValue(1, 0.1, ReturnOf.IN_CHARGE)))
                .hasMessageContaining("name must be 1 to 60 letters")
                .hasMessageContaining("remainingUsefulLife is missing. The charge holds the return of value");
        assertThatThrownBy(() ->
                        new ContributoryCharge.ReturnOnBalances(row(List.of(-1.0)), rate(0.1), ReturnOf.IN_CHARGE))
                .hasMessageContaining("balances[0] must be at least 0")
                .hasMessageContaining("returnOf must be in-profit-and-loss or none, but was in-charge");
        assertThatThrownBy(() -> new Earnings.OfRevenue(row(List.of(1.0)), InputRow.of(List.of(20.0))))
                .hasMessageContaining("margin[0] must be in [-1, 1], but was 20");
    }
}
