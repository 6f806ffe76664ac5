package org.dataassay.pricing.contribution;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.numeric.NeumaierSum;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Divides first among unions of players, then within each: the Owen value, as where suppliers come through operators.
 *
 * <p><b>Formula</b> φ(i) = Σ over sets R of other unions Σ over T within i's union U, without i, of |R|! (m − 1 − |R|)!/m! · |T|! (u − 1 − |T|)!/u! · [v(R ∪ T ∪ i) − v(R ∪ T)]; m unions, u
 * members of U
 *
 * <p><b>Units and ranges</b> in the unit of the game · at most {@value Exact#MOST_PLAYERS} players
 *
 * <p><b>Edge cases</b> a union of everyone and unions of one player each both give the Shapley value · what a union gets is the Shapley value of the game among unions
 *
 * <p><b>Numerics</b> the defining sum, compensated; Σ over unions of u · 2^(m + u − 2) differences
 *
 * <p><b>Use when / not when</b> parties come organized, and leave together / the grouping is ours and binds nobody
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1007/978-3-642-45494-3_7">G. Owen, Values of Games with a Priori Unions, in Essays in Mathematical Economics and Game Theory, Springer, 1977, pages
 *     76–88</a>
 */
public record OwenContribution(Options options) implements Method<UnionFacts, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.owen");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param emptyCoalition what happens where nobody is already worth something
     */
    public record Options(EmptyCoalition emptyCoalition) {
        public static final Options STANDARD = new Options(EmptyCoalition.REFUSED);
    }

    public static OwenContribution standard() {
        return new OwenContribution(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(UnionFacts facts, ValuationContext context) {
        var table = Exact.table(facts.game().toGame(), options.emptyCoalition());
        return new Found(this, facts, context)
                .exact(table, values(table, facts.masks()), facts.game().isCost());
    }

    private static double[] values(TableGame table, int[] unions) {
        var values = new double[table.size()];
        var among = Semivalue.shapley().weightsOf(unions.length);
        for (int k = 0; k < unions.length; k++) {
            int union = unions[k];
            var within = Semivalue.shapley().weightsOf(Integer.bitCount(union));
            for (int rest = union; rest != 0; rest &= rest - 1) {
                int player = Integer.lowestOneBit(rest);
                var sum = new NeumaierSum();
                for (int others = 0; others < 1 << unions.length; others++) {
                    if ((others >> k & 1) == 1) continue;
                    int base = 0;
                    for (int r = 0; r < unions.length; r++) if ((others >> r & 1) == 1) base |= unions[r];
                    double weight = among[Integer.bitCount(others)];
                    int companions = union & ~player;
                    for (int t = companions; ; t = t - 1 & companions) {
                        int with = base | t;
                        sum.add(weight
                                * within[Integer.bitCount(t)]
                                * (table.worth(with | player) - table.worth(with)));
                        if (t == 0) break;
                    }
                }
                values[Integer.numberOfTrailingZeros(player)] = sum.value();
            }
        }
        return values;
    }
}
