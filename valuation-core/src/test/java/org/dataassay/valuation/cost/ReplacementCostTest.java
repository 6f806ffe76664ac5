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
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplacementCostTest {

    private static CostLine direct(String name, double amount) {
        return CostLine.of(name, CostLine.Category.DIRECT, cny(amount));
    }

    @Test
    void index_opportunity_cost_profit_and_adjustment_follow_the_closed_form() {
        var facts = CostFacts.builder(List.of(
                        direct("collection", 100).indexedFrom(number(80)).paidBefore(number(2)),
                        direct("cleaning", 50).paidBefore(number(0.5)),
                        CostLine.of("servers", CostLine.Category.INDIRECT, cny(30))))
                .index(number(100))
                .opportunityRate(rate(0.05))
                .developersProfit(number(0.15))
                .obsolescence(new Obsolescence(Obsolescence.Kind.FUNCTIONAL, number(0.1)))
                .valueAdjustment(new ValueAdjustment.FromQuality(number(0.9)))
                .build();
        var worksheet = ReplacementCost.standard().evaluate(facts, CONTEXT).worksheet();
        double direct = 125 * 1.05 * 1.05 + 50 * StrictMath.pow(1.05, 0.5);
        assertThat(worksheet.value("directTotal")).isCloseTo(direct, within(1e-12));
        assertThat(worksheet.value()).isCloseTo((direct + 30) * 1.15 * 0.9 * 0.9, within(1e-11));
    }

    @Test
    void several_kinds_of_obsolescence_need_their_combination() {
        var facts = CostFacts.builder(List.of(direct("all", 1)))
                .obsolescence(
                        new Obsolescence(Obsolescence.Kind.FUNCTIONAL, number(0.1)),
                        new Obsolescence(Obsolescence.Kind.ECONOMIC, number(0.1)))
                .build();
        assertThatThrownBy(() -> ReplacementCost.standard().evaluate(facts, CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("combination");
    }

    @Test
    void a_line_with_an_index_needs_that_of_the_valuation_date() {
        assertThatThrownBy(() -> CostFacts.builder(List.of(direct("a", 1).indexedFrom(number(90))))
                        .build())
                .hasMessageContaining("index is missing");
    }

    @Test
    void obsolescence_beyond_everything_leaves_nothing() {
        var facts = CostFacts.builder(List.of(direct("all", 100)))
                .obsolescence(
                        new Obsolescence(Obsolescence.Kind.FUNCTIONAL, number(0.7)),
                        new Obsolescence(Obsolescence.Kind.ECONOMIC, number(0.6)))
                .build();
        var additive = new ReplacementCost(
                ReplacementCost.Options.STANDARD.withCombination(Obsolescence.Combination.ADDITIVE));
        assertThat(additive.evaluate(facts, CONTEXT).worksheet().value()).isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void obsolescence_never_adds_and_money_scales(long seed) {
        var random = new SplittableRandom(seed);
        double a = random.nextDouble(1e6);
        double b = random.nextDouble(1e6);
        var losses = new Obsolescence[] {
            new Obsolescence(Obsolescence.Kind.FUNCTIONAL, number(random.nextDouble())),
            new Obsolescence(Obsolescence.Kind.ECONOMIC, number(random.nextDouble()))
        };
        for (var combination : Obsolescence.Combination.values()) {
            var method = new ReplacementCost(ReplacementCost.Options.STANDARD.withCombination(combination));
            double value = method.evaluate(
                            CostFacts.builder(List.of(direct("a", a), direct("b", b)))
                                    .obsolescence(losses)
                                    .build(),
                            CONTEXT)
                    .worksheet()
                    .value();
            double doubled = method.evaluate(
                            CostFacts.builder(List.of(direct("a", 2 * a), direct("b", 2 * b)))
                                    .obsolescence(losses)
                                    .build(),
                            CONTEXT)
                    .worksheet()
                    .value();
            assertThat(value).isBetween(0.0, a + b);
            assertThat(doubled).isCloseTo(2 * value, within(1e-12 * (a + b)));
        }
    }
}
