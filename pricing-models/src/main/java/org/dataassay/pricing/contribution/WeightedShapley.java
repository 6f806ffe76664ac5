package org.dataassay.pricing.contribution;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Divides what each group adds beyond its parts by agreed weights of its members: the weighted Shapley value.
 *
 * <p><b>Formula</b> φ(i) = Σ over S with i of w(i)/w(S) · d(S); d(S) = v(S) − Σ over T ⊂ S of d(T), what the group S adds beyond its parts (Harsanyi dividend, 红利)
 *
 * <p><b>Units and ranges</b> weights at least 0, more than 0 together · at most {@value Exact#MOST_PLAYERS} players
 *
 * <p><b>Edge cases</b> equal weights give the Shapley value · a group all of whose weights are 0 divides equally what it adds · what a player is worth alone is its own whatever its weight
 *
 * <p><b>Numerics</b> dividends by n · 2ⁿ⁻¹ subtractions in place, in the order of players; their sums by halving
 *
 * <p><b>Use when / not when</b> a contract says that parties count differently / the difference is already in the worths, where it would count twice
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1007/BF01756292">E. Kalai, D. Samet, On Weighted Shapley Values, International Journal of Game Theory 16 (1987), section 2</a>
 */
public record WeightedShapley(Options options) implements Method<WeightedFacts, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.weighted-shapley");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param emptyCoalition what happens where nobody is already worth something
     */
    public record Options(EmptyCoalition emptyCoalition) {
        public static final Options STANDARD = new Options(EmptyCoalition.REFUSED);
    }

    public static WeightedShapley standard() {
        return new WeightedShapley(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(WeightedFacts facts, ValuationContext context) {
        var table = Exact.table(facts.game().toGame(), options.emptyCoalition());
        return new Found(this, facts, context)
                .exact(table, values(table, facts.inOrder()), facts.game().isCost());
    }

    /** What every group adds beyond its parts, by mask. */
    static double[] dividends(TableGame table) {
        var dividends = table.worths().clone();
        for (int bit = 1; bit < dividends.length; bit <<= 1)
            for (int mask = 0; mask < dividends.length; mask++)
                if ((mask & bit) != 0) dividends[mask] -= dividends[mask ^ bit];
        return dividends;
    }

    private static double[] values(TableGame table, double[] weights) {
        int n = weights.length;
        var dividends = dividends(table);
        var sums = new double[dividends.length];
        var values = new NeumaierSum[n];
        java.util.Arrays.setAll(values, i -> new NeumaierSum());
        for (int mask = 1; mask < dividends.length; mask++) {
            sums[mask] = sums[mask & mask - 1] + weights[Integer.numberOfTrailingZeros(mask)];
            double each = dividends[mask] / (sums[mask] > 0 ? sums[mask] : Integer.bitCount(mask));
            for (int rest = mask; rest != 0; rest &= rest - 1) {
                int i = Integer.numberOfTrailingZeros(rest);
                values[i].add(sums[mask] > 0 ? each * weights[i] : each);
            }
        }
        return java.util.Arrays.stream(values).mapToDouble(NeumaierSum::value).toArray();
    }
}
