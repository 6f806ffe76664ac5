package org.dataassay.pricing.contribution;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.valuation.numeric.NeumaierSum;

/** Games with known answers, and answers by the definitions themselves. */
final class Oracles {

    private Oracles() {}

    static List<String> ids(int n) {
        return IntStream.range(0, n).mapToObj(i -> "p" + i).toList();
    }

    static TableGame table(int n, java.util.function.IntToDoubleFunction worth) {
        return TableGame.of(ids(n), EmptyCoalition.REFUSED, worth);
    }

    /** The same numbers as the published measurements: mix64 of a seed and a counter. */
    static double u(long seed, long k) {
        long z = seed + (k + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    /** Near-submodular: square root of a share of weights, and noise. */
    static TableGame squareRoot(int n) {
        var w = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            w[i] = u(42, i);
            all += w[i];
        }
        double total = all;
        return table(n, mask -> {
            if (mask == 0) return 0;
            double sum = 0;
            for (int i = 0; i < n; i++) if ((mask >> i & 1) == 1) sum += w[i];
            return Math.sqrt(sum / total) + 0.05 * (u(43, mask) - 0.5);
        });
    }

    /** Without any structure. */
    static TableGame random(int n) {
        return table(n, mask -> mask == 0 ? 0 : u(2024, mask));
    }

    static TableGame random(int n, SplittableRandom random) {
        return table(n, mask -> mask == 0 ? 0 : random.nextDouble(-1, 1));
    }

    /** Left shoes first; a pair is worth 1. */
    static TableGame gloves(int left, int right) {
        return table(
                left + right,
                mask -> Math.min(Integer.bitCount(mask & (1 << left) - 1), Integer.bitCount(mask >>> left)));
    }

    /** Mean over all n! orders. */
    static double[] byPermutations(TableGame game) {
        int n = game.size();
        var sums = new NeumaierSum[n];
        Arrays.setAll(sums, i -> new NeumaierSum());
        long count = permute(game, new int[n], 0, 0, sums);
        return Arrays.stream(sums).mapToDouble(s -> s.value() / count).toArray();
    }

    private static long permute(TableGame game, int[] order, int length, int mask, NeumaierSum[] sums) {
        int n = game.size();
        if (length == n) {
            int before = 0;
            for (int player : order) {
                sums[player].add(game.worth(before | 1 << player) - game.worth(before));
                before |= 1 << player;
            }
            return 1;
        }
        long count = 0;
        for (int i = 0; i < n; i++) {
            if ((mask >> i & 1) == 1) continue;
            order[length] = i;
            count += permute(game, order, length + 1, mask | 1 << i, sums);
        }
        return count;
    }

    /** The definition: each player's weighted marginal contributions, one by one, compensated. */
    static double[] byDefinition(TableGame game, Semivalue semivalue) {
        int n = game.size();
        var shares = semivalue.shares(n);
        var values = new double[n];
        for (int i = 0; i < n; i++) {
            var sum = new NeumaierSum();
            for (int mask = 0; mask < 1 << n; mask++) {
                if ((mask >> i & 1) == 1) continue;
                int others = Integer.bitCount(mask);
                double weight = shares.get(others) / choose(n - 1, others);
                sum.add(weight * game.worth(mask | 1 << i)).add(-weight * game.worth(mask));
            }
            values[i] = sum.value();
        }
        return values;
    }

    static double choose(int n, int k) {
        double result = 1;
        for (int j = 1; j <= k; j++) result = result * (n - k + j) / j;
        return Math.rint(result);
    }

    static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    }
}
