package org.dataassay.pricing.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFoldTest {

    private static double[] values(TableGame game, Semivalue semivalue) {
        return TableFold.values(game.worths(), game.size(), semivalue, 1);
    }

    /** 2⁻⁵² of the sum of what is added and taken off, some seven times the grand worth. */
    private static void assertClose(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) assertThat(actual[i]).isCloseTo(expected[i], within(4e-15));
    }

    @ParameterizedTest(name = "{0} players")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void shapley_is_the_mean_over_all_orders(int n) {
        var game = Oracles.random(n, new SplittableRandom(n));
        assertClose(values(game, Semivalue.shapley()), Oracles.byPermutations(game));
    }

    @ParameterizedTest(name = "{0} players")
    @ValueSource(ints = {1, 2, 9, 10, 11, 12, 13, 14, 15})
    void every_semivalue_is_its_definition_on_both_sides_of_a_chunk(int n) {
        var game = Oracles.squareRoot(n);
        for (var semivalue : List.of(
                Semivalue.shapley(),
                Semivalue.banzhaf(),
                Semivalue.beta(16, 1),
                Semivalue.beta(1, 4),
                Semivalue.beta(0.5, 0.5))) assertClose(values(game, semivalue), Oracles.byDefinition(game, semivalue));
    }

    @Test
    void marginal_contributions_to_others_of_one_size_alone() {
        int n = 12;
        var game = Oracles.random(n);
        for (int others = 0; others < n; others++) {
            int only = others;
            var shares =
                    IntStream.range(0, n).mapToObj(j -> j == only ? 1.0 : 0.0).toList();
            var semivalue = Semivalue.of(shares);
            assertClose(values(game, semivalue), Oracles.byDefinition(game, semivalue));
        }
    }

    /** Against exact weights and sums in 60 digits: the error stays at 1e-14 of the greatest value, far above the noise that 2¹⁶ roundings could make. */
    @Test
    void a_large_table_is_exact_to_fourteen_digits() {
        int n = 16;
        var game = Oracles.squareRoot(n);
        var exact = exact(game);
        double scale = 0;
        for (double v : exact) scale = Math.max(scale, Math.abs(v));
        var found = values(game, Semivalue.shapley());
        for (int i = 0; i < n; i++) assertThat(found[i]).isCloseTo(exact[i], within(1e-14 * scale));
    }

    private static double[] exact(TableGame game) {
        int n = game.size();
        var digits = new MathContext(60);
        var values = new double[n];
        // Sums of worths by size, with each player and in all.
        var with = new BigDecimal[n][n + 1];
        var all = new BigDecimal[n + 1];
        java.util.Arrays.fill(all, BigDecimal.ZERO);
        for (var row : with) java.util.Arrays.fill(row, BigDecimal.ZERO);
        for (int mask = 1; mask < 1 << n; mask++) {
            var worth = new BigDecimal(game.worth(mask));
            int size = Integer.bitCount(mask);
            all[size] = all[size].add(worth);
            for (int i = 0; i < n; i++) if ((mask >> i & 1) == 1) with[i][size] = with[i][size].add(worth);
        }
        for (int i = 0; i < n; i++) {
            var sum = BigDecimal.ZERO;
            for (int s = 0; s < n; s++) {
                var plus = with[i][s + 1];
                var minus = all[s].subtract(with[i][s]);
                sum = sum.add(plus.subtract(minus).divide(BigDecimal.valueOf((long) Oracles.choose(n - 1, s)), digits));
            }
            values[i] = sum.divide(BigDecimal.valueOf(n), digits).doubleValue();
        }
        return values;
    }

    @ParameterizedTest(name = "{0} players")
    @ValueSource(ints = {11, 14, 17})
    void threads_change_no_bit(int n) {
        var game = Oracles.squareRoot(n);
        for (var semivalue : List.of(Semivalue.shapley(), Semivalue.banzhaf(), Semivalue.beta(4, 1)))
            for (int threads : new int[] {2, 3, 8})
                assertThat(TableFold.values(game.worths(), n, semivalue, threads))
                        .isEqualTo(values(game, semivalue));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_axioms_hold(long seed) {
        var random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(11);
        var a = Oracles.random(n, random);
        var b = Oracles.random(n, random);
        for (var semivalue :
                List.of(Semivalue.shapley(), Semivalue.banzhaf(), Semivalue.beta(random.nextDouble(0.5, 9), 2))) {
            var va = values(a, semivalue);
            var vb = values(b, semivalue);
            // Additivity.
            assertClose(
                    values(Oracles.table(n, m -> a.worth(m) + b.worth(m)), semivalue),
                    IntStream.range(0, n).mapToDouble(i -> va[i] + vb[i]).toArray());
            // Null player: player 0 changes nothing. Symmetry: players 0 and 1 are alike.
            var nullPlayer = values(Oracles.table(n, m -> a.worth(m & ~1)), semivalue);
            assertThat(nullPlayer[0]).isCloseTo(0, within(1e-15));
            var alike = values(Oracles.table(n, m -> (m & 3) == 2 ? a.worth(m & ~3 | 1) : a.worth(m)), semivalue);
            assertThat(alike[0]).isCloseTo(alike[1], within(4e-15));
        }
        // Efficiency, of the Shapley value alone; it is one of the sums it is computed from, therefore the definition
        // is compared too.
        assertThat(java.util.Arrays.stream(values(a, Semivalue.shapley())).sum())
                .isCloseTo(a.grandWorth(), within(1e-14));
        assertClose(values(a, Semivalue.shapley()), Oracles.byDefinition(a, Semivalue.shapley()));
    }

    @Test
    void shares_of_semivalues() {
        assertThat(Semivalue.beta(1, 1)).isSameAs(Semivalue.shapley());
        assertThat(Semivalue.banzhaf().shares(4)).containsExactly(0.125, 0.375, 0.375, 0.125);
        // B(j + β, n − 1 − j + α)/B(α, β) · C(n − 1, j) with α 16, β 1, n 3: 16/18·…: c(0) = B(1, 18)/B(16, 1) = 16/18.
        assertThat(Semivalue.beta(16, 1).shares(3).get(0)).isCloseTo(16.0 / 18, within(1e-15));
        for (int n : new int[] {1, 5, 28, 1000})
            assertThat(Semivalue.beta(16, 1).shares(n).stream()
                            .mapToDouble(c -> c)
                            .sum())
                    .isCloseTo(1, within(1e-12));
    }
}
