package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Distribution.LogNormal;
import org.dataassay.valuation.sheet.Distribution.Normal;
import org.dataassay.valuation.sheet.Distribution.Triangular;
import org.dataassay.valuation.sheet.Distribution.TruncatedNormal;
import org.dataassay.valuation.sheet.Distribution.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Simulations against closed forms. Seeds are fixed; a comparison within five standard errors fails for one seed in 1.7 million where the code is right.
 */
class SimulationTest {

    private static final double ERRORS = 5;

    private final Sheet sheet = Sheet.open(CurrencyCode.of("CNY"));

    private Cell uncertain(String name, Distribution distribution) {
        return sheet.given(name, Unit.FACTOR, Input.of(distribution.mean()).distributed(distribution));
    }

    private static void agrees(SimulationResult.Spread spread, double mean, double deviation) {
        assertThat(spread.mean()).isEqualTo(mean, within(ERRORS * spread.standardError()));
        // s of a normal has the standard error σ/√(2n); the shapes here have lighter or hardly heavier tails
        assertThat(spread.standardDeviation())
                .isEqualTo(deviation, within(ERRORS * 2 * deviation / Math.sqrt(2.0 * spread.count())));
    }

    @ParameterizedTest
    @EnumSource
    void means_and_deviations_have_their_closed_forms(Sampling sampling) {
        sheet.let("normal", uncertain("a", new Normal(3, 2)).negated());
        sheet.let("uniform", uncertain("b", new Uniform(-1, 5)).plus(Cell.ONE));
        sheet.let("triangular", uncertain("c", new Triangular(1, 2, 6)).times(Cell.ONE));
        sheet.let("logNormal", uncertain("d", new LogNormal(10, 0.25)).times(Cell.ONE));
        var worksheet = sheet.close(sheet.let(
                "total", uncertain("e", new Normal(1, 3)).plus(uncertain("f", new Normal(2, 4)))));
        var figures = List.of("normal", "uniform", "triangular", "logNormal", "total");
        var result = worksheet.simulate(Simulation.of(7).withDraws(64 * 1024).withSampling(sampling), figures);
        agrees(result.of("normal"), -3, 2);
        agrees(result.of("uniform"), 3, 6 / Math.sqrt(12));
        agrees(result.of("triangular"), 3, Math.sqrt((1 + 4 + 36 - 2 - 6 - 12) / 18.0));
        double s2 = 0.25 * 0.25;
        agrees(
                result.of("logNormal"),
                10 * StrictMath.exp(s2 / 2),
                10 * StrictMath.exp(s2 / 2) * Math.sqrt(StrictMath.expm1(s2)));
        agrees(result.of("total"), 3, 5);
        var median = result.of("normal").percentiles().stream()
                .filter(p -> p.probability() == 0.5)
                .findFirst()
                .orElseThrow();
        assertThat(median.value()).isEqualTo(-3, within(ERRORS * median.standardError()));
        assertThat(result.rejected()).isZero();
        assertThat(result.of("total").histogram().counts().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(64 * 1024);
    }

    @Test
    void even_points_have_a_smaller_error_on_a_smooth_sheet() {
        var total = Cell.ZERO;
        for (int k = 0; k < 5; k++)
            total = total.plus(uncertain("x" + k, new Uniform(0, 1)).exp());
        var worksheet = sheet.close(sheet.let("total", total));
        double mean = 5 * StrictMath.expm1(1);
        var plain = worksheet.simulate(Simulation.of(3).withDraws(16 * 1024)).of("total");
        for (var sampling : List.of(Sampling.LATIN_HYPERCUBE, Sampling.SOBOL)) {
            var even = worksheet
                    .simulate(Simulation.of(3).withDraws(16 * 1024).withSampling(sampling))
                    .of("total");
            assertThat(even.standardError()).as("%s", sampling).isLessThan(plain.standardError() / 10);
            assertThat(Math.abs(even.mean() - mean)).isLessThan(ERRORS * even.standardError() + 1e-9);
        }
    }

    @Test
    void a_shock_is_one_factor_and_an_independent_one_is_a_factor_per_element() {
        var axis = sheet.axis("periods", List.of("1", "2", "3", "4"));
        var row = InputRow.of(List.of(1.0, 2.0, 3.0, 4.0));
        var factor = new Normal(1, 0.1);
        sheet.let(
                "together",
                sheet.given("a", Unit.FACTOR, axis, row.shocked(factor)).sum());
        var worksheet = sheet.close(sheet.let(
                "apart",
                sheet.given("b", Unit.FACTOR, axis, row.shockedIndependently(factor))
                        .sum()));
        var result = worksheet.simulate(Simulation.of(5), List.of("together", "apart"));
        agrees(result.of("together"), 10, 1);
        agrees(result.of("apart"), 10, 0.1 * Math.sqrt(30));
        assertThat(result.randomInputs()).containsExactly("a", "b[1]", "b[2]", "b[3]", "b[4]");
    }

    @Test
    void the_copula_has_the_rank_correlation_asked_for() {
        for (double spearman : new double[] {-0.9, -0.3, 0.5, 0.95}) {
            var own = Sheet.open(CurrencyCode.of("CNY"));
            var x = own.given("x", Unit.FACTOR, Input.of(1.0).distributed(new Uniform(0, 1)));
            var y = own.given("y", Unit.FACTOR, Input.of(1.0).distributed(new Uniform(0, 1)));
            own.given("z", Unit.FACTOR, Input.of(1.0).distributed(new LogNormal(1, 1)));
            // ranks of uniforms are the uniforms: Spearman's ρ is 12 E[xy] − 3
            var worksheet = own.close(own.let("product", x.times(y)));
            var spread = worksheet
                    .simulate(Simulation.of(11).withCorrelations(List.of(new Correlation("x", "y", spearman))))
                    .of("product");
            assertThat(12 * spread.mean() - 3).isEqualTo(spearman, within(ERRORS * 12 * spread.standardError()));
        }
    }

    @Test
    void correlations_that_contradict_each_other_are_refused_or_repaired() {
        var x = uncertain("x", new Normal(0, 1));
        var y = uncertain("y", new Normal(0, 1));
        var z = uncertain("z", new Normal(0, 1));
        var worksheet = sheet.close(sheet.let("total", x.plus(y).plus(z)));
        var pairs = List.of(
                new Correlation("x", "y", -0.9), new Correlation("y", "z", -0.9), new Correlation("x", "z", -0.9));
        var simulation = Simulation.of(1).withDraws(16384).withCorrelations(pairs);
        // r = 2 sin(−0.15 π); eigenvalues 1 + 2 r and 1 − r twice
        double least = 1 + 4 * StrictMath.sin(-0.15 * Math.PI);
        assertThatThrownBy(() -> worksheet.simulate(simulation))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("least eigenvalue")
                .hasMessageContaining(Double.toString(least).substring(0, 8));
        // the nearest by clipping has r = −1/2, so the total is constant
        var repaired = worksheet.simulate(simulation.withRepairedCorrelations()).of("total");
        assertThat(repaired.standardDeviation()).isLessThan(1e-4);
        assertThatThrownBy(() ->
                        worksheet.simulate(Simulation.of(1).withCorrelations(List.of(new Correlation("x", "w", 0.1)))))
                .hasMessageContaining("'w'")
                .hasMessageContaining("[x, y, z]");
        assertThatThrownBy(() -> worksheet.simulate(Simulation.of(1)
                        .withCorrelations(List.of(new Correlation("x", "y", 0.1), new Correlation("y", "x", 0.1)))))
                .hasMessageContaining("once");
        assertThatThrownBy(() -> new Correlation("x", "x", 0.1)).hasMessageContaining("another input");
        assertThatThrownBy(() -> new Correlation("x", "y", 1)).hasMessageContaining("share one assumption");
    }

    @Test
    void draws_that_break_a_guard_are_counted_and_left_out() {
        var x = uncertain("x", new Uniform(0, 1));
        sheet.require("high", x, Relation.LESS, Cell.number(0.95), "Lower it.");
        var worksheet = sheet.close(sheet.let("y", x.times(Cell.ONE)));
        var result = worksheet.simulate(Simulation.of(2));
        assertThat(result.rejected() / 100_000.0).isEqualTo(0.05, within(ERRORS * Math.sqrt(0.05 * 0.95 / 100_000)));
        assertThat(result.isDoubtful()).isTrue();
        assertThat(result.of("y").count()).isEqualTo(100_000 - result.rejected());
        assertThat(result.of("y").greatest()).isLessThan(0.95);
        agrees(result.of("y"), 0.475, 0.95 / Math.sqrt(12));
        assertThat(worksheet.simulate(Simulation.of(2).onThreads(8))).isEqualTo(result);
    }

    /** The mean of a uniform number on (1, 2) has the relative error √(1/12 / n) / 1.5, so 0.0005 takes 148 148 draws: three looks. */
    @Test
    void a_stopping_rule_ends_the_draws_at_a_look_and_changes_nothing_else() {
        var x = uncertain("x", new Uniform(1, 2));
        var worksheet = sheet.close(sheet.let("y", x.times(Cell.ONE)));
        var rule = new Simulation.StoppingRule(0.0005);
        var stopped = worksheet.simulate(
                Simulation.of(2).withDraws(1_000_000).until(rule).onThreads(3));
        assertThat(stopped.simulation().draws()).isEqualTo(3 * Simulation.StoppingRule.DRAWS_BETWEEN_LOOKS);
        assertThat(stopped.simulation().stoppingRule()).contains(rule);
        assertThat(stopped.spreads())
                .isEqualTo(worksheet
                        .simulate(
                                Simulation.of(2).withDraws(stopped.simulation().draws()))
                        .spreads());
        assertThat(worksheet
                        .simulate(Simulation.of(2).until(new Simulation.StoppingRule(1e-9)))
                        .simulation()
                        .draws())
                .isEqualTo(Simulation.DEFAULT_DRAWS);
        assertThatThrownBy(() -> Simulation.of(2)
                        .withDraws(1600)
                        .withSampling(Sampling.SOBOL)
                        .until(rule))
                .hasMessageContaining("stoppingRule must be absent for");
    }

    @Test
    void too_many_rejected_draws_are_a_failure() {
        var x = uncertain("x", new Uniform(-0.2, 0.8));
        var worksheet = sheet.close(sheet.let("y", x.log()));
        assertThatThrownBy(() -> worksheet.simulate(Simulation.of(2)))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("of 100000 draws")
                .hasMessageContaining("Narrow");
    }

    @Test
    void a_root_without_sign_change_rejects_its_draw() {
        var x = uncertain("x", new Uniform(0, 1));
        var worksheet = sheet.close(sheet.let(
                "y",
                sheet.root("r", Unit.FACTOR, Cell.ZERO, x.plus(Cell.number(0.01)), r -> r.minus(Cell.number(0.05)))));
        var result = worksheet.simulate(Simulation.of(2).withDraws(4096));
        assertThat(result.rejected() / 4096.0).isEqualTo(0.04, within(ERRORS * Math.sqrt(0.04 * 0.96 / 4096)));
        assertThat(result.of("y").least()).isEqualTo(0.05, within(1e-15));
    }

    @Test
    void what_cannot_be_simulated_says_so() {
        var certain = sheet.given("certain", Unit.FACTOR, Input.of(1.0));
        sheet.let("drawn", Figure.apply(new TestFunctions.Sampled(), Unit.FACTOR, List.of(certain)));
        var sampled =
                sheet.close(sheet.let("y", uncertain("x", new Normal(0, 1)).plus(certain)));
        assertThatThrownBy(() -> sampled.simulate(Simulation.of(1)))
                .hasMessageContaining("draws random numbers itself");
        var still = Sheet.open(CurrencyCode.of("CNY"));
        var fixed = still.close(
                still.let("y", still.given("x", Unit.FACTOR, Input.of(1.0)).exp()));
        assertThatThrownBy(() -> fixed.simulate(Simulation.of(1))).hasMessageContaining("No input has a distribution");
        assertThatThrownBy(() -> Simulation.of(1).withDraws(100)).hasMessageContaining("1024");
        assertThatThrownBy(() -> Simulation.of(1).withDraws(100_001).withSampling(Sampling.SOBOL))
                .hasMessageContaining("multiple of 16");
        assertThatThrownBy(() -> Simulation.of(1).withPercentiles(List.of(1.0))).hasMessageContaining("percentiles");
    }

    @Test
    void unknown_and_missing_figures_are_refused() {
        var worksheet =
                sheet.close(sheet.let("y", uncertain("x", new Normal(0, 1)).plus(Cell.ONE)));
        assertThatThrownBy(() -> worksheet.simulate(Simulation.of(1), List.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> worksheet.simulate(Simulation.of(1), List.of("z")))
                .hasMessageContaining("'z'");
    }

    @Test
    void progress_counts_up_and_may_end_the_run() {
        var worksheet =
                sheet.close(sheet.let("y", uncertain("x", new Normal(0, 1)).plus(Cell.ONE)));
        for (int threads : new int[] {1, 8}) {
            var heard = new ArrayList<Long>();
            worksheet.simulate(
                    Simulation.of(1).withDraws(20 * 1024).onThreads(threads), List.of("y"), (done, total) -> {
                        heard.add(done);
                        return total == 20;
                    });
            assertThat(heard).isSorted().hasSize(20).startsWith(1L).endsWith(20L);
            var calls = new AtomicLong();
            assertThatThrownBy(() -> worksheet.simulate(
                            Simulation.of(1).withDraws(2000 * 1024).onThreads(threads),
                            List.of("y"),
                            (done, total) -> calls.incrementAndGet() != 3))
                    .isInstanceOf(ValuationFailedException.class)
                    .hasMessageContaining("cancelled");
            assertThat(calls.get()).isLessThan(100);
        }
    }

    @Test
    void a_normal_cut_off_far_out_keeps_its_shape() {
        for (int side : new int[] {-1, 1}) {
            var far = side > 0 ? new TruncatedNormal(0, 1, 7, 12) : new TruncatedNormal(0, 1, -12, -7);
            // from the complementary error function of another program, by bisection
            assertThat(side * far.mean()).isEqualTo(7.137545613226505, within(1e-12));
            assertThat(side * far.quantile(0.5)).isEqualTo(7.096472655647235, within(1e-13));
            assertThat(far.quantile(0.25)).isLessThan(far.quantile(0.2500001)).isGreaterThan(far.quantile(0.2499999));
        }
        var half = new TruncatedNormal(0, 1, 0, 40);
        assertThat(half.mean()).isEqualTo(Math.sqrt(2 / Math.PI), within(1e-15));
        assertThat(half.quantile(0.5)).isEqualTo(0.6744897501960817, within(1e-15));
    }

    @Test
    void a_tornado_has_the_widest_swing_first_and_no_hole() {
        var x = uncertain("x", new Normal(10, 1));
        var y = uncertain("y", new Uniform(0, 100));
        var worksheet = sheet.close(sheet.let("total", x.plus(y)));
        var swings = worksheet.tornado("total").swings();
        assertThat(swings).extracting(Tornado.Swing::input).containsExactly("y", "x");
        assertThat(swings.get(0).width()).isEqualTo(80, within(1e-12));
        assertThat(swings.get(1).low()).isEqualTo(60 - 1.2815515655446004, within(1e-12));
        var other = Sheet.open(CurrencyCode.of("CNY"));
        var wide = other.given("wide", Unit.FACTOR, Input.of(1.0).distributed(new Normal(1, 2)));
        var holed = other.close(other.let("root", wide.sqrt()));
        assertThatThrownBy(() -> holed.tornado("root"))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("where wide is");
    }
}
