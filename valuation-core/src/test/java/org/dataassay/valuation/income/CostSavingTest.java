package org.dataassay.valuation.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.InputRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CostSavingTest {

    private static final IncomeTerms TERMS = IncomeTerms.of(number(0.2), rate(0.1));

    private static double value(List<CostDriver> drivers, IncomeTerms terms) {
        return CostSaving.standard()
                .evaluate(CostSavingFacts.of(drivers, terms), CONTEXT)
                .worksheet()
                .value();
    }

    /** 2 · 100 + 10 % of 3000 = 500, less 40 for keeping the saving. */
    @Test
    void every_driver_acts_on_its_base() {
        var checks = new CostDriver.UnitSaving(
                "checks",
                InputRow.of(List.of(UnitPrice.of(BigDecimal.valueOf(2), CNY, "check"))),
                InputRow.of(List.of(100.0)));
        var losses = new CostDriver.RelativeSaving("losses", InputRow.of(List.of(0.1)), row(List.of(3000.0)));
        var facts = CostSavingFacts.of(List.of(checks, losses), TERMS).withCosts(row(List.of(40.0)));
        var worksheet = CostSaving.standard().evaluate(facts, CONTEXT).worksheet();
        assertThat(worksheet.values("drivers/checks/gain")).containsExactly(200.0);
        assertThat(worksheet.values("drivers/losses/gain")).containsExactly(300.0);
        assertThat(worksheet.value()).isCloseTo(460 * 0.8 / StrictMath.sqrt(1.1), within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_a_saving(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 10);
        var costs = random.doubles(n, 0, 1e6).boxed().toList();
        var shares = random.doubles(n, 0, 0.9).boxed().toList();
        double value = saving(shares, costs);
        double direct = 0;
        for (int t = 1; t <= n; t++)
            direct += shares.get(t - 1) * costs.get(t - 1) * 0.8 * StrictMath.pow(1.1, 0.5 - t);
        assertThat(value).isCloseTo(direct, within(1e-12 * Math.max(1, direct)));
        assertThat(saving(shares, costs.stream().map(c -> 3 * c).toList()))
                .as("homogeneous in money")
                .isCloseTo(3 * value, within(1e-12 * value));
        assertThat(saving(shares.stream().map(s -> s / 2).toList(), costs))
                .as("homogeneous in the shares saved")
                .isCloseTo(value / 2, within(1e-12 * value));
        assertThat(saving(shares.stream().map(s -> s * 1.1).toList(), costs))
                .as("a larger saving")
                .isGreaterThanOrEqualTo(value);
        var two = List.<CostDriver>of(driver("a", shares, costs), driver("b", shares, costs));
        assertThat(value(two, TERMS)).as("drivers add up").isCloseTo(2 * value, within(1e-12 * value));
    }

    private static CostDriver driver(String name, List<Double> shares, List<Double> costs) {
        return new CostDriver.RelativeSaving(name, InputRow.of(shares), row(costs));
    }

    private static double saving(List<Double> shares, List<Double> costs) {
        return value(List.of(driver("cost", shares, costs)), TERMS);
    }

    @Test
    void more_than_the_whole_cost_cannot_be_saved() {
        assertThatThrownBy(() -> new CostDriver.RelativeSaving("losses", InputRow.of(List.of(7.0)), row(List.of(-1.0))))
                .hasMessageContaining(
                        "share[0] must be at most 1, but was 7. No more than the whole cost can be saved; 5% is 0.05.")
                .hasMessageContaining("baseCost[0] must be at least 0");
    }

    @Test
    void a_saving_needs_a_driver() {
        assertThatThrownBy(() -> CostSavingFacts.of(List.of(), TERMS)).hasMessageContaining("drivers must be 1 to 100");
    }
}
