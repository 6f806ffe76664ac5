package org.dataassay.pricing.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.sheet.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplerTest {

    private static final long BUDGET = 4000;

    private static Semivalue valueOf(Sampler sampler) {
        return sampler == Sampler.MAXIMUM_REUSE ? Semivalue.banzhaf() : Semivalue.shapley();
    }

    private static SamplingRun start(Game game, Sampler sampler, long evaluations, long seed) {
        return SamplingRun.start(
                game,
                valueOf(sampler),
                Sampling.of(sampler, evaluations).withTruncation(0.001),
                EmptyCoalition.REFUSED,
                seed);
    }

    private static Estimates estimate(Game game, Sampler sampler, long evaluations, long seed) {
        return start(game, sampler, evaluations, seed).run(1, Progress.NONE);
    }

    private static double[] exact(TableGame game, Sampler sampler) {
        return TableFold.values(game.worths(), game.size(), valueOf(sampler), 1);
    }

    /** Games of eight players whose answers are known, of different kinds: additive with interactions, pairs, majority, costs of the dearest, no structure. */
    static Stream<Arguments> oracles() {
        var games = List.of(
                Oracles.table(8, m -> {
                    double sum = 0;
                    for (int i = 0; i < 8; i++) if ((m >> i & 1) == 1) sum += i + 1;
                    return sum + (Integer.bitCount(m & 7) == 3 ? 6 : 0);
                }),
                Oracles.gloves(3, 5),
                Oracles.table(8, m -> Integer.bitCount(m) >= 5 ? 1 : 0),
                Oracles.table(8, m -> m == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(m)),
                Oracles.squareRoot(8),
                Oracles.random(8));
        var all = new ArrayList<Arguments>();
        for (var sampler : Sampler.values())
            for (int g = 0; g < games.size(); g++) all.add(Arguments.of(sampler, g, games.get(g)));
        return all.stream();
    }

    /** Within five standard errors of every player: the chance of a false alarm is below 1e-5 a game and sampler, and the seed is fixed. */
    @ParameterizedTest(name = "{0}, game {1}")
    @MethodSource("oracles")
    void every_value_is_within_its_own_stated_error(Sampler sampler, int number, TableGame game) {
        var exact = exact(game, sampler);
        var found = estimate(game, sampler, BUDGET, 11);
        assertThat(found.isPreliminary()).isFalse();
        assertThat(found.evaluations()).isBetween(BUDGET / 2, BUDGET);
        for (int i = 0; i < exact.length; i++) {
            var one = found.players().get(i);
            assertThat(one.value()).isCloseTo(exact[i], within(5 * one.standardError() + found.bias() + 1e-12));
        }
    }

    /**
     * An interval of 95 % covers the truth in 95 % of runs. Of 200 runs, one player each, a fair sampler covers fewer than 178 with a chance of 3e-4 (binomial); the kernel
     * regression's error has only fifteen degrees of freedom, covers 93 %, and fewer than 174 with about the same chance.
     */
    @ParameterizedTest
    @EnumSource
    void the_stated_interval_covers_the_truth_over_200_seeds(Sampler sampler) {
        int least = sampler == Sampler.KERNEL ? 174 : 178;
        for (var game : List.of(Oracles.squareRoot(8), Oracles.random(8), Oracles.gloves(3, 5))) {
            var exact = exact(game, sampler);
            int covered = 0;
            for (int seed = 0; seed < 200; seed++) {
                var found = estimate(game, sampler, BUDGET, 1000 + seed);
                int i = seed % 8;
                if (Math.abs(found.players().get(i).value() - exact[i]) <= found.halfWidth(i, 0.95) + 1e-12) covered++;
            }
            assertThat(covered).isGreaterThanOrEqualTo(least);
        }
    }

    /** The target of the design, with fresh seeds, the median of ten: 5e-3 on the game of square roots, 8e-2 on the random one, 1e-2 from a quarter of the evaluations. */
    @Test
    void the_standard_sampler_needs_few_evaluations() {
        var squareRoot = Oracles.squareRoot(20);
        assertThat(squareRoot.worth(1)).isEqualTo(0.30294977263049716);
        assertThat(squareRoot.grandWorth()).isEqualTo(0.9801501121761618);
        assertThat(medianError(squareRoot, 20_000)).isLessThan(5e-3);
        assertThat(medianError(squareRoot, 5_000)).isLessThan(1e-2);
        assertThat(medianError(Oracles.random(20), 20_000)).isLessThan(8e-2);
    }

    private static double medianError(TableGame game, long evaluations) {
        var exact = exact(game, Sampling.STANDARD_SAMPLER);
        var errors = new double[10];
        for (int seed = 0; seed < 10; seed++) {
            var found = estimate(game, Sampling.STANDARD_SAMPLER, evaluations, 7_000 + seed);
            double sum = 0;
            for (int i = 0; i < exact.length; i++) {
                double d = found.players().get(i).value() - exact[i];
                sum += d * d;
            }
            errors[seed] = Math.sqrt(sum) / Oracles.norm(exact);
        }
        Arrays.sort(errors);
        return errors[5];
    }

    @ParameterizedTest
    @EnumSource
    void threads_change_no_bit_and_neither_does_a_table(Sampler sampler) {
        var game = Oracles.squareRoot(9);
        var one = estimate(game, sampler, BUDGET, 3);
        assertThat(start(game, sampler, BUDGET, 3).run(8, Progress.NONE)).isEqualTo(one);
        assertThat(start(Game.of(game.players(), game::worth), sampler, BUDGET, 3)
                        .run(3, Progress.NONE))
                .isEqualTo(one);
        assertThat(estimate(game, sampler, BUDGET, 4)).isNotEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_goes_on_from_a_checkpoint_to_the_same_bits(Sampler sampler) {
        var game = Oracles.squareRoot(9);
        var whole = start(game, sampler, 20_000, 3);
        whole.run(1, Progress.NONE);
        // Ended by the listener halfway, stored as text, read again.
        var first = start(game, sampler, 20_000, 3);
        var ended = first.run(1, (done, total) -> done < total / 2);
        assertThat(ended.status()).isEqualTo(Estimates.Status.CANCELLED);
        var text = AssayJson.writeRecord(first.checkpoint());
        var checkpoint = AssayJson.readStored("checkpoint", text, Checkpoint.class);
        var sampling = Sampling.of(sampler, 20_000).withTruncation(0.001);
        var second = SamplingRun.resume(game, valueOf(sampler), sampling, checkpoint);
        second.run(2, Progress.NONE);
        assertThat(second.checkpoint()).isEqualTo(whole.checkpoint());
        assertThat(second.estimates()).isEqualTo(whole.estimates());
    }

    @ParameterizedTest
    @EnumSource
    void what_was_drawn_before_the_game_failed_is_kept(Sampler sampler) {
        var table = Oracles.squareRoot(9);
        var left = new AtomicInteger(3000);
        var game = Game.of(table.players(), c -> {
            if (left.decrementAndGet() == 0) throw new IllegalStateException("out of memory");
            return table.worth(c);
        });
        var run = start(game, sampler, 20_000, 3);
        assertThatThrownBy(() -> run.run(1, Progress.NONE)).isInstanceOf(IllegalStateException.class);
        assertThat(run.checkpoint().evaluations()).isBetween(1000L, 3000L);
        run.run(1, Progress.NONE);
        var whole = start(table, sampler, 20_000, 3);
        whole.run(1, Progress.NONE);
        assertThat(run.checkpoint()).isEqualTo(whole.checkpoint());
    }

    @ParameterizedTest
    @EnumSource
    void two_runs_are_merged_into_a_better_one(Sampler sampler) {
        var game = Oracles.squareRoot(9);
        var a = start(game, sampler, 20_000, 1);
        var b = start(game, sampler, 20_000, 2);
        var alone = a.run(1, Progress.NONE);
        b.run(1, Progress.NONE);
        a.merge(b);
        var both = a.estimates();
        assertThat(both.evaluations())
                .isEqualTo(alone.evaluations() + b.estimates().evaluations());
        double before =
                alone.players().stream().mapToDouble(Estimate::standardError).sum();
        double after =
                both.players().stream().mapToDouble(Estimate::standardError).sum();
        assertThat(after / before).isCloseTo(Math.sqrt(0.5), within(0.12));
        assertThatThrownBy(() -> a.merge(start(game, sampler, 20_000, 1)))
                .hasMessageContaining("seed must be another than 1");
    }

    @Test
    void orders_and_regressions_sum_to_what_all_are_worth() {
        var game = Oracles.random(10);
        for (var sampler : List.of(Sampler.PERMUTATION, Sampler.ANTITHETIC, Sampler.KERNEL, Sampler.BY_SIZE))
            assertThat(estimate(game, sampler, BUDGET, 5).sum()).isCloseTo(game.grandWorth(), within(1e-12));
        for (var sampler : List.of(Sampler.STRATIFIED, Sampler.SVARM, Sampler.COMPLEMENTARY)) {
            var found = estimate(game, sampler, BUDGET, 5);
            assertThat(found.sum()).isNotCloseTo(game.grandWorth(), within(1e-6));
            assertThat(found.spread().sum()).isCloseTo(game.grandWorth(), within(1e-12));
        }
    }

    @Test
    void a_null_player_gets_exactly_nothing_and_no_error() {
        var game = Oracles.table(8, m -> Oracles.squareRoot(7).worth(m & 127));
        for (var sampler : List.of(Sampler.PERMUTATION, Sampler.ANTITHETIC, Sampler.STRATIFIED, Sampler.MULTILINEAR)) {
            var one = estimate(game, sampler, BUDGET, 1).of("p7");
            assertThat(one.value()).isZero();
            assertThat(one.standardError()).isZero();
        }
    }

    @Test
    void beta_shapley_by_orders_and_strata() {
        var game = Oracles.squareRoot(8);
        var beta = Semivalue.beta(4, 1);
        var exact = TableFold.values(game.worths(), 8, beta, 1);
        for (var sampler : List.of(Sampler.PERMUTATION, Sampler.ANTITHETIC, Sampler.STRATIFIED)) {
            var found = SamplingRun.start(game, beta, Sampling.of(sampler, 20_000), EmptyCoalition.REFUSED, 1)
                    .run(1, Progress.NONE);
            assertThat(found.value()).isEqualTo("beta(4, 1)");
            for (int i = 0; i < 8; i++)
                assertThat(found.players().get(i).value())
                        .isCloseTo(exact[i], within(5 * found.players().get(i).standardError()));
        }
    }

    @Test
    void small_games_are_valued_in_full() {
        var game = Oracles.random(4);
        for (var sampler : List.of(Sampler.COMPLEMENTARY, Sampler.SVARM, Sampler.BY_SIZE)) {
            var found = estimate(game, sampler, BUDGET, 1);
            assertThat(found.status()).isEqualTo(Estimates.Status.EXACT);
            var exact = exact(game, sampler);
            for (int i = 0; i < 4; i++) {
                assertThat(found.players().get(i).value()).isCloseTo(exact[i], within(1e-14));
                assertThat(found.players().get(i).precision()).isEqualTo(Estimate.Precision.EXACT);
            }
        }
    }

    @Test
    void a_hundred_players_have_no_mask() {
        var game = Game.of(Oracles.ids(100), c -> Math.sqrt(c.size()) + (c.contains(99) ? 1 : 0));
        for (var sampler : List.of(
                Sampler.PERMUTATION,
                Sampler.TRUNCATED,
                Sampler.SVARM,
                Sampler.COMPLEMENTARY,
                Sampler.KERNEL,
                Sampler.MULTILINEAR)) {
            var found = estimate(game, sampler, 200_000, 1);
            assertThat(found.of("p99").value()).as(sampler.name()).isCloseTo(1.1, within(0.03));
        }
    }

    @Test
    void rules_compose_and_end_a_run_early() {
        var game = Oracles.squareRoot(10);
        var error = new StoppingRule.StandardError(0.005);
        var sampling = Sampling.of(Sampler.PERMUTATION, 1_000_000);
        var found = run(game, sampling.until(error));
        assertThat(found.status()).isEqualTo(Estimates.Status.CONVERGED);
        assertThat(found.players())
                .allSatisfy(e -> assertThat(e.standardError()).isLessThanOrEqualTo(0.005));
        assertThat(found.evaluations()).isLessThan(100_000);
        var stable = new StoppingRule.RankStability(0.99, 3);
        var both = run(game, sampling.until(error.and(stable)));
        assertThat(both.evaluations()).isGreaterThanOrEqualTo(found.evaluations());
        var either = run(game, sampling.until(error.or(stable)));
        assertThat(either.evaluations()).isLessThanOrEqualTo(found.evaluations());
        var absolute = run(game, sampling.until(new StoppingRule.AbsoluteError(0.01, 0.9)));
        assertThat(absolute.status()).isEqualTo(Estimates.Status.CONVERGED);
        var never = run(game, Sampling.of(Sampler.PERMUTATION, 5_000).until(new StoppingRule.StandardError(1e-9)));
        assertThat(never.status()).isEqualTo(Estimates.Status.BUDGET_SPENT);
    }

    private static Estimates run(Game game, Sampling sampling) {
        return SamplingRun.start(game, Semivalue.shapley(), sampling, EmptyCoalition.REFUSED, 1)
                .run(2, Progress.NONE);
    }

    @Test
    void an_absolute_error_holds_for_all_players_together() {
        // 90 % that all ten players are within 0.01: of 100 runs fewer than 78 with a chance of 2e-4, were the rule
        // exact; it is cautious by Bonferroni.
        var game = Oracles.squareRoot(10);
        var exact = exact(game, Sampler.PERMUTATION);
        int within = 0;
        for (int seed = 0; seed < 100; seed++) {
            var found = SamplingRun.start(
                            game,
                            Semivalue.shapley(),
                            Sampling.of(Sampler.ANTITHETIC, 1_000_000).until(new StoppingRule.AbsoluteError(0.01, 0.9)),
                            EmptyCoalition.REFUSED,
                            seed)
                    .run(1, Progress.NONE);
            boolean all = true;
            for (int i = 0; i < 10; i++) all &= Math.abs(found.players().get(i).value() - exact[i]) <= 0.01;
            if (all) within++;
        }
        assertThat(within).isGreaterThanOrEqualTo(78);
    }

    @Test
    void what_does_not_fit_is_refused() {
        var game = Oracles.squareRoot(10);
        assertThatThrownBy(() -> SamplingRun.start(
                        game, Semivalue.banzhaf(), Sampling.of(Sampler.KERNEL, 9000), EmptyCoalition.REFUSED, 1))
                .hasMessage(
                        "sampler does not fit: KERNEL does not estimate banzhaf. Take PERMUTATION, ANTITHETIC, TRUNCATED, STRATIFIED, MULTILINEAR, MAXIMUM_REUSE.");
        assertThatThrownBy(() -> SamplingRun.start(
                        game, Semivalue.shapley(), Sampling.of(Sampler.PERMUTATION, 100), EmptyCoalition.REFUSED, 1))
                .hasMessageContaining(
                        "evaluations must be at least 506 for a first estimate by this sampler with 10 players, but was 100.");
        assertThatThrownBy(() -> SamplingRun.start(
                        Game.of(Oracles.ids(100), Coalition::size),
                        Semivalue.shapley(),
                        Sampling.of(Sampler.BY_SIZE, 1_000_000),
                        EmptyCoalition.REFUSED,
                        1))
                .hasMessageContaining(
                        "players must be at most 64 for this sampler, but was 100. Take permutation or svarm");
        assertThatThrownBy(() -> SamplingRun.start(
                        Game.of(Oracles.ids(5), c -> 0.5),
                        Semivalue.shapley(),
                        Sampling.STANDARD,
                        EmptyCoalition.REFUSED,
                        1))
                .hasMessageContaining("worth of the empty coalition must be 0, but was 0.5.");
        var other = Game.of(Oracles.ids(10), c -> c.size());
        var checkpoint = start(game, Sampler.PERMUTATION, 1000, 1).checkpoint();
        assertThatThrownBy(() -> SamplingRun.resume(
                        other,
                        Semivalue.shapley(),
                        Sampling.of(Sampler.PERMUTATION, 1000).withTruncation(0.001),
                        checkpoint))
                .hasMessageContaining("checkpoint.grandWorth does not fit: the game now says something else.");
        assertThatThrownBy(() -> SamplingRun.resume(
                        game,
                        Semivalue.shapley(),
                        Sampling.of(Sampler.SVARM, 4000).withTruncation(0.001),
                        checkpoint))
                .hasMessageContaining("checkpoint.sampler does not fit");
        assertThatThrownBy(() -> new StoppingRule.StandardError(Double.NaN))
                .hasMessageContaining("atMost must be above 0");
        assertThatThrownBy(() -> Sampling.of(Sampler.PERMUTATION, 0)).hasMessageContaining("evaluations must be 1 to");
    }

    @Test
    void a_worth_that_is_no_number_ends_a_run() {
        var game = Game.of(Oracles.ids(8), c -> c.mask() == 0b1011 ? Double.NaN : c.size());
        assertThatThrownBy(() -> estimate(game, Sampler.PERMUTATION, 100_000, 1))
                .hasMessageContaining("worth of players {0, 1, 3} is not a finite number");
    }

    @Test
    void shared_ranks() {
        assertThat(Ranks.correlation(new double[] {1, 2, 3}, new double[] {10, 20, 30}))
                .isEqualTo(1);
        assertThat(Ranks.correlation(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isEqualTo(-1);
        assertThat(Ranks.correlation(new double[] {1, 1, 1}, new double[] {2, 2, 2}))
                .isEqualTo(1);
        assertThat(Ranks.correlation(new double[] {1, 2, 2, 4}, new double[] {1, 3, 2, 4}))
                .isCloseTo(0.9486832980505138, within(1e-15));
    }
}
