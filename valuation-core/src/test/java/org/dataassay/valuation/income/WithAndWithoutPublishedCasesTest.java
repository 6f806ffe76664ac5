package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

/** Amounts of the case are in CNY 10,000, volumes in 10,000 items. */
class WithAndWithoutPublishedCasesTest {

    private static final PublishedCase I8 = PublishedCase.of("income.with-and-without", "I8");

    private static BusinessCase business(JsonNode node) {
        int years = I8.inputs().get("years").asInt();
        return BusinessCase.of(new OperatingIncome.Units(
                InputRow.of(Collections.nCopies(years, node.get("volume").asDouble())),
                InputRow.of(Collections.nCopies(years, price(node.get("unitPrice")))),
                InputRow.of(Collections.nCopies(years, price(node.get("unitCost")))),
                Optional.empty()));
    }

    private static UnitPrice price(JsonNode amount) {
        return UnitPrice.of(BigDecimal.valueOf(amount.asDouble()), Terms.CNY, "item");
    }

    private static Worksheet worksheet() {
        var comparison = Comparison.of(
                business(I8.inputs().get("with")), business(I8.inputs().get("without")));
        var terms = IncomeTerms.of(number(I8.input("taxRate")), rate(I8.input("discountRate")));
        return new WithAndWithout(new WithAndWithout.Options(IncomeConventions.STANDARD.withTiming(Timing.END)))
                .evaluate(WithAndWithoutFacts.of(comparison, terms), CONTEXT)
                .worksheet();
    }

    @Test
    void an_increment_of_volume_price_and_cost() {
        var exact = I8.expected().get("exact");
        var worksheet = worksheet();
        assertThat(worksheet.values("profitWith"))
                .containsOnly(exact.get("profitWith").asDouble());
        assertThat(worksheet.values("profitWithout"))
                .containsOnly(exact.get("profitWithout").asDouble());
        assertThat(worksheet.values("incrementalProfit"))
                .containsOnly(exact.get("increment").asDouble());
        double annuity = exact.get("annuityFactor").asDouble();
        assertThat(worksheet.values("discountFactor").stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(annuity, within(I8.exactTolerance(annuity)));
        double value = exact.get("value").asDouble();
        assertThat(worksheet.value()).isCloseTo(value, within(I8.exactTolerance(value)));
    }

    /** The printed answer takes all the profit with the asset as the increment: it forgets what the business earns all the same. */
    @Test
    void the_printed_answer_forgets_the_base() {
        var wrong = I8.expected().get("publishedWrong");
        var worksheet = worksheet();
        assertThat(wrong.get("increment").asDouble())
                .isEqualTo(worksheet.values("profitWith").get(0));
        double forgotten = worksheet.values("profitWithout").get(0) * 0.75 * 6.1446;
        assertThat(worksheet.value())
                .isCloseTo(
                        wrong.get("value").asDouble() - forgotten,
                        within(0.5)) // printed with a factor of four decimals
                .isNotCloseTo(wrong.get("value").asDouble(), within(10_000.0));
    }
}
