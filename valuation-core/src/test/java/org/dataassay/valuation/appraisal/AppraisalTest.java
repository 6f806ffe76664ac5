package org.dataassay.valuation.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.valuation.asset.AssetCases;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.asset.FreelyAvailableSubstitute;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.ReliefFromRoyalty;
import org.dataassay.valuation.income.Royalty;
import org.dataassay.valuation.income.RoyaltyFacts;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.reconcile.CrossChecks;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Spider;
import org.junit.jupiter.api.Test;

class AppraisalTest {

    private static final Input<Double> UNCERTAIN =
            number(0.1).distributed(new Distribution.Triangular(0.05, 0.1, 0.15));

    private static MethodCall<?> royalty(String section, Input<Double> share, IncomeConventions conventions) {
        var facts = RoyaltyFacts.of(
                row(List.of(1000.0, 1000.0)),
                new Royalty(share, Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.LICENSEE),
                IncomeTerms.of(number(0.2), rate(0.1)));
        var method = new ReliefFromRoyalty(ReliefFromRoyalty.Options.STANDARD.withConventions(conventions));
        return new MethodCall<>(section, method, facts);
    }

    private static AppraisalReport appraise(DataAsset asset, Optional<CrossChecks> checks, MethodCall<?>... calls) {
        var first = new ConclusionTerms.Weight(calls[0].section(), number(1), "the only one that counts");
        var terms = new ConclusionTerms(List.of(first), "Chen Yu", "one view", checks, 0);
        return Appraisal.of(new AppraisalCase(
                "Test",
                asset,
                CONTEXT,
                Optional.empty(),
                List.of(calls),
                List.of(),
                Optional.of(terms),
                Simulation.of(1)));
    }

    @Test
    void an_indications_range_and_the_conclusions_come_from_the_same_draws() {
        var report = appraise(
                AssetCases.sound(), Optional.empty(), royalty("income", UNCERTAIN, IncomeConventions.STANDARD));
        var indication = report.indications().get(0).range();
        assertThat(indication.nature()).isEqualTo(Range.Nature.SIMULATED_PERCENTILE);
        assertThat(indication).isEqualTo(report.conclusion().orElseThrow().range());
    }

    @Test
    void a_method_that_is_certain_has_no_range_beside_one_that_is_not() {
        var report = appraise(
                AssetCases.sound(),
                Optional.empty(),
                royalty("a", UNCERTAIN, IncomeConventions.STANDARD),
                royalty("b", number(0.1), IncomeConventions.STANDARD));
        assertThat(report.indications().get(1).range()).isEqualTo(Range.none());
    }

    @Test
    void rounding_on_the_way_holds_in_the_appraisal_as_alone() {
        var rounded = IncomeConventions.STANDARD.withRounding(Rounding.textbook(Map.of("discountFactor", 2)));
        var report = appraise(AssetCases.sound(), Optional.empty(), royalty("income", number(0.1), rounded));
        assertThat(report.worksheet().orElseThrow().value("income/value"))
                .isEqualTo(report.indications().get(0).worksheet().value())
                .isCloseTo(80 * 0.95 + 80 * 0.87, within(1e-12));
    }

    @Test
    void the_assets_substitute_caps_an_income_indication_with_its_own_sources() {
        var substitute = FreelyAvailableSubstitute.builder()
                .who("the authority")
                .where("its web site")
                .costToReplicate(cny(50))
                .delayYears(number(0.5))
                .build();
        var asset = AssetCases.sound().toBuilder()
                .freelyAvailableSubstitute(substitute)
                .build();
        var report = appraise(asset, Optional.empty(), royalty("income", number(0.1), IncomeConventions.STANDARD));
        assertThat(report.indications().get(0).amount()).isEqualTo(money(50 + 0.5 * 80));
    }

    @Test
    void a_conclusion_out_of_proportion_is_flagged() {
        var checks = new CrossChecks(Optional.of(cny(10)), Optional.empty(), Optional.empty(), Optional.empty());
        var report = appraise(
                AssetCases.sound(), Optional.of(checks), royalty("income", number(0.1), IncomeConventions.STANDARD));
        assertThat(report.worksheet().orElseThrow().value("conclusion/timesCost"))
                .isGreaterThan(14);
        assertThat(report.notes()).extracting(Note::code).contains("value-above-cost-multiple");
    }

    @Test
    void a_forecast_has_a_fan_from_the_same_draws_and_the_spider_leaves_the_weights_out() {
        var report = appraise(
                AssetCases.sound(), Optional.empty(), royalty("income", UNCERTAIN, IncomeConventions.STANDARD));
        assertThat(report.fans()).singleElement().satisfies(fan -> {
            assertThat(fan.figure()).isEqualTo("income/presentValueByPeriod");
            double sum = fan.bands().stream().mapToDouble(band -> band.mean()).sum();
            assertThat(sum)
                    .isCloseTo(
                            report.simulation().orElseThrow().of("income/value").mean(), within(1e-9));
        });
        assertThat(report.simulation().orElseThrow().spreads())
                .extracting(SimulationResult.Spread::figure)
                .containsExactly("conclusion/value", "income/value");
        assertThat(report.spider().orElseThrow().lines())
                .extracting(Spider.Line::input)
                .contains("income/revenue", "income/royaltyRate")
                .noneMatch(input -> input.startsWith("conclusion/"));
        var certain = appraise(
                AssetCases.sound(), Optional.empty(), royalty("income", number(0.1), IncomeConventions.STANDARD));
        assertThat(certain.fans()).isEmpty();
        assertThat(certain.spider()).isPresent();
    }
}
