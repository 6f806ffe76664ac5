package org.dataassay.pricing.contribution;

import java.util.Arrays;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.sheet.Progress;

/**
 * Any semivalue of a table of 2ⁿ worths in one walk over it, in address order, with O(2ⁿ) additions: with p(j) the weight of a coalition of j others, and q(t) = p(t − 1) +
 * p(t), the value is φ(i) = Σ over T with i of q(|T|) · v(T) − Σ over all T of p(|T|) · v(T).
 *
 * <p>Eight neighbors at a time give three sums by bit and a total; the totals are folded again by eight, so that a chunk of 2¹⁰ worths gives ten sums and one total, all of it
 * in the first cache; the totals of the chunks are halved for the upper bits. Sums over chunks are compensated. Sixteen parts of fixed borders are merged in order, so that
 * threads change no bit.
 */
final class TableFold {

    /** Bits of a chunk. */
    private static final int CHUNK = 10;

    private static final int GROUPS = 1 << CHUNK - 3;
    private static final int PARTS = 16;

    /** Weights of a group: by how many of its three low bits are set. */
    private static final int SIZES = 4;

    private final double[] table;
    private final int players;
    private final int chunks;
    private final Semivalue semivalue;

    /** By the number of members that a chunk's upper bits name: four weights per group. */
    private final double[][] with;

    private final double[][] all;

    /** Weighted total of each chunk. */
    private final double[] totals;

    private TableFold(double[] table, int players, Semivalue semivalue, double[] p) {
        this.semivalue = semivalue;
        this.table = table;
        this.players = players;
        this.chunks = 1 << players - CHUNK;
        this.totals = new double[chunks];
        var q = pairSums(p);
        var padded = Arrays.copyOf(p, players + 1);
        this.with = byGroup(q, players - CHUNK);
        this.all = byGroup(padded, players - CHUNK);
    }

    /** q(t) = p(t − 1) + p(t), where p is 0 outside 0 … n − 1. */
    private static double[] pairSums(double[] p) {
        int n = p.length;
        var q = new double[n + 1];
        for (int t = 0; t <= n; t++) q[t] = (t > 0 ? p[t - 1] : 0) + (t < n ? p[t] : 0);
        return q;
    }

    private static double[][] byGroup(double[] bySize, int upperBits) {
        var weights = new double[upperBits + 1][GROUPS * SIZES];
        for (int upper = 0; upper <= upperBits; upper++)
            for (int group = 0; group < GROUPS; group++)
                for (int low = 0; low < SIZES; low++)
                    weights[upper][group * SIZES + low] = bySize[upper + Integer.bitCount(group) + low];
        return weights;
    }

    /** The value of each player. */
    static double[] values(double[] table, int players, Semivalue semivalue, int threads) {
        var p = semivalue.weightsOf(players);
        return players > CHUNK ? new TableFold(table, players, semivalue, p).values(threads) : small(table, players, p);
    }

    /** The defining sum over coalitions, where there are few. */
    private static double[] small(double[] table, int players, double[] p) {
        var q = pairSums(p);
        var sums = sums(players);
        var constant = new NeumaierSum();
        for (int mask = 0; mask < table.length; mask++) {
            int size = Integer.bitCount(mask);
            double worth = q[size] * table[mask];
            for (int rest = mask; rest != 0; rest &= rest - 1) sums[Integer.numberOfTrailingZeros(rest)].add(worth);
            if (size < players) constant.add(p[size] * table[mask]);
        }
        return less(sums, constant);
    }

    private static NeumaierSum[] sums(int count) {
        var sums = new NeumaierSum[count];
        Arrays.setAll(sums, i -> new NeumaierSum());
        return sums;
    }

    private static double[] less(NeumaierSum[] sums, NeumaierSum constant) {
        var values = new double[sums.length];
        for (int i = 0; i < values.length; i++)
            values[i] = sums[i].add(-constant.value()).value();
        return values;
    }

    private double[] values(int threads) {
        int parts = Math.min(PARTS, chunks);
        var low = new NeumaierSum[parts][];
        var constants = new NeumaierSum[parts];
        Parallel.forEach(
                threads,
                parts,
                part -> {
                    low[part] = sums(CHUNK);
                    constants[part] = new NeumaierSum();
                    walk(part * (chunks / parts), (part + 1) * (chunks / parts), low[part], constants[part]);
                },
                Progress.NONE);
        var sums = sums(players);
        var constant = new NeumaierSum();
        for (int part = 0; part < parts; part++) {
            for (int bit = 0; bit < CHUNK; bit++) sums[bit].add(low[part][bit]);
            constant.add(constants[part]);
        }
        halve(sums);
        double grand = table[table.length - 1];
        if (semivalue.isShapley()) {
            for (var sum : sums) constant.add(sum);
            return efficient(less(sums, new NeumaierSum().add((constant.value() - grand) / players)), grand);
        }
        if (semivalue.isBanzhaf()) {
            for (double total : totals) constant.add(total);
            constant = new NeumaierSum().add((constant.value() - Math.scalb(grand, 1 - players)) / 2);
        }
        return less(sums, constant);
    }

