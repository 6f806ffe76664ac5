package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Cas2023CostTest {

    private static final ValueAdjustment DELTA = new ValueAdjustment.FromLife(number(1), number(3));

    private static CostLine line(String name, CostLine.Category category, double amount) {
        return CostLine.of(name, category, cny(amount));
    }

    private static double value(Cas2023CostFacts facts) {
        return Cas2023Cost.standard().evaluate(facts, CONTEXT).worksheet().value();
    }

    @Test
    void five_groups_stated_on_lines_and_delta_from_life() {
        var facts = Cas2023CostFacts.builder(
                        List.of(
                                line("plan", CostLine.Category.PRELIMINARY, 100),
                                line("collect", CostLine.Category.DIRECT, 500),
                                line("servers", CostLine.Category.INDIRECT, 200),
                                line("forgone", CostLine.Category.OPPORTUNITY, 120),
                                line("stamp duty", CostLine.Category.TAXES, 30)),
                        DELTA)
                .suitability("anyone may collect")
                .build();
        var valuation = Cas2023Cost.standard().evaluate(facts, CONTEXT);
        var sheet = valuation.worksheet();
        assertThat(sheet.value("developmentCost")).isEqualTo(800);
        assertThat(sheet.value("opportunityTotal")).isEqualTo(120);
        assertThat(sheet.value("taxesTotal")).isEqualTo(30);
        assertThat(sheet.value("cost")).isEqualTo(950);
        assertThat(sheet.value()).isEqualTo(950 * 0.75);
        assertThat(valuation.notes()).extracting(Note::code).contains("cost-dependence");
    }

    @Test
    void profit_forgone_and_taxes_as_rates() {
        var builder = Cas2023CostFacts.builder(
                        List.of(line("a", CostLine.Category.DIRECT, 1000)), new ValueAdjustment.Stated(number(0.8)))
                .opportunity(new Cas2023CostFacts.Opportunity.Profit(number(0.1)))
                .taxRate(number(0.06));
        assertThat(value(builder.build())).isCloseTo((1000 + 100 + 60) * 0.8, within(1e-10));
        var onBoth =
                new Cas2023Cost(Cas2023Cost.Options.STANDARD.withTaxBase(Cas2023Cost.TaxBase.WITH_OPPORTUNITY_COST));
        assertThat(onBoth.evaluate(builder.build(), CONTEXT).worksheet().value())
                .isCloseTo((1000 + 100 + 66) * 0.8, within(1e-10));
        assertThat(onBoth.evaluate(builder.build(), CONTEXT).notes())
                .extracting(Note::code)
                .contains("tax-base", "cost-dependence-not-stated");
    }

    @Test
    void return_on_bound_capital_is_a_group_of_its_own() {
        var facts = Cas2023CostFacts.builder(
                        List.of(
                                line("a", CostLine.Category.DIRECT, 100)
                                        .indexedFrom(number(80))
                                        .paidBefore(number(2)),
                                line("b", CostLine.Category.INDIRECT, 50)),
                        new ValueAdjustment.Stated(number(1.2)))
                .index(number(100))
                .opportunity(new Cas2023CostFacts.Opportunity.BoundCapital(rate(0.05)))
                .build();
        var valuation = Cas2023Cost.standard().evaluate(facts, CONTEXT);
        assertThat(valuation.worksheet().value("developmentCost")).isCloseTo(175, within(1e-12));
        assertThat(valuation.worksheet().value("opportunityTotal")).isCloseTo(125 * (1.05 * 1.05 - 1), within(1e-12));
        assertThat(valuation.worksheet().value()).isCloseTo((125 * 1.05 * 1.05 + 50) * 1.2, within(1e-12 * 200));
        assertThat(valuation.notes()).extracting(Note::code).contains("adjustment-above-one");
    }

    @Test
    void what_is_stated_twice_or_in_another_tree_is_refused() {
        assertThatThrownBy(() -> Cas2023CostFacts.builder(
                                List.of(
                                        line("a", CostLine.Category.DIRECT, 1),
                                        line("o", CostLine.Category.OPPORTUNITY, 1),
                                        line("t", CostLine.Category.TAXES, 1)),
                                DELTA)
                        .opportunity(new Cas2023CostFacts.Opportunity.BoundCapital(rate(0.05)))
                        .taxRate(number(6))
                        .suitability(" ")
                        .build())
                .hasMessageContaining("opportunity does not fit: a line states the opportunity cost already.")
                .hasMessageContaining("yearsBefore is missing.")
                .hasMessageContaining("taxRate does not fit: a line states the taxes already.")
                .hasMessageContaining("taxRate must be in [0, 1] as a decimal, but was 6. Did you mean 0.06 (6%)?")
                .hasMessageContaining("suitability must be stated, but was blank.");
        assertThatThrownBy(() -> Cas2023CostFacts.builder(List.of(line("t", CostLine.Category.TAXES, 1)), DELTA)
                        .build())
                .hasMessageContaining("lines is missing. State what was spent on the data");
        assertThatThrownBy(() -> Cas2023CostFacts.builder(List.of(CostLine.of("a", Gbt37550Cost.STAFF, cny(1))), DELTA)
                        .build())
                .hasMessageContaining("lines does not fit: a category is not of the 2023 guidance.");
    }

    /** C · δ and TC(1 + R)U are two models: coefficients of one are no fields of the other. */
    @Test
    void coefficients_of_expert_guidance_9_are_refused_by_name() {
        assertThatThrownBy(() -> AssayJson.standard().readRequest("""
                { "method": "cost.cas-2023",
                  "facts": {
                    "lines": [ { "name": "a", "category": "direct", "nature": "material", "amount": "CNY 1" } ],
                    "circulation": { "stated": { "coefficient": 0.9 } },
                    "valueAdjustment": { "stated": { "coefficient": 0.9 } } },
                  "context": { "valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "market-value" } }
                """))
                .hasMessageContaining("facts.circulation is not a field here.");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void money_scales_and_more_delta_is_more_value(long seed) {
        var random = new SplittableRandom(seed);
        double a = random.nextDouble(1e6);
        double b = random.nextDouble(1e6);
        double delta = random.nextDouble();
        double p = random.nextDouble(0.5);
        double t = random.nextDouble(0.2);
        DoubleBinaryOperator at = (scale, d) -> value(Cas2023CostFacts.builder(
                        List.of(
                                line("a", CostLine.Category.PRELIMINARY, a * scale),
                                line("b", CostLine.Category.DIRECT, b * scale)),
                        new ValueAdjustment.Stated(number(d)))
                .opportunity(new Cas2023CostFacts.Opportunity.Profit(number(p)))
                .taxRate(number(t))
                .build());
        double value = at.applyAsDouble(1, delta);
        assertThat(value).isCloseTo((a + b) * (1 + p + t) * delta, within(1e-12 * (a + b) * 3));
        assertThat(at.applyAsDouble(2, delta)).isCloseTo(2 * value, within(1e-11 * (a + b)));
        assertThat(at.applyAsDouble(1, delta * 1.1)).isGreaterThanOrEqualTo(value);
    }
}
