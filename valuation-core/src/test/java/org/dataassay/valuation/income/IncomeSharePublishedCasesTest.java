package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Map;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

/** A patent contributed to a joint venture, split by equivalent investment; the published value stands on a split rate of 15.39 %. */
class IncomeSharePublishedCasesTest {

    private static final PublishedCase PUBLISHED = PublishedCase.of("income.income-share", "I1");

    private static Worksheet worksheet(Rounding rounding) {
        var split = new SplitRate.EquivalentInvestment(
                new SplitRate.Investment(
                        "patent",
                        cny(PUBLISHED.input("intangibleReplacementCost")),
                        number(PUBLISHED.input("intangibleCostProfitRate"))),
                List.of(new SplitRate.Investment(
                        "partner",
                        cny(PUBLISHED.input("partnerAssets")),
                        number(PUBLISHED.input("partnerCostProfitRate")))));
        var facts = IncomeShareFacts.of(
                IncomeShareFacts.Base.NET_PROFIT,
                row(PUBLISHED.inputs("netIncome")),
                split,
                IncomeTerms.of(number(0), rate(PUBLISHED.input("discountRate"))));
        var conventions = IncomeConventions.STANDARD.withTiming(Timing.END).withRounding(rounding);
        return new IncomeShare(IncomeShare.Options.STANDARD.withConventions(conventions))
                .evaluate(facts, CONTEXT)
                .worksheet();
    }

    private static void assertExact(double actual, String figure) {
        double expected = PUBLISHED.expected().get("exact").get(figure).asDouble();
        assertThat(actual).as(figure).isCloseTo(expected, within(PUBLISHED.exactTolerance(expected)));
    }

    @Test
    void unrounded() {
        var worksheet = worksheet(Rounding.NONE);
        assertExact(worksheet.value("splitRate"), "splitRate");
        assertExact(worksheet.value("presentValue") / worksheet.value("splitRate"), "presentValueOfIncome");
        assertExact(worksheet.value(), "value");
    }

    /** The printed 15.39 % is rounded twice, 0.153846 to 0.15385 to 0.1539; rounded once it is 15.38 %. */
    @Test
    void as_printed() {
        var worksheet = worksheet(Rounding.textbook(Map.of("equivalentInvestmentRatio", 5, "splitRate", 4)));
        var printed = PUBLISHED.expected().get("published");
        double tolerance = PUBLISHED.tolerance().get("published").asDouble();
        assertThat(worksheet.value("splitRate"))
                .isEqualTo(printed.get("splitRate").asDouble());
        assertThat(worksheet.value()).isCloseTo(printed.get("value").asDouble(), within(tolerance));
    }
}