    /** Whether the second sum follows from the first ones: by efficiency, or because all coalitions weigh the same. */
    private boolean isDerived() {
        return semivalue.isShapley() || semivalue.isBanzhaf();
    }

    /** Spreads what the common constant was off by rounding. */
    private static double[] efficient(double[] values, double grand) {
        double gap = new NeumaierSum().add(grand).add(-NeumaierSum.of(values)).value() / values.length;
        for (int i = 0; i < values.length; i++) values[i] += gap;
        return values;
    }

    /** Sums of the totals by upper bit: those with the lowest bit, then neighbors added, and again. */
    private void halve(NeumaierSum[] sums) {
        var left = totals.clone();
        int size = left.length;
        for (int bit = CHUNK; bit < players; bit++) {
            for (int i = 1; i < size; i += 2) sums[bit].add(left[i]);
            size /= 2;
            for (int i = 0; i < size; i++) left[i] = left[2 * i] + left[2 * i + 1];
        }
    }

    private void walk(int from, int to, NeumaierSum[] low, NeumaierSum constant) {
        var folded = new double[GROUPS];
        var three = new double[SIZES];
        for (int chunk = from; chunk < to; chunk++) {
            int upper = Integer.bitCount(chunk);
            chunk(table, chunk << CHUNK, with[upper], folded, three);
            for (int bit = 0; bit < 3; bit++) low[bit].add(three[bit]);
            if (!isDerived()) constant.add(constant(table, chunk << CHUNK, all[upper]));
            fold(folded, GROUPS, three);
            for (int bit = 0; bit < 3; bit++) low[3 + bit].add(three[bit]);
            fold(folded, GROUPS / 8, three);
            for (int bit = 0; bit < 3; bit++) low[6 + bit].add(three[bit]);
            low[9].add(folded[1]);
            totals[chunk] = folded[0] + folded[1];
        }
    }

    /** A chunk: weighted totals of its groups of eight, and sums by the three low bits. */
    private static void chunk(double[] v, int first, double[] with, double[] folded, double[] three) {
        double bit0 = 0;
        double bit1 = 0;
        double bit2 = 0;
        for (int group = 0; group < GROUPS; group++) {
            int at = first + group * 8;
            int w = group * SIZES;
            double q1 = with[w + 1];
            double q2 = with[w + 2];
            double one = q1 * v[at + 1];
            double two = q1 * v[at + 2];
            double three1 = q2 * v[at + 3];
            double four = q1 * v[at + 4];
            double five = q2 * v[at + 5];
            double six = q2 * v[at + 6];
            double seven = with[w + 3] * v[at + 7];
            double low = one + three1;
            double odd = five + seven;
            double even = four + six;
            double left = two + three1;
            double right = six + seven;
            bit0 += low + odd;
            bit1 += left + right;
            bit2 += even + odd;
            folded[group] = (with[w] * v[at] + two + low) + (even + odd);
        }
        three[0] = bit0;
        three[1] = bit1;
        three[2] = bit2;
    }

    private static double constant(double[] v, int first, double[] all) {
        double sum = 0;
        for (int group = 0; group < GROUPS; group++) {
            int at = first + group * 8;
            int w = group * SIZES;
            sum += (all[w] * v[at] + all[w + 1] * (v[at + 1] + v[at + 2] + v[at + 4]))
                    + (all[w + 2] * (v[at + 3] + v[at + 5] + v[at + 6]) + all[w + 3] * v[at + 7]);
        }
        return sum;
    }

    /** Sums by three bits of the first numbers, which are replaced by the totals of eight each. */
    private static void fold(double[] numbers, int count, double[] three) {
        double bit0 = 0;
        double bit1 = 0;
        double bit2 = 0;
        for (int i = 0; i < count; i += 8) {
            double low = numbers[i + 1] + numbers[i + 3];
            double odd = numbers[i + 5] + numbers[i + 7];
            double upper = numbers[i + 4] + numbers[i + 6];
            bit0 += low + odd;
            bit1 += (numbers[i + 2] + numbers[i + 3]) + (numbers[i + 6] + numbers[i + 7]);
            bit2 += upper + odd;
            numbers[i / 8] = (numbers[i] + numbers[i + 2] + low) + (upper + odd);
        }
        three[0] = bit0;
        three[1] = bit1;
        three[2] = bit2;
    }
}
