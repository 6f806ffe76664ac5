package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliefFromRoyaltyPublishedCasesTest {

    private static final String ID = "income.relief-from-royalty";

    @Test
    void a_trademark_capitalized_before_tax() {
        var published = PublishedCase.of(ID, "rfr-capitalised-1");
        var facts = RoyaltyFacts.of(
                row(List.of(published.input("revenue"))),
                royalty(published.input("royaltyRate")),
                IncomeTerms.of(
                        number(0), Input.of(Rate.of(published.input("rate")).withTax(TaxBasis.PRE_TAX))));
        var options = ReliefFromRoyalty.Options.STANDARD
                .withForm(ReliefFromRoyalty.Form.CAPITALIZED)
                .withConventions(IncomeConventions.STANDARD
                        .withTaxBasis(TaxBasis.PRE_TAX)
                        .withTiming(Timing.END));
        var valuation = new ReliefFromRoyalty(options).evaluate(facts, CONTEXT);
        // printed in whole units
        assertThat(valuation.worksheet().value())
                .isCloseTo(published.expected().get("value").asDouble(), within(0.5));
        assertThat(valuation.worksheet().value()).isCloseTo(10_000_000 * 0.04 / 0.15, within(1e-8));
        var throughTheYear = new ReliefFromRoyalty(
                        options.withConventions(options.conventions().withTiming(Timing.MID_PERIOD)))
                .evaluate(facts, CONTEXT);
        assertThat(throughTheYear.worksheet().value())
                .isCloseTo(10_000_000 * 0.04 / 0.15 * Math.sqrt(1.15), within(1e-8));
    }

    /** Five years, with and without the tax amortization benefit, under both timings. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "END, false, endYearPreTab",
        "END, true, endYearWithTab",
        "MID_PERIOD, false, midYearPreTab",
        "MID_PERIOD, true, midYearWithTab"
    })
    void five_years(Timing.Regular timing, boolean benefit, String figure) {
        var published = PublishedCase.of(ID, "rfr-5y-computed");
        var terms = IncomeTerms.of(number(published.input("taxRate")), rate(published.input("rate")));
        if (benefit)
            terms = terms.withTaxAmortization(TaxAmortizationBenefit.straightLine(
                    published.inputs().get("tabYears").asInt()));
        var facts = RoyaltyFacts.of(row(published.inputs("revenues")), royalty(published.input("royaltyRate")), terms);
        var valuation = new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withConventions(
                        IncomeConventions.STANDARD.withTiming(timing)))
                .evaluate(facts, CONTEXT);
        double expected = published.expected().get(figure).asDouble();
        // an oracle of its own in double arithmetic: agreement to a few ulp of 2e5
        assertThat(valuation.worksheet().value()).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void the_tax_amortization_factor_alone() {
        var published = PublishedCase.of(ID, "tab-end-opag");
        double endYear = factor(published, false);
        // printed with two decimals
        assertThat(endYear).isCloseTo(published.expected().get("factor").asDouble(), within(0.005));
        double annuity = (1 - StrictMath.pow(1.12, -15)) / 0.12;
        assertThat(endYear).isCloseTo(1 / (1 - 0.25 / 15 * annuity), within(1e-14));
        assertThat(factor(published, true))
                .isCloseTo(1 / (1 - 0.25 / 15 * annuity * StrictMath.sqrt(1.12)), within(1e-14));
    }

    @Test
    void the_factor_without_discounting_is_one_over_one_minus_the_tax_rate() {
        var sheet = Sheet.open(CNY);
        var tax = sheet.given("taxRate", Unit.SHARE, number(0.25));
        var rate = sheet.given("rate", Unit.RATE, rate(0));
        Cell factor = TaxAmortizationBenefit.straightLine(8).factor(sheet, tax, rate, false);
        assertThat(sheet.close(factor).value()).isCloseTo(1 / 0.75, within(1e-15));
    }

    private static double factor(PublishedCase published, boolean midYear) {
        var sheet = Sheet.open(CNY);
        var tax = sheet.given("taxRate", Unit.SHARE, number(published.input("taxRate")));
        var rate = sheet.given("rate", Unit.RATE, rate(published.input("rate")));
        return sheet.close(TaxAmortizationBenefit.straightLine(
                                published.inputs().get("years").asInt())
                        .factor(sheet, tax, rate, midYear))
                .value();
    }

    private static Royalty royalty(double rate) {
        return new Royalty(number(rate), Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE);
    }
}
