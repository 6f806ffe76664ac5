package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.rate.CapitalStructure.Capital;
import org.dataassay.valuation.rate.CapitalStructure.Components;
import org.dataassay.valuation.rate.CapitalStructure.Kind;
import org.dataassay.valuation.rate.CapitalStructure.Part;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.PriceBasis;
import org.dataassay.valuation.time.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaccTest {

    private static double wacc(CapitalStructure structure, double tax) {
        return Wacc.standard()
                .evaluate(new WaccFacts(structure, number(tax), Optional.empty()), CONTEXT)
                .value();
    }

    private static CapitalStructure byValue(double equity, double debt, double costOfEquity, double costOfDebt) {
        return new Components(List.of(
                new Capital("equity", Kind.EQUITY, rate(costOfEquity), new Part.MarketValue(cny(equity))),
                new Capital("debt", Kind.DEBT, rate(costOfDebt), new Part.MarketValue(cny(debt)))));
    }

    private static CapitalStructure byWeight(double equity, double debt) {
        return new Components(List.of(
                new Capital("equity", Kind.EQUITY, rate(0.12), new Part.Weight(number(equity))),
                new Capital("debt", Kind.DEBT, rate(0.06), new Part.Weight(number(debt)))));
    }

    @Test
    void published_case() {
        var published = PublishedCase.of("rate.wacc", "wacc-2comp");
        var structure = byValue(
                published.input("equity"),
                published.input("debt"),
                published.input("costOfEquity"),
                published.input("costOfDebt"));
        assertThat(wacc(structure, published.input("taxRate")))
                .isCloseTo(
                        published.expected().get("wacc").asDouble(),
                        within(published.tolerance().asDouble()));
    }

    @Test
    void by_value_by_weight_and_by_ratio_agree() {
        double expected = 0.7 * 0.12 + 0.3 * 0.06 * 0.75;
        assertThat(wacc(byWeight(0.7, 0.3), 0.25)).isCloseTo(expected, within(1e-16));
        assertThat(wacc(new CapitalStructure.DebtToEquity(number(3.0 / 7), rate(0.12), rate(0.06)), 0.25))
                .isCloseTo(expected, within(1e-16));
        var three = new Components(List.of(
                new Capital("common", Kind.EQUITY, rate(0.12), new Part.Weight(number(0.5))),
                new Capital("preferred", Kind.PREFERRED, rate(0.08), new Part.Weight(number(0.2))),
                new Capital("bonds", Kind.DEBT, rate(0.06), new Part.Weight(number(0.3)))));
        assertThat(wacc(three, 0.25)).isCloseTo(0.06 + 0.016 + 0.0135, within(1e-16));
    }

    @Test
    void the_rate_of_an_asset_needs_a_reason() {
        var asset = Optional.of(new WaccFacts.AssetSpread(number(0.02), "less certain demand"));
        var found = Wacc.standard().evaluate(new WaccFacts(byWeight(0.7, 0.3), number(0.25), asset), CONTEXT);
        assertThat(found.worksheet().result()).isEqualTo("assetRate");
        assertThat(found.value()).isCloseTo(found.worksheet().value("wacc") + 0.02, within(1e-17));
        assertThat(found.notes()).anyMatch(note -> note.text().equals("less certain demand"));
        assertThatThrownBy(() -> new WaccFacts.AssetSpread(number(0.02), " "))
                .hasMessage("reason must be stated, but was blank. Say what makes the asset riskier or safer.");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void lies_between_its_costs_and_falls_with_tax(long seed) {
        var random = new SplittableRandom(seed);
        double equity = Math.rint(random.nextDouble(1, 1e9));
        double debt = Math.rint(random.nextDouble(0, 1e9));
        double ke = random.nextDouble(0.05, 0.3);
        double kd = random.nextDouble(0.01, 0.05);
        double tax = random.nextDouble(0, 0.5);
        double wacc = wacc(byValue(equity, debt, ke, kd), tax);
        assertThat(wacc).isBetween(kd * (1 - tax) - 1e-15, ke + 1e-15);
        assertThat(wacc(byValue(2 * equity, 2 * debt, ke, kd), tax)).isCloseTo(wacc, within(1e-15));
        assertThat(wacc(byValue(equity, debt, ke, kd), tax + 0.1)).isLessThanOrEqualTo(wacc);
        assertThat(wacc(byValue(equity, 0, ke, kd), tax)).isCloseTo(ke, within(1e-15));
    }

    @Test
    void refuses_weights_and_values_that_are_no_whole() {
        assertThatThrownBy(() -> byWeight(0.7, 0.2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("capital must be weighted to a sum of 1, but was 0.8999");
        assertThatThrownBy(() -> wacc(byValue(0, 0, 0.1, 0.05), 0.25))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Give market values that are not all zero.");
        assertThatThrownBy(() -> byValue(100, -1, 0.1, 0.05))
                .hasMessageContaining("amount must be at least 0, but was CNY -1");
        assertThatThrownBy(() -> new Components(List.of(
                        new Capital("equity", Kind.EQUITY, rate(0.1), new Part.Weight(number(1))),
                        new Capital("debt", Kind.DEBT, rate(0.1), new Part.MarketValue(cny(1))))))
                .hasMessageContaining("Give all as one or all as the other.");
        var real = Input.of(Rate.of(0.03).withPrices(PriceBasis.REAL));
        assertThatThrownBy(() -> wacc(new CapitalStructure.DebtToEquity(number(1), rate(0.1), real), 0.25))
                .hasMessageContaining("some costs are nominal, some are real");
        assertThatThrownBy(() -> wacc(byWeight(0.7, 0.3), 1)).hasMessageContaining("taxRate must be");
    }
}
