package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.PublishedCase;
import org.junit.jupiter.api.Test;

class ReproductionCostPublishedCasesTest {

    private static final String ID = "cost.reproduction-cost";

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
        double value = published.expected().get("value").asDouble();
        assertThat(value).isEqualTo(297_500);
        assertThat(value(lines, losses(published), Obsolescence.Combination.ADDITIVE))
                .isCloseTo(value, within(1e-9 * value));
        assertThat(value(lines, losses(published), Obsolescence.Combination.SEQUENTIAL))
                .isCloseTo(299_250, within(1e-9 * 299_250));
    }

    @Test
    void three_kinds_in_sequence() {
        var published = PublishedCase.of(ID, "cost-repro-multiplicative");
        var lines = List.of(CostLine.of("all", CostLine.Category.DIRECT, cny(published.input("costNew"))));
        double value = published.expected().get("value").asDouble();
        assertThat(value(lines, losses(published), Obsolescence.Combination.SEQUENTIAL))
                .isCloseTo(value, within(1e-9 * value));
    }

    /** {@code DB} of spreadsheets for cost 1 000 000, salvage 100 000, life 6: the rate 0.319 is rounded, the amounts are its products. */
    @Test
    void declining_balance_as_spreadsheets_have_it() {
        var lines = List.of(CostLine.of("all", CostLine.Category.DIRECT, cny(1_000_000)));
        double[] db = {319_000, 217_239, 147_939.76, 100_746.98, 68_608.69, 46_722.52};
        double left = 1_000_000;
        for (int year = 1; year <= 6; year++) {
            left -= db[year - 1];
            var curve = new Depreciation.DecliningToResidual(number(year), number(6), number(0.1));
            var rounded = new ReproductionCost(ReproductionCost.Options.STANDARD.withDecliningRate(
                            ReproductionCost.DecliningRate.AS_SPREADSHEET))
                    .evaluate(
                            ReproductionFacts.builder(lines).depreciation(curve).build(), CONTEXT);
            assertThat(rounded.worksheet().value()).as("DB, year " + year).isCloseTo(left, within(0.03));
            assertThat(rounded.worksheet().value("decliningRate")).isEqualTo(0.319);
        }
    }

    private static Obsolescence[] losses(PublishedCase published) {
        var losses = new ArrayList<Obsolescence>();
        published
                .inputs()
                .get("obsolescence")
                .properties()
                .forEach(loss -> losses.add(new Obsolescence(
                        Obsolescence.Kind.valueOf(loss.getKey().toUpperCase(Locale.ROOT)),
                        number(loss.getValue().asDouble()))));
        return losses.toArray(Obsolescence[]::new);
    }

    private static double value(List<CostLine> lines, Obsolescence[] losses, Obsolescence.Combination combination) {
        return new ReproductionCost(ReproductionCost.Options.STANDARD.withCombination(combination))
                .evaluate(ReproductionFacts.builder(lines).obsolescence(losses).build(), CONTEXT)
                .worksheet()
                .value();
    }
}
