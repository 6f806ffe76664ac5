package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;

class ComparableTransactionsPublishedCasesTest {

    private final PublishedCase published = PublishedCase.of("market.comparable-transactions", "M1");

    /** Land, not data: three sales, transaction and date adjustment, three weighted conditions. */
    @Test
    void three_sales_exactly() {
        var worksheet = evaluate(Rounding.NONE);
        var exact = published.expected().get("exact");
        for (int i = 0; i < 3; i++) {
            assertClose(
                    worksheet.value("marketIndex" + (i + 1)),
                    exact.get("marketIndices").get(i).asDouble());
            assertClose(
                    worksheet.values("condition/score").get(i),
                    exact.get("conditionFactors").get(i).asDouble());
            assertClose(
                    worksheet.values("adjustedPrice").get(i),
                    exact.get("adjustedPrices").get(i).asDouble());
        }
        assertClose(worksheet.value("unitValue"), exact.get("unitValue").asDouble());
        assertClose(worksheet.value(), exact.get("valueCny").asDouble());
    }

    /** The source rounds each chained index to a tenth of a percent, prices to the cent and the result to 100 yuan. */
    @Test
    void three_sales_as_printed() {
        var worksheet = evaluate(Rounding.textbook(Map.of(
                "marketIndex1",
                3,
                "marketIndex2",
                3,
                "marketIndex3",
                3,
                "adjustedPrice",
                2,
                "unitValue",
                2,
                "value",
                -2)));
        var printed = published.expected().get("published");
        for (int i = 0; i < 3; i++) {
            assertThat(worksheet.value("marketIndex" + (i + 1)))
                    .isEqualTo(printed.get("marketIndices").get(i).asDouble());
            assertThat(worksheet.values("adjustedPrice").get(i))
                    .isEqualTo(printed.get("adjustedPrices").get(i).asDouble());
        }
        assertThat(worksheet.value("unitValue"))
                .isEqualTo(printed.get("unitValue").asDouble());
        assertThat(worksheet.value())
                .isEqualTo(printed.get("valueTenThousandCny").asDouble() * 1e4);
    }

    private void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(published.exactTolerance(expected)));
    }

    private Worksheet evaluate(Rounding rounding) {
        var sales = published.inputs().get("comparables");
        var comparables = new ArrayList<MarketEvidence>();
        var transaction = new ArrayList<Input<Double>>();
        var links = new ArrayList<List<Input<Double>>>();
        for (JsonNode sale : sales) {
            var price = new UnitPrice(BigDecimal.valueOf(sale.get("price").asLong()), CNY, "m2");
            comparables.add(
                    MarketEvidence.of("sale " + (comparables.size() + 1), Input.of(price), MarketEvidence.Grade.DEAL));
            transaction.add(number(sale.get("transactionAdjustment").asDouble()));
            links.add(PublishedCase.numbers(sale.get("marketIndexChain")).stream()
                    .map(Input::of)
                    .toList());
        }
        var weights = published.inputs("conditionWeights");
        var criteria = IntStream.range(0, weights.size())
                .mapToObj(k -> new Adjustment.WeightedScores.Criterion(
                        "condition" + (k + 1), number(weights.get(k)), scores(sales, k)))
                .toList();
        var facts = MarketFacts.of(
                number(published.input("subjectArea")),
                comparables,
                List.of(
                        new Adjustment.Differences("transaction", transaction),
                        new Adjustment.ChainedIndex("marketIndex", links),
                        new Adjustment.WeightedScores("condition", number(published.input("subjectScore")), criteria)));
        var options = ComparableTransactions.Options.STANDARD
                .withWeighting(ComparableTransactions.Weighting.EQUAL)
                .withRounding(rounding);
        return new ComparableTransactions(options).evaluate(facts, CONTEXT).worksheet();
    }

    private static List<Input<Double>> scores(JsonNode sales, int criterion) {
        var scores = new ArrayList<Input<Double>>();
        for (JsonNode sale : sales)
            scores.add(number(sale.get("conditionScores").get(criterion).asDouble()));
        return scores;
    }
}
