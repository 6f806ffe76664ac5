package org.dataassay.pricing.contribution;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Weighs what each player adds to small coalitions more than what it adds to large ones, or the other way round: Beta Shapley.
 *
 * <p><b>Formula</b> φ(i) = Σ over S without i of B(|S| + β, n − 1 − |S| + α)/B(α, β) · [v(S ∪ i) − v(S)]
 *
 * <p><b>Units and ranges</b> in the unit of the game · α, β above 0 and at most {@value Semivalue#MOST_PARAMETER}
 *
 * <p><b>Edge cases</b> α = β = 1 is the Shapley value · otherwise the values do not sum to what all are worth: shares are told beside them
 *
 * <p><b>Numerics</b> one walk over the table of worths in O(2ⁿ) additions, sums compensated
 *
 * <p><b>Use when / not when</b> additions to large coalitions drown in noise, as with many rows of training data: 16 and 1 / money is to be divided among a few suppliers
 *
 * @param options conventions
 * @see <a href="https://arxiv.org/abs/2110.14049">Y. Kwon, J. Zou, Beta Shapley: a Unified and Noise-reduced Data Valuation Framework for Machine Learning, 2022, section 3.2</a>
 */
public record BetaShapley(Options options) implements Method<GameFacts, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.beta-shapley");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param alpha stresses small coalitions where it is large
     * @param beta stresses large coalitions where it is large
     * @param computation from every coalition, or from some
     * @param emptyCoalition what happens where nobody is already worth something
     */
    public record Options(double alpha, double beta, Computation computation, EmptyCoalition emptyCoalition) {

        /** The pair that the paper's authors stress. */
        public static final Options STANDARD = new Options(16, 1, new Exact(), EmptyCoalition.REFUSED);

        public Options {
            Semivalue.beta(alpha, beta);
        }

        public Options withParameters(double a, double b) {
            return new Options(a, b, computation, emptyCoalition);
        }

        public Options withComputation(Computation how) {
            return new Options(alpha, beta, how, emptyCoalition);
        }

        public Options withEmptyCoalition(EmptyCoalition policy) {
            return new Options(alpha, beta, computation, policy);
        }
    }

    public static BetaShapley standard() {
        return new BetaShapley(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(GameFacts facts, ValuationContext context) {
        var semivalue = Semivalue.beta(options.alpha(), options.beta());
        return evaluate(this, facts, context, options.computation(), semivalue, options.emptyCoalition());
    }

    /** Any semivalue as it is, nothing spread. */
    static Contributions evaluate(
            Method<?, ?> method,
            GameFacts facts,
            ValuationContext context,
            Computation computation,
            Semivalue semivalue,
            EmptyCoalition nobody) {
        var game = facts.game().toGame();
        var found = new Found(method, facts, context);
        if (!(computation instanceof Exact)) return found.sampled(computation.of(game, semivalue, nobody, context));
        var table = Exact.table(game, nobody);
        return found.exact(
                table,
                TableFold.values(table.worths(), table.size(), semivalue, 1),
                facts.game().isCost());
    }
}
