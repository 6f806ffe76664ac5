package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.cost.SumOfCostsFacts.CapitalServices;
import org.dataassay.valuation.cost.SumOfCostsFacts.Occupation;
import org.dataassay.valuation.cost.SumOfCostsFacts.PerpetualInventory;
import org.dataassay.valuation.cost.SumOfCostsFacts.Producer;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.InputRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SumOfCostsTest {

    private static final CapitalServices NO_CAPITAL = new CapitalServices.Stated(cny(0), cny(0));

    private static Occupation occupation(String name, double share, double wage, double heads) {
        return new Occupation(name, number(share), cny(wage), number(heads));
    }

    private static SumOfCostsFacts facts(
            List<Occupation> people,
            CapitalServices capital,
            Producer producer,
            Optional<PerpetualInventory> inventory) {
        return new SumOfCostsFacts(people, number(1.5), cny(40), capital, producer, inventory);
    }

    private static Valuation evaluate(SumOfCostsFacts facts) {
        return SumOfCosts.standard().evaluate(facts, CONTEXT);
    }

    private static PerpetualInventory inventory(double opening, List<Double> investments, double depreciation) {
        return new PerpetualInventory(
                2022, cny(opening), row(investments), Optional.empty(), number(depreciation), Optional.empty());
    }

    @Test
    void output_of_one_year_follows_the_closed_form() {
        var people = List.of(occupation("clerks", 0.9, 100, 10), occupation("analysts", 0.4, 200, 5));
        double labor = 1.5 * (0.9 * 100 * 10 + 0.4 * 200 * 5);
        var stated = new CapitalServices.Stated(cny(25), cny(12));
        assertThat(evaluate(facts(people, stated, Producer.MARKET, Optional.empty()))
                        .worksheet()
                        .value())
                .isCloseTo(labor + 40 + 25 + 12, within(1e-11));
        var nonMarket = evaluate(facts(people, stated, Producer.NON_MARKET, Optional.empty()));
        assertThat(nonMarket.worksheet().value()).isCloseTo(labor + 40 + 25, within(1e-11));
        assertThat(nonMarket.notes()).extracting(Note::code).contains("no-net-return");
        var userCost = new CapitalServices.UserCost(cny(1000), number(0.2), rate(0.06), number(0.01));
        assertThat(evaluate(facts(people, userCost, Producer.MARKET, Optional.empty()))
                        .worksheet()
                        .value())
                .isCloseTo(labor + 40 + 1000 * (0.06 + 0.2 - 0.01), within(1e-11));
    }

    @Test
    void the_stock_is_what_the_years_have_left() {
        var people = List.of(occupation("clerks", 1, 100, 1));
        var inventory = new PerpetualInventory(
                2023,
                cny(80),
                row(List.of(100.0, 120.0)),
                Optional.of(InputRow.of(List.of(80.0, 96.0, 100.0))),
                number(0.25),
                Optional.of(new PerpetualInventory.Return(rate(0.06), number(-0.02))));
        var sheet = evaluate(facts(people, NO_CAPITAL, Producer.MARKET, Optional.of(inventory)))
                .worksheet();
        double output = 1.5 * 100 + 40;
        double k2023 = 80 * 100 / 80.0 * 0.75 + 100 * 100 / 80.0;
        double k2024 = k2023 * 0.75 + 120 * 100 / 96.0;
        double k2025 = k2024 * 0.75 + output;
        assertThat(sheet.value("closingStock 2023")).isCloseTo(k2023, within(1e-11));
        assertThat(sheet.values("netStock")).hasSize(3);
        assertThat(sheet.values("netStock").get(1)).isCloseTo(k2024, within(1e-11));
        assertThat(sheet.value()).isCloseTo(k2025, within(1e-11));
        assertThat(sheet.value("userCost")).isCloseTo(k2025 * (0.06 + 0.25 + 0.02), within(1e-11));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> new SumOfCostsFacts(
                        List.of(occupation("a", 1, 1, 1), occupation("a", 1, 1, 1)),
                        number(0.5),
                        cny(-1),
                        NO_CAPITAL,
                        Producer.MARKET,
                        Optional.empty()))
                .hasMessageContaining("blowUp must be in [1, 10], but was 0.5.")
                .hasMessageContaining("intermediateConsumption must be at least 0, but was CNY -1")
                .hasMessageContaining("occupations[1].name is used twice: a.");
        assertThatThrownBy(() -> occupation("a", 95, 1, 1))
                .hasMessageContaining("timeShare must be in [0, 1] as a decimal, but was 95. Did you mean 0.95 (95%)?");
        assertThatThrownBy(() -> new PerpetualInventory(
                        22,
                        cny(1),
                        row(List.of(1.0, -1.0)),
                        Optional.of(InputRow.of(List.of(100.0, 0.0))),
                        number(0.2),
                        Optional.empty()))
                .hasMessageContaining("firstYear must be a year from 1900 to 2200, but was 22.")
                .hasMessageContaining("investments[1] must be at least 0")
                .hasMessageContaining("priceIndex must be one level per year, the last included: 3, but was 2.")
                .hasMessageContaining("priceIndex[1] must be above 0, but was 0.");
    }

    @Test
    void a_capital_gain_above_the_return_is_noted() {
        var capital = new CapitalServices.UserCost(cny(1000), number(0.2), rate(0.02), number(0.05));
        var valuation =
                evaluate(facts(List.of(occupation("a", 1, 100, 1)), capital, Producer.MARKET, Optional.empty()));
        assertThat(valuation.notes()).extracting(Note::code).contains("negative-net-return");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** K_T = K₀(1−δ)^T + Σ I_t (1−δ)^(T−t); a steady investment tends to I/δ; a faster loss never leaves more. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void perpetual_inventory_obeys_its_laws(long seed) {
        var random = new SplittableRandom(seed);
        int earlier = 1 + random.nextInt(20);
        var investments = new ArrayList<Double>();
        for (int t = 0; t < earlier; t++) investments.add(random.nextDouble(1e6));
        double opening = random.nextDouble(1e6);
        double delta = 0.05 + random.nextDouble(0.9);
        var people = List.of(occupation("a", random.nextDouble(), random.nextDouble(1e5), random.nextDouble(10)));
        double output = evaluate(facts(people, NO_CAPITAL, Producer.MARKET, Optional.empty()))
                .worksheet()
                .value();
        double expected = opening * StrictMath.pow(1 - delta, earlier + 1) + output;
        for (int t = 0; t < earlier; t++) expected += investments.get(t) * StrictMath.pow(1 - delta, earlier - t);
        double stock = stock(people, inventory(opening, investments, delta));
        assertThat(stock).isCloseTo(expected, within(1e-11 * expected));
        assertThat(stock(people, inventory(opening, investments, Math.min(1, delta * 1.05))))
                .isLessThanOrEqualTo(stock);
        assertThat(stock(people, inventory(opening, investments, 1))).isCloseTo(output, within(1e-12 * output));
        double steady = stock(people, inventory(output / delta, Collections.nCopies(earlier, output), delta));
        assertThat(steady).isCloseTo(output / delta, within(1e-9 * output / delta));
    }

    private static double stock(List<Occupation> people, PerpetualInventory inventory) {
        return evaluate(facts(people, NO_CAPITAL, Producer.MARKET, Optional.of(inventory)))
                .worksheet()
                .value();
    }
}
