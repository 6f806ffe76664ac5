package org.dataassay.valuation.cost;

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
import org.dataassay.valuation.result.Valuation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReproductionCostTest {

    private static CostLine direct(String name, double amount) {
        return CostLine.of(name, CostLine.Category.DIRECT, cny(amount));
    }

    private static Valuation evaluate(ReproductionFacts facts) {
        return new ReproductionCost(
                        ReproductionCost.Options.STANDARD.withCombination(Obsolescence.Combination.SEQUENTIAL))
                .evaluate(facts, CONTEXT);
    }

    @Test
    void each_line_is_trended_by_its_own_series() {
        var facts = ReproductionFacts.builder(List.of(
                        direct("survey", 100).indexedFrom(number(80)).paidBefore(number(2)),
                        direct("wages", 60).indexed(number(90), number(108)),
                        CostLine.of("servers", CostLine.Category.INDIRECT, cny(30))
                                .indexed(number(120), number(90))))
                .index(number(100))
                .opportunityRate(rate(0.05))
                .developersProfit(number(0.15))
                .depreciation(new Depreciation.StraightLine(number(2), number(8), Optional.empty()))
                .obsolescence(new Obsolescence(Obsolescence.Kind.FUNCTIONAL, number(0.1)))
                .build();
        var worksheet = evaluate(facts).worksheet();
        double cost = 100 * 100 / 80.0 * 1.05 * 1.05 + 60 * 108 / 90.0 + 30 * 90 / 120.0;
        assertThat(worksheet.value("cost")).isCloseTo(cost, within(1e-12 * cost));
        assertThat(worksheet.value("reproductionCostNew")).isCloseTo(cost * 1.15, within(1e-12 * cost));
        assertThat(worksheet.value()).isCloseTo(cost * 1.15 * 0.75 * 0.9, within(1e-11));
    }

    @Test
    void loss_by_age_is_one_of_the_losses_that_are_added() {
        var facts = ReproductionFacts.builder(List.of(direct("all", 1000)))
                .depreciation(new Depreciation.StraightLine(number(2), number(8), Optional.empty()))
                .obsolescence(new Obsolescence(Obsolescence.Kind.ECONOMIC, number(0.1)))
                .build();
        var added = new ReproductionCost(
                ReproductionCost.Options.STANDARD.withCombination(Obsolescence.Combination.ADDITIVE));
        assertThat(added.evaluate(facts, CONTEXT).worksheet().value()).isCloseTo(650, within(1e-10));
        assertThatThrownBy(() -> ReproductionCost.standard().evaluate(facts, CONTEXT))
                .hasMessage(
                        "combination is missing. Several kinds of obsolescence add up or act one after the other; set the option to additive or sequential.");
    }

    @Test
    void what_a_subsidy_paid_is_left_out_and_told() {
        var lines = List.of(
                direct("own", 700),
                direct("granted", 200).fundedBy(CostLine.Funding.SUBSIDY),
                direct("budget", 100).fundedBy(CostLine.Funding.FISCAL));
        var valuation = evaluate(ReproductionFacts.builder(lines).build());
        assertThat(valuation.worksheet().value()).isEqualTo(800);
        assertThat(valuation.notes())
                .anySatisfy(note -> {
                    assertThat(note.code()).isEqualTo("subsidized-cost-left-out");
                    assertThat(note.text()).isEqualTo("granted (CNY 200.00)");
                })
                .anySatisfy(note -> {
                    assertThat(note.code()).isEqualTo("fiscal-funding");
                    assertThat(note.text()).isEqualTo("budget (CNY 100.00)");
                })
                .anySatisfy(note -> {
                    assertThat(note.code()).isEqualTo("lines-not-trended");
                    assertThat(note.text()).isEqualTo("own, budget");
                });
        assertThatThrownBy(() -> ReproductionFacts.builder(
                                List.of(direct("granted", 200).fundedBy(CostLine.Funding.SUBSIDY)))
                        .build())
                .hasMessageContaining("lines does not fit: subsidies paid all of them, so no cost is left");
    }

    @Test
    void the_tree_of_the_national_standard_adds_up_by_group() {
        var lines = List.of(
                CostLine.of("staff", Gbt37550Cost.STAFF, cny(5)),
                CostLine.of("plan", Gbt37550Cost.DATA_PLANNING, cny(10)),
                CostLine.of("crawl", Gbt37550Cost.DATA_ACQUISITION, cny(20)),
                CostLine.of("discs", Gbt37550Cost.DATA_STORAGE, cny(40)));
        var worksheet = evaluate(ReproductionFacts.builder(lines).build()).worksheet();
        assertThat(worksheet.values("constructionCost")).containsExactly(10.0, 20.0);
        assertThat(worksheet.value("constructionTotal")).isEqualTo(30);
        assertThat(worksheet.value("operationTotal")).isEqualTo(40);
        assertThat(worksheet.value("managementTotal")).isEqualTo(5);
        assertThat(worksheet.names().indexOf("constructionTotal"))
                .isLessThan(worksheet.names().indexOf("managementTotal"));
        assertThatThrownBy(() -> ReproductionFacts.builder(
                                List.of(direct("a", 1), CostLine.of("b", Gbt37550Cost.STAFF, cny(1))))
                        .build())
                .hasMessageContaining("categories of two cost trees are mixed");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> ReproductionFacts.builder(
                                List.of(direct("a", 1).indexedFrom(number(90)), direct("a", 2)))
                        .developersProfit(number(15))
                        .depreciation(new Depreciation.DecliningBalance(number(1), number(0.2)))
                        .obsolescence(new Obsolescence(Obsolescence.Kind.PHYSICAL, number(0.1)))
                        .build())
                .hasMessageContaining("lines[1].name is used twice: a.")
                .hasMessageContaining(
                        "index is missing. A line has an index of its date; give that of the valuation date.")
                .hasMessageContaining("developersProfit must be in [0, 10], but was 15.")
                .hasMessageContaining("physical obsolescence is what the depreciation curve measures");
        assertThatThrownBy(() -> new CostLine(
                        "a",
                        CostLine.Category.DIRECT,
                        CostLine.Nature.MATERIAL,
                        cny(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(number(100)),
                        Optional.empty()))
                .hasMessageContaining("index is missing. The line has its series' level at the valuation date");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** With no loss by age and one index for all, reproduction and replacement are the same sum. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equals_replacement_where_nothing_sets_them_apart_and_money_scales(long seed) {
        var random = new SplittableRandom(seed);
        double a = random.nextDouble(1e6);
        double b = random.nextDouble(1e6);
        double then = 50 + random.nextDouble(100);
        double now = 50 + random.nextDouble(100);
        double profit = random.nextDouble(0.5);
        var losses = new Obsolescence[] {
            new Obsolescence(Obsolescence.Kind.FUNCTIONAL, number(random.nextDouble())),
            new Obsolescence(Obsolescence.Kind.ECONOMIC, number(random.nextDouble()))
        };
        var lines = List.of(direct("a", a).indexedFrom(number(then)), direct("b", b));
        double reproduced = evaluate(ReproductionFacts.builder(lines)
                        .index(number(now))
                        .developersProfit(number(profit))
                        .obsolescence(losses)
                        .build())
                .worksheet()
                .value();
        double replaced = new ReplacementCost(
                        ReplacementCost.Options.STANDARD.withCombination(Obsolescence.Combination.SEQUENTIAL))
                .evaluate(
                        CostFacts.builder(lines)
                                .index(number(now))
                                .developersProfit(number(profit))
                                .obsolescence(losses)
                                .build(),
                        CONTEXT)
                .worksheet()
                .value();
        assertThat(reproduced).isCloseTo(replaced, within(1e-12 * (a + b) * 3));
        double doubled = evaluate(ReproductionFacts.builder(
                                List.of(direct("a", 2 * a).indexedFrom(number(then)), direct("b", 2 * b)))
                        .index(number(now))
                        .developersProfit(number(profit))
                        .obsolescence(losses)
                        .build())
                .worksheet()
                .value();
        assertThat(doubled).isCloseTo(2 * reproduced, within(1e-11 * (a + b)));
    }
}
