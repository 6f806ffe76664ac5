package org.dataassay.pricing.contribution;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Weighs what each player adds, on the mean over every coalition of the others: the Banzhaf value.
 *
 * <p><b>Formula</b> β(i) = 2^(1 − n) · Σ over S without i of [v(S ∪ i) − v(S)]
 *
 * <p><b>Units and ranges</b> in the unit of the game · exact up to {@value Exact#MOST_PLAYERS} players, sampled beyond
 *
 * <p><b>Edge cases</b> the values do not sum to what all are worth: shares are told beside them
 *
 * <p><b>Numerics</b> one walk over the table of worths in O(2ⁿ) additions, sums compensated
 *
 * <p><b>Use when / not when</b> worths are noisy, as those of trained models: of all semivalues it leaves an order of players unchanged under the most noise / money is to be divided without a
 * scaling that somebody must agree to
 *
 * @param options conventions
 * @see <a href="https://arxiv.org/abs/2205.15466">J. T. Wang, R. Jia, Data Banzhaf: A Robust Data Valuation Framework for Machine Learning, 2023, theorem 4.3</a>
 */
public record BanzhafContribution(Options options) implements Method<GameFacts, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.banzhaf");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param computation from every coalition, or from some
     * @param emptyCoalition what happens where nobody is already worth something
     */
    public record Options(Computation computation, EmptyCoalition emptyCoalition) {

        public static final Options STANDARD = new Options(new Exact(), EmptyCoalition.REFUSED);

        public Options withComputation(Computation how) {
            return new Options(how, emptyCoalition);
        }

        public Options withEmptyCoalition(EmptyCoalition policy) {
            return new Options(computation, policy);
        }
    }

    public static BanzhafContribution standard() {
        return new BanzhafContribution(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(GameFacts facts, ValuationContext context) {
        return BetaShapley.evaluate(
                this, facts, context, options.computation(), Semivalue.banzhaf(), options.emptyCoalition());
    }
}
