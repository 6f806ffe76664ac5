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
}
