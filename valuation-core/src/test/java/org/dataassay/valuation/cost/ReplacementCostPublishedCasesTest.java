package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.PublishedCase;
import org.junit.jupiter.api.Test;

class ReplacementCostPublishedCasesTest {

    private static final String ID = "cost.replacement-cost";

    /** 自创专有技术, 倍加系数法; amounts in CNY 10,000. */
    @Test
    void know_how_by_the_multiplier_form() {
        var published = PublishedCase.of(ID, "C1");
        var lines = new ArrayList<CostLine>();
        for (double c : published.inputs("materialC"))
            lines.add(CostLine.of("c" + (lines.size() + 1), CostLine.Category.DIRECT, cny(c)));
        lines.add(CostLine.of("v", CostLine.Category.DIRECT, cny(published.input("livingLabourV")))
                .asLivingLabor());
        var facts = CostFacts.builder(lines)
                .multiplier(new MultiplierForm(
                        number(published.input("creativeLabourMultiplier")),
                        number(published.input("researchRiskRate")),
                        number(published.input("returnOnCost"))))
                .valueAdjustment(new ValueAdjustment.FromLife(
                        number(published.input("usedYears")), number(published.input("remainingYears"))))
                .build();
        var worksheet = ReplacementCost.standard().evaluate(facts, CONTEXT).worksheet();
        var exact = published.expected().get("exact");
        for (var figure :
                List.of("replacementCost replacementCostNew", "lifeDepreciation lifeDepreciation", "value value")) {
            var names = figure.split(" ");
            double expected = exact.get(names[0]).asDouble();
            assertThat(worksheet.value(names[1]))
                    .as(names[0])
                    .isCloseTo(expected, within(published.exactTolerance(expected)));
        }
        assertThat(worksheet.value())
                .isCloseTo(published.expected().get("published").get("value").asDouble(), within(0.005));
    }

    /** The same 350 000 with 10 % and 5 %: 297 500 when added, 299 250 one after the other. */
    @Test
    void obsolescence_added_and_in_sequence() {
        var published = PublishedCase.of(ID, "cost-repro-additive");
        var lines = new ArrayList<CostLine>();
        published
                .inputs()
                .get("costs")
                .properties()
                .forEach(cost -> lines.add(CostLine.of(
                        cost.getKey(),
                        CostLine.Category.DIRECT,
                        cny(cost.getValue().asDouble()))));
        var losses = published.inputs().get("obsolescence");
        var facts = CostFacts.builder(lines)
                .obsolescence(
                        new Obsolescence(
                                Obsolescence.Kind.FUNCTIONAL,
                                number(losses.get("functional").asDouble())),
                        new Obsolescence(
                                Obsolescence.Kind.ECONOMIC,
                                number(losses.get("economic").asDouble())))
                .build();
        assertThat(value(facts, Obsolescence.Combination.ADDITIVE)).isCloseTo(297_500, within(1e-9 * 297_500));
        assertThat(value(facts, Obsolescence.Combination.SEQUENTIAL)).isCloseTo(299_250, within(1e-9 * 299_250));
    }

    @Test
    void three_kinds_in_sequence() {
        var published = PublishedCase.of(ID, "cost-repro-multiplicative");
        var losses = published.inputs().get("obsolescence");
        var facts = CostFacts.builder(
                        List.of(CostLine.of("all", CostLine.Category.DIRECT, cny(published.input("costNew")))))
                .obsolescence(
                        new Obsolescence(
                                Obsolescence.Kind.PHYSICAL,
                                number(losses.get("physical").asDouble())),
                        new Obsolescence(
                                Obsolescence.Kind.FUNCTIONAL,
                                number(losses.get("functional").asDouble())),
                        new Obsolescence(
                                Obsolescence.Kind.ECONOMIC,
                                number(losses.get("economic").asDouble())))
                .build();
        assertThat(value(facts, Obsolescence.Combination.SEQUENTIAL))
                .isCloseTo(published.expected().get("value").asDouble(), within(1e-9 * 342_000));
    }

    private static double value(CostFacts facts, Obsolescence.Combination combination) {
        return new ReplacementCost(ReplacementCost.Options.STANDARD.withCombination(combination))
                .evaluate(facts, CONTEXT)
                .worksheet()
                .value();
    }
}
