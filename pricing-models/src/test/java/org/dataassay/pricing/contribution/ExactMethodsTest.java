package org.dataassay.pricing.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactMethodsTest {

    private static final ValuationContext CONTEXT = ContributionCasesTest.CONTEXT;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static WorthTable worths(TableGame game) {
        var worths = new ArrayList<WorthTable.Worth>();
        for (int mask = 1; mask < 1 << game.size(); mask++)
            worths.add(new WorthTable.Worth(
                    Coalition.ofMask(game.size(), mask)
                            .members()
                            .mapToObj(game.players()::get)
                            .toList(),
                    game.worth(mask)));
        return new WorthTable(game.players(), worths);
    }

    private static double[] values(List<Contribution> players) {
        return players.stream().mapToDouble(Contribution::value).toArray();
    }

    // The least core and the nucleolus.

    /** A game of small whole numbers, so that ties and degenerate programs are frequent. */
    private static TableGame coarse(int n, SplittableRandom random) {
        return Oracles.table(n, mask -> mask == 0 ? 0 : random.nextInt(4 * Integer.bitCount(mask)));
    }

    /** Another solver, another form: ε as a variable, a row per coalition. */
    private static double leastExcess(TableGame game) {
        int n = game.size();
        var rows = new ArrayList<LinearConstraint>();
        for (int mask = 1; mask < (1 << n) - 1; mask++) rows.add(row(n, mask, 1, Relationship.GEQ, game.worth(mask)));
        rows.add(row(n, (1 << n) - 1, 0, Relationship.EQ, game.grandWorth()));
        var goal = new double[n + 1];
        goal[n] = 1;
        return new SimplexSolver(1e-9, 10, 1e-11)
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(goal, 0),
                        new LinearConstraintSet(rows),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(false))
                .getValue();
    }

    private static LinearConstraint row(int n, int mask, double eased, Relationship relation, double worth) {
        var row = new double[n + 1];
        for (int i = 0; i < n; i++) row[i] = mask >> i & 1;
        row[n] = eased;
        return new LinearConstraint(row, relation, worth);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_least_excess_is_what_another_solver_finds(long seed) {
        var random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(4);
        var game = seed % 2 == 0 ? coarse(n, random) : Oracles.random(n, random);
        var solution = LeastCore.standard().evaluate(GameFacts.of(worths(game)), CONTEXT);
        assertThat(solution.leastExcess()).isCloseTo(leastExcess(game), within(1e-7));
        assertThat(solution.core().greatestGain()).isCloseTo(solution.leastExcess(), within(1e-9));
    }

    /** Kohlberg (1971): x is the prenucleolus exactly if, for every level, the coalitions with at least that excess are balanced with all of them counting. Here by the definition instead:
     * no small move of worth from one player to another makes the sorted excesses less. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_move_improves_the_sorted_excesses(long seed) {
        var random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(5);
        var game = seed % 2 == 0 ? coarse(n, random) : Oracles.random(n, random);
        var x = values(LeastCore.standard()
                .evaluate(GameFacts.of(worths(game)), CONTEXT)
                .players());
        assertThat(Arrays.stream(x).sum()).isCloseTo(game.grandWorth(), within(1e-9));
        var sorted = excesses(game, x);
        for (int trial = 0; trial < 200; trial++) {
            var moved = x.clone();
            double size = Math.pow(10, -random.nextInt(4));
            double sum = 0;
            for (int i = 1; i < n; i++) {
                double d = random.nextDouble(-size, size);
                moved[i] += d;
                sum += d;
            }
            moved[0] -= sum;
            assertThat(isLess(excesses(game, moved), sorted)).isFalse();
        }
    }

    private static double[] excesses(TableGame game, double[] x) {
        var all = new double[(1 << game.size()) - 2];
        for (int mask = 1; mask <= all.length; mask++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) if ((mask >> i & 1) == 1) sum += x[i];
            all[mask - 1] = sum - game.worth(mask);
        }
        Arrays.sort(all);
        return all;
    }

    /** Satisfactions sorted from the least: whether the first that differs is better. */
    private static boolean isLess(double[] a, double[] b) {
        for (int k = 0; k < a.length; k++) if (Math.abs(a[k] - b[k]) > 1e-8) return a[k] > b[k];
        return false;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void closed_forms_of_special_games_are_the_nucleolus_and_the_shapley_value(long seed) {
        var random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(8);
        var amounts = random.doubles(n, 0, 10)
                .map(x -> seed % 2 == 0 ? Math.rint(x) : x)
                .toArray();
        var airport = AirportCosts.of(amounts);
        var tolerance = within(1e-8);
        assertThat(airport(airport, AirportContribution.Rule.NUCLEOLUS))
                .containsExactly(
                        values(Nucleolus.standard()
                                .evaluate(GameFacts.of(airport), CONTEXT)
                                .players()),
                        tolerance);
        assertThat(airport(airport, AirportContribution.Rule.SHAPLEY))
                .containsExactly(
                        values(ShapleyContribution.standard()
                                .evaluate(GameFacts.of(airport), CONTEXT)
                                .players()),
                        tolerance);
        var estate =
                BankruptcyEstate.of(random.nextDouble() * Arrays.stream(amounts).sum(), amounts);
        assertThat(bankruptcy(estate, BankruptcyContribution.Rule.TALMUD))
                .containsExactly(
                        values(Nucleolus.standard()
                                .evaluate(GameFacts.of(estate), CONTEXT)
                                .players()),
                        tolerance);
        for (var rule : BankruptcyContribution.Rule.values()) {
            var awards = bankruptcy(estate, rule);
            assertThat(Arrays.stream(awards).sum()).isCloseTo(estate.estate(), within(1e-9));
            for (int i = 0; i < n; i++) assertThat(awards[i]).isBetween(-1e-12, amounts[i] + 1e-12);
        }
    }

    private static double[] airport(AirportCosts facts, AirportContribution.Rule rule) {
        return values(new AirportContribution(new AirportContribution.Options(rule))
                .evaluate(facts, CONTEXT)
                .players());
    }

    private static double[] bankruptcy(BankruptcyEstate facts, BankruptcyContribution.Rule rule) {
        return values(new BankruptcyContribution(new BankruptcyContribution.Options(rule))
                .evaluate(facts, CONTEXT)
                .players());
    }

    @Test
    void two_pairs_of_shoes_need_no_subsidy_and_one_owner_of_too_many_gets_nothing() {
        var even = LeastCore.standard().evaluate(GameFacts.of(worths(Oracles.gloves(2, 2))), CONTEXT);
        assertThat(even.leastExcess()).isCloseTo(0, within(1e-12));
        var odd = LeastCore.standard().evaluate(GameFacts.of(worths(Oracles.gloves(2, 1))), CONTEXT);
        assertThat(odd.leastExcess()).isCloseTo(0, within(1e-12));
        assertThat(values(odd.players())).containsExactly(new double[] {0, 0, 1}, within(1e-12));
    }

    @Test
    void an_empty_core_is_told_with_its_proof() {
        // Three of whom any two can have 1: x sums to 1, each pair lacks a third.
        var game = Oracles.table(3, m -> Integer.bitCount(m) >= 2 ? 1 : 0);
        var solution = Nucleolus.standard().evaluate(GameFacts.of(worths(game)), CONTEXT);
        assertThat(solution.coreIsEmpty()).isTrue();
        assertThat(solution.leastExcess()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(values(solution.players())).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-12));
        // Its pairs, a third each, cover every player two thirds: Σ λ v(S) − 2/3 · v(N) is the excess.
        assertThat(solution.levels().get(0).coalitions()).hasSize(3).allSatisfy(c -> {
            assertThat(c.members()).hasSize(2);
            assertThat(c.weight()).isCloseTo(1.0 / 3, within(1e-12));
        });
        assertThat(solution.notes()).extracting(n -> n.code()).contains("core-is-empty");
    }

    @Test
    void nobody_gets_less_than_alone_unless_that_cannot_be() {
        // The prenucleolus of this game gives player 0 less than alone; the nucleolus may not.
        var game = Oracles.table(3, m -> switch (m) {
            case 1 -> 1;
            case 6 -> 4;
            case 7 -> 3;
            default -> 0;
        });
        var bounded = Nucleolus.standard().evaluate(GameFacts.of(worths(game)), CONTEXT);
        assertThat(bounded.of("p0").value()).isCloseTo(1, within(1e-12));
        var free = LeastCore.standard().evaluate(GameFacts.of(worths(game)), CONTEXT);
        assertThat(free.of("p0").value()).isCloseTo(0, within(1e-12));
        var poor = Oracles.table(2, m -> m == 3 ? 1 : m == 0 ? 0 : 2);
        var solution = Nucleolus.standard().evaluate(GameFacts.of(worths(poor)), CONTEXT);
        assertThat(values(solution.players())).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(solution.notes()).extracting(n -> n.code()).contains("prenucleolus");
    }

    @Test
    void twelve_players_with_every_kind_of_tie() {
        var game = Oracles.table(12, m -> Math.min(Integer.bitCount(m & 63), Integer.bitCount(m >> 6)));
        var x = values(Nucleolus.standard()
                .evaluate(GameFacts.of(worths(game)), CONTEXT)
                .players());
        for (double value : x) assertThat(value).isCloseTo(0.5, within(1e-9));
        var random = Nucleolus.standard().evaluate(GameFacts.of(worths(Oracles.squareRoot(12))), CONTEXT);
        assertThat(random.sum()).isCloseTo(random.grandWorth(), within(1e-9));
    }

    // Owen, weights, leaving one out.

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void unions_divide_the_game_among_them_first(long seed) {
        var random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(5);
        var game = Oracles.random(n, random);
        var table = worths(game);
        var shapley = values(ShapleyContribution.standard()
                .evaluate(GameFacts.of(table), CONTEXT)
                .players());
        var alone = OwenContribution.standard().evaluate(new UnionFacts(table, List.of()), CONTEXT);
        assertThat(values(alone.players())).containsExactly(shapley, within(1e-13));
        var everyone = new UnionFacts.Union("all", game.players());
        assertThat(values(OwenContribution.standard()
                        .evaluate(new UnionFacts(table, List.of(everyone)), CONTEXT)
                        .players()))
                .containsExactly(shapley, within(1e-13));
        // Some unions: the mean over all orders in which members of a union come one after the other.
        var unionOf = IntStream.range(0, n).map(i -> random.nextInt(3)).toArray();
        var unions = IntStream.range(0, 3)
                .mapToObj(u -> new UnionFacts.Union(
                        "u" + u,
                        IntStream.range(0, n)
                                .filter(i -> unionOf[i] == u)
                                .mapToObj(game.players()::get)
                                .toList()))
                .filter(u -> !u.members().isEmpty())
                .toList();
        var found = values(OwenContribution.standard()
                .evaluate(new UnionFacts(table, unions), CONTEXT)
                .players());
        var sums = new double[n];
        int count = consecutive(game, unionOf, new int[n], 0, 0, sums);
        for (int i = 0; i < n; i++) assertThat(found[i]).isCloseTo(sums[i] / count, within(1e-12));
    }

    private static int consecutive(TableGame game, int[] unionOf, int[] order, int length, int mask, double[] sums) {
        int n = game.size();
        if (length == n) {
            for (int k = 2; k < n; k++)
                for (int j = 0; j < k - 1; j++)
                    if (unionOf[order[j]] == unionOf[order[k]] && unionOf[order[k - 1]] != unionOf[order[k]]) return 0;
            int before = 0;
            for (int player : order) {
                sums[player] += game.worth(before | 1 << player) - game.worth(before);
                before |= 1 << player;
            }
            return 1;
        }
        int count = 0;
        for (int i = 0; i < n; i++) {
            if ((mask >> i & 1) == 1) continue;
            order[length] = i;
            count += consecutive(game, unionOf, order, length + 1, mask | 1 << i, sums);
        }
        return count;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void weights_divide_what_groups_add(long seed) {
        var random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(5);
        var game = Oracles.random(n, random);
        var table = worths(game);
        var weights = random.doubles(n, 0.1, 5).toArray();
        var found = weighted(table, weights);
        assertThat(Arrays.stream(found).sum()).isCloseTo(game.grandWorth(), within(1e-12));
        var equal = weighted(table, IntStream.range(0, n).mapToDouble(i -> 2).toArray());
        assertThat(equal).containsExactly(Oracles.byPermutations(game), within(1e-12));
        // Random orders built from the end: the last is drawn in proportion to weight, then the one before.
        var expected = new double[n];
        backward(game, weights, (1 << n) - 1, 1, expected);
        assertThat(found).containsExactly(expected, within(1e-12));
    }

    private static void backward(TableGame game, double[] weights, int mask, double chance, double[] values) {
        double all = 0;
        for (int i = 0; i < weights.length; i++) if ((mask >> i & 1) == 1) all += weights[i];
        for (int i = 0; i < weights.length; i++) {
            if ((mask >> i & 1) == 0) continue;
            double own = chance * weights[i] / all;
            values[i] += own * (game.worth(mask) - game.worth(mask & ~(1 << i)));
            backward(game, weights, mask & ~(1 << i), own, values);
        }
    }

    private static double[] weighted(WorthTable table, double[] weights) {
        var list = IntStream.range(0, weights.length)
                .mapToObj(i -> new WeightedFacts.PlayerWeight(table.players().get(i), weights[i]))
                .toList();
        return values(WeightedShapley.standard()
                .evaluate(new WeightedFacts(table, list), CONTEXT)
                .players());
    }

    @Test
    void synergies_are_divided_equally_by_shapley_and_by_weight_otherwise() {
        var game = new Synergies(
                List.of(new Synergies.Alone("a", 10), new Synergies.Alone("b", 20), new Synergies.Alone("c", 30)),
                List.of(Synergies.Synergy.of(12, "a", "b"), Synergies.Synergy.of(-6, "a", "b", "c")));
        assertThat(values(ShapleyContribution.standard()
                        .evaluate(GameFacts.of(game), CONTEXT)
                        .players()))
                .containsExactly(new double[] {14, 24, 28}, within(1e-12));
        var weights = List.of(
                new WeightedFacts.PlayerWeight("c", 1),
                new WeightedFacts.PlayerWeight("a", 3),
                new WeightedFacts.PlayerWeight("b", 0));
        assertThat(values(WeightedShapley.standard()
                        .evaluate(new WeightedFacts(game, weights), CONTEXT)
                        .players()))
                .containsExactly(new double[] {10 + 12 - 4.5, 20, 30 - 1.5}, within(1e-12));
        var left = LeaveOneOut.standard().evaluate(GameFacts.of(game), CONTEXT);
        assertThat(values(left.players())).containsExactly(new double[] {16, 26, 24}, within(1e-12));
        assertThat(left.notes()).extracting(n -> n.code()).containsExactly("substitutes-get-nothing");
        var copies =
                LeaveOneOut.standard().evaluate(GameFacts.of(worths(Oracles.table(2, m -> m == 0 ? 0 : 1))), CONTEXT);
        assertThat(values(copies.players())).containsExactly(0, 0);
        assertThat(copies.of("p0").share()).isEmpty();
        assertThat(copies.notes()).extracting(n -> n.code()).contains("not-efficient");
    }

    @Test
    void a_network_is_paid_for_by_who_needs_it() {
        var game = new SpanningTree(
                List.of(new SpanningTree.Line("a", 6), new SpanningTree.Line("b", 10), new SpanningTree.Line("c", 10)),
                List.of(
                        new SpanningTree.Link("a", "b", 4),
                        new SpanningTree.Link("b", "c", 3),
                        new SpanningTree.Link("c", "b", 5)));
        var table = Exact.table(game.toGame(), EmptyCoalition.REFUSED);
        assertThat(table.worths()).containsExactly(0, 6, 10, 10, 10, 16, 13, 13);
        var shapley = ShapleyContribution.standard().evaluate(GameFacts.of(game), CONTEXT);
        assertThat(values(shapley.players())).containsExactly(Oracles.byPermutations(table), within(1e-13));
        assertThat(shapley.core().orElseThrow().inCore()).isTrue();
    }

    // Power.

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void counting_by_generating_functions_is_counting(long seed) {
        var random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(9);
        var votes = random.longs(n, 0, 12).toArray();
        votes[0]++;
        var body = VotingBody.of(1 + random.nextLong(Arrays.stream(votes).sum()), votes);
        if (random.nextInt(3) == 0) body = body.withLeastMembers(1 + random.nextInt(n));
        if (random.nextInt(3) == 0) body = body.withSufficientMembers(1 + random.nextInt(n));
        var found = VotingPower.standard().evaluate(body, CONTEXT);
        var table = Exact.table(body.toGame(), EmptyCoalition.REFUSED);
        var shapley = Oracles.byDefinition(table, Semivalue.shapley());
        var banzhaf = Oracles.byDefinition(table, Semivalue.banzhaf());
        long passing =
                IntStream.range(0, 1 << n).filter(m -> table.worth(m) == 1).count();
        assertThat(found.passing()).isEqualTo(passing);
        for (int i = 0; i < n; i++) {
            var member = found.members().get(i);
            assertThat(member.shapleyShubik()).isCloseTo(shapley[i], within(1e-14));
            assertThat(member.absoluteBanzhaf()).isCloseTo(banzhaf[i], within(1e-14));
            assertThat(member.swings()).isEqualTo(Math.round(banzhaf[i] * (1 << n - 1)));
        }
    }

    @Test
    void sixty_two_members_are_counted_without_a_rounding() {
        var body = VotingBody.of(32, LongStream.generate(() -> 1).limit(62).toArray());
        var found = VotingPower.standard().evaluate(body, CONTEXT);
        assertThat(found.members().get(7).swings()).isEqualTo(VoteCounts.choose(61, 31));
        assertThat(found.members().get(61).shapleyShubik()).isCloseTo(1.0 / 62, within(1e-17));
    }

    // Bad input.

    @Test
    void what_cannot_be_a_game_is_refused_with_every_broken_field() {
        assertThatThrownBy(() -> WorthTable.of(
                        List.of("a", "b"),
                        WorthTable.Worth.of(1, "a"),
                        WorthTable.Worth.of(2, "a"),
                        WorthTable.Worth.of(3, "x")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("worths[1] is used twice: these members. Give each coalition once.")
                .hasMessageContaining("worths[2].members[0] names a player, which is not known.")
                .hasMessageContaining(
                        "worths is missing. Coalitions of players, numbered from 0, such as {1}, {0, 1} must have a worth too.");
        assertThatThrownBy(() -> VotingBody.of(9, 4, 4))
                .hasMessageContaining("quota must be 1 to all 8 votes, but was 9. Give the votes that pass a motion.");
        assertThatThrownBy(() -> VotingBody.of(1, -1, 4))
                .hasMessageContaining("members[0].votes must be 0 to 200000, but was -1.");
        assertThatThrownBy(() -> AirportCosts.of(1, Double.NaN))
                .hasMessageContaining("needs[1].cost must be at least 0, but was NaN.");
        assertThatThrownBy(() -> BankruptcyEstate.of(301, 100, 200))
                .hasMessageContaining("estate must be at most all claims together, 300, but was 301.");
        assertThatThrownBy(() -> weighted(worths(Oracles.gloves(1, 1)), new double[] {0, 0}))
                .hasMessageContaining(
                        "weights must be more than 0 together, but was 0. Give at least one player a weight.");
        assertThatThrownBy(() -> weighted(worths(Oracles.gloves(1, 1)), new double[] {-1, 2}))
                .hasMessageContaining("weights[0].weight must be at least 0, but was -1.");
        assertThatThrownBy(() -> new WeightedFacts(
                        worths(Oracles.gloves(1, 1)), List.of(new WeightedFacts.PlayerWeight("p0", 1))))
                .hasMessageContaining("weights is missing. Player 1 must have a weight too.");
        assertThatThrownBy(() -> new UnionFacts(
                        worths(Oracles.gloves(1, 1)),
                        List.of(UnionFacts.Union.of("u", "p0"), UnionFacts.Union.of("w", "p0", "p9"))))
                .hasMessageContaining("unions[1].members is used twice: player 0. Put each player into one union.")
                .hasMessageContaining("unions[1].members[1] names a player, which is not known. Did you mean p0?");
        var many = AirportCosts.of(new double[40]);
        assertThatThrownBy(() -> ShapleyContribution.standard().evaluate(GameFacts.of(many), CONTEXT))
                .hasMessageContaining(
                        "Use a sampler instead: by-size for few evaluations, permutation for cheap games");
        assertThatThrownBy(() -> BetaShapley.Options.STANDARD.withParameters(0, Double.NaN))
                .hasMessageContaining("alpha must be above 0 and at most 1000, but was 0.")
                .hasMessageContaining("beta must be above 0 and at most 1000, but was NaN.");
    }

    @Test
    void sampled_by_a_method_of_the_same_seed_is_the_same() {
        var body = VotingBody.of(20, 9, 8, 7, 6, 5, 2);
        var method = new ShapleyContribution(
                ShapleyContribution.Options.STANDARD.withComputation(Sampling.of(Sampler.ANTITHETIC, 5000)));
        var found = method.evaluate(GameFacts.of(body), CONTEXT);
        assertThat(found).isEqualTo(method.evaluate(GameFacts.of(body), CONTEXT));
        assertThat(found.sum()).isCloseTo(1, within(1e-12));
        assertThat(found.status()).contains(Estimates.Status.BUDGET_SPENT);
        assertThat(found.players())
                .allSatisfy(p -> assertThat(p.standardError()).isPresent());
        assertThat(method.evaluate(GameFacts.of(body), CONTEXT.withSeed(5)).players())
                .isNotEqualTo(found.players());
        var other = VotingBody.of(20, 9, 8, 7, 6, 5, 3);
        assertThat(method.evaluate(GameFacts.of(other), CONTEXT).provenance().inputDigest())
                .hasSize(64)
                .isNotEqualTo(found.provenance().inputDigest());
    }
}
