package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Valuation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpertGuidance9Test {

    private static ScoredShare.Weighted.Item item(String name, double weight, double score) {
        return new ScoredShare.Weighted.Item(name, number(weight), number(score));
    }

    private static ScoredShare stated(double share) {
        return new ScoredShare.Stated(number(share));
    }

    private static ExpertGuidance9Facts facts(
            double cost,
            double profit,
            ScoredShare quality,
            Circulation circulation,
            Monopoly monopoly,
            ScoredShare risk) {
        return new ExpertGuidance9Facts(
                List.of(CostLine.of("all", Gbt37550Cost.DATA_ACQUISITION, cny(cost))),
                Optional.empty(),
                number(profit),
                quality,
                circulation,
                monopoly,
                risk);
    }

    private static Valuation evaluate(ExpertGuidance9Facts facts) {
        return ExpertGuidance9.standard().evaluate(facts, CONTEXT);
    }

    @Test
    void utility_follows_the_closed_form() {
        var facts = facts(
                1_000_000,
                0.2,
                new ScoredShare.Weighted(List.of(item("completeness", 0.6, 0.95), item("accuracy", 0.4, 0.9))),
                new Circulation.Volumes(
                        "record", number(20), number(30), number(40), number(100), number(1.5), number(1.2), number(1)),
                new Monopoly.Volumes("record", number(100), number(400)),
                new ScoredShare.Weighted(List.of(item("management", 0.5, 0.1), item("security", 0.5, 0.2))));
        var sheet = evaluate(facts).worksheet();
        double alpha = 0.6 * 0.95 + 0.4 * 0.9;
        double beta = (20 * 1.5 + 30 * 1.2 + 40) / 100;
        double risk = 0.5 * 0.1 + 0.5 * 0.2;
        assertThat(sheet.value("dataQuality")).isCloseTo(alpha, within(1e-15));
        assertThat(sheet.value("circulation")).isCloseTo(beta, within(1e-15)).isGreaterThan(1);
        assertThat(sheet.value("monopoly")).isEqualTo(0.25);
        assertThat(sheet.value("realizationRisk")).isCloseTo(risk, within(1e-15));
        assertThat(sheet.value("utility")).isCloseTo(alpha * beta * 1.25 * (1 - risk), within(1e-14));
        assertThat(sheet.value()).isCloseTo(1_200_000 * alpha * beta * 1.25 * (1 - risk), within(1e-8));
    }

    @Test
    void data_that_do_not_circulate_are_worth_nothing_and_the_reader_is_warned() {
        var valuation = evaluate(facts(
                1000,
                0.1,
                stated(1),
                new Circulation.Volumes(
                        "GB", number(0), number(0), number(0), number(100), number(1), number(1), number(1)),
                new Monopoly.Stated(number(0.5)),
                stated(0)));
        assertThat(valuation.worksheet().value()).isZero();
        assertThat(valuation.notes()).anySatisfy(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.WARNING);
            assertThat(note.code()).isEqualTo("no-circulation");
        });
    }

    @Test
    void items_of_the_tree_without_a_line_are_told() {
        var valuation = evaluate(
                facts(1, 0, stated(1), new Circulation.Stated(number(1)), new Monopoly.Stated(number(0)), stated(0)));
        assertThat(valuation.worksheet().value()).isEqualTo(1);
        assertThat(valuation.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("cost-items-without-line");
            assertThat(note.text())
                    .startsWith("data-planning, data-confirmation")
                    .doesNotContain("data-acquisition");
        });
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> new ScoredShare.Weighted(List.of(item("a", 0.5, 1), item("a", 0.4, 1))))
                .hasMessageContaining("items must be of weights that sum to 1, but was 0.9.")
                .hasMessageContaining("items[1].name is used twice: a.");
        assertThatThrownBy(() -> new Circulation.Volumes(
                        "GB", number(60), number(30), number(20), number(100), number(1), number(1), number(1)))
                .hasMessageContaining("totalVolume must be at least the volume that circulates, 110, but was 100.");
        assertThatThrownBy(() -> new Monopoly.Volumes("GB", number(5), number(4)))
                .hasMessageContaining("held must be at most ofItsKind, 4, but was 5.");
        assertThatThrownBy(() -> new ExpertGuidance9Facts(
                        List.of(CostLine.of("a", CostLine.Category.DIRECT, cny(1))),
                        Optional.empty(),
                        number(20),
                        stated(1),
                        new Circulation.Stated(number(1)),
                        new Monopoly.Stated(number(0)),
                        stated(0)))
                .hasMessageContaining("lines does not fit: a category is not of GB/T 37550.")
                .hasMessageContaining("returnOnCost must be in [0, 10], but was 20.");
    }

    /** The other direction of {@code Cas2023CostTest.coefficients_of_expert_guidance_9_are_refused_by_name}. */
    @Test
    void the_adjustment_of_the_2023_guidance_is_refused_by_name() {
        assertThatThrownBy(() -> AssayJson.standard().readRequest("""
                { "method": "cost.expert-guidance-9",
                  "facts": {
                    "lines": [ { "name": "a", "category": "staff", "nature": "material", "amount": "CNY 1" } ],
                    "returnOnCost": 0.1,
                    "valueAdjustment": { "stated": { "coefficient": 0.9 } } },
                  "context": { "valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "market-value" } }
                """))
                .hasMessageContaining("facts.valueAdjustment is not a field here.");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void money_scales_and_each_coefficient_moves_the_value_its_way(long seed) {
        var random = new SplittableRandom(seed);
        double cost = 1 + random.nextDouble(1e6);
        double profit = random.nextDouble();
        double alpha = random.nextDouble(0.9);
        double beta = random.nextDouble(3);
        double l = random.nextDouble(0.9);
        double r = random.nextDouble(0.9);
        double value = value(cost, profit, alpha, beta, l, r);
        assertThat(value).isCloseTo(cost * (1 + profit) * alpha * beta * (1 + l) * (1 - r), within(1e-12 * cost * 12));
        assertThat(value(2 * cost, profit, alpha, beta, l, r)).isCloseTo(2 * value, within(1e-10 * cost));
        assertThat(value(cost, profit, alpha * 1.1, beta, l, r)).isGreaterThanOrEqualTo(value);
        assertThat(value(cost, profit, alpha, beta, l * 1.1, r)).isGreaterThanOrEqualTo(value);
        assertThat(value(cost, profit, alpha, beta, l, r * 1.1)).isLessThanOrEqualTo(value);
    }

    private static double value(double cost, double profit, double alpha, double beta, double l, double r) {
        return evaluate(facts(
                        cost,
                        profit,
                        stated(alpha),
                        new Circulation.Stated(number(beta)),
                        new Monopoly.Stated(number(l)),
                        stated(r)))
                .worksheet()
                .value();
    }
}
