package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five years with stated charges: 443 147.63 with charges after tax, 491 528.64 where they are taxed with the earnings. */
class ExcessEarningsPublishedCasesTest {

    private static final PublishedCase PUBLISHED =
            PublishedCase.of("income.multi-period-excess-earnings", "mpeem-5y-computed");

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "PRE_TAX_EARNINGS, END, false, pretaxCac, endYearPreTab",
        "PRE_TAX_EARNINGS, END, true, pretaxCac, endYearWithTab",
        "PRE_TAX_EARNINGS, MID_PERIOD, false, pretaxCac, midYearPreTab",
        "PRE_TAX_EARNINGS, MID_PERIOD, true, pretaxCac, midYearWithTab",
        "AFTER_TAX_EARNINGS, END, false, afterTaxCac, endYearPreTab",
        "AFTER_TAX_EARNINGS, END, true, afterTaxCac, endYearWithTab",
        "AFTER_TAX_EARNINGS, MID_PERIOD, false, afterTaxCac, midYearPreTab",
        "AFTER_TAX_EARNINGS, MID_PERIOD, true, afterTaxCac, midYearWithTab"
    })
    void five_years(ChargeTaxBasis basis, Timing.Regular timing, boolean benefit, String group, String figure) {
        var terms = IncomeTerms.of(number(PUBLISHED.input("taxRate")), rate(PUBLISHED.input("rate")));
        if (benefit)
            terms = terms.withTaxAmortization(TaxAmortizationBenefit.straightLine(
                    PUBLISHED.inputs().get("tabYears").asInt()));
        var charges = ContributoryAsset.of(
                "all",
                ContributoryAsset.Kind.FIXED_ASSETS,
                new ContributoryCharge.Amounts(row(PUBLISHED.inputs("contributoryCharges"))));
        var facts = new ExcessEarningsFacts(
                "one", new Earnings.Profit(row(PUBLISHED.inputs("pretaxEarnings"))), List.of(charges), terms);
        var options = MultiPeriodExcessEarnings.Options.STANDARD
                .withChargeTaxBasis(basis)
                .withConventions(IncomeConventions.STANDARD.withTiming(timing));
        double value = new MultiPeriodExcessEarnings(options)
                .evaluate(facts, CONTEXT)
                .worksheet()
                .value();
        double expected = PUBLISHED.expected().get(group).get(figure).asDouble();
        // an oracle of its own in double arithmetic: agreement to a few ulp
        assertThat(value).isCloseTo(expected, within(1e-9 * expected));
    }
}
