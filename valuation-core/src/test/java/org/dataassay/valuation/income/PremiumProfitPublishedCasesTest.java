package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

/** Amounts of the case are in CNY 10,000, its volume in 10,000 items. */
class PremiumProfitPublishedCasesTest {

    private static final PublishedCase I4 = PublishedCase.of("income.premium-profit", "I4");

    private static Worksheet worksheet(Rounding rounding) {
        var premium = I4.inputs("pricePremiumCny");
        var driver = new PremiumDriver.PricePremium(
                "price",
                InputRow.of(premium.stream()
                        .map(p -> UnitPrice.of(BigDecimal.valueOf(p), Terms.CNY, "item"))
                        .toList()),
                InputRow.of(Collections.nCopies(premium.size(), I4.input("volumeTenThousandUnits"))));
        var terms = IncomeTerms.of(number(I4.input("taxRate")), rate(I4.input("discountRate")));
        var conventions = IncomeConventions.STANDARD.withTiming(Timing.END).withRounding(rounding);
        return new PremiumProfit(new PremiumProfit.Options(conventions))
                .evaluate(PremiumProfitFacts.of(List.of(driver), terms), CONTEXT)
                .worksheet();
    }

    @Test
    void a_price_premium_that_falls_in_steps() {
        var exact = I4.expected().get("exact");
        var worksheet = worksheet(Rounding.NONE);
        assertClose(worksheet.values("afterTaxGain"), exact.get("afterTaxIncrement"));
        assertClose(worksheet.values("presentValueByPeriod"), exact.get("presentValues"));
        double value = exact.get("value").asDouble();
        assertThat(worksheet.value()).isCloseTo(value, within(I4.exactTolerance(value)));
    }

    private static void assertClose(List<Double> actual, JsonNode expected) {
        var numbers = PublishedCase.numbers(expected);
        assertThat(actual).hasSameSizeAs(numbers);
        for (int t = 0; t < numbers.size(); t++)
            assertThat(actual.get(t)).isCloseTo(numbers.get(t), within(I4.exactTolerance(numbers.get(t))));
    }

    /** The printed sum is that of present values of two decimals each. */
    @Test
    void as_printed_with_each_present_value_rounded() {
        var published = I4.expected().get("published");
        var worksheet = worksheet(Rounding.textbook(Map.of("presentValueByPeriod", 2)));
        assertThat(worksheet.values("presentValueByPeriod"))
                .isEqualTo(PublishedCase.numbers(published.get("presentValues")));
        assertThat(worksheet.value())
                .isCloseTo(
                        published.get("value").asDouble(),
                        within(I4.tolerance().get("published").asDouble()));
        assertThat(worksheet(Rounding.NONE).value())
                .as("rounded once, at the end, it is 174.19")
                .isCloseTo(174.19, within(0.005));
    }
}
