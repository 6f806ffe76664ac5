package org.dataassay.pricing.contribution;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;

/**
 * Divides what all players are worth together by what each adds, on the mean over every order in which they could come together: the Shapley value.
 *
 * <p><b>Formula</b> φ(i) = Σ over S without i of |S|! (n − 1 − |S|)! / n! · [v(S ∪ i) − v(S)]
 *
 * <p><b>Units and ranges</b> in the unit of the game · exact up to {@value Exact#MOST_PLAYERS} players, sampled beyond
 *
 * <p><b>Edge cases</b> a player who adds nothing to any coalition gets exactly 0 · alike players get the same · the value may lie outside the core: then a coalition that would do
 * better alone is named
 *
 * <p><b>Numerics</b> one walk over the table of worths in O(2ⁿ) additions, sums compensated, error at most 1e-14 of the greatest value; sampled values with standard errors, what
 * their sum is off spread equally unless {@link Options#spread} says otherwise
 *
 * <p><b>Use when / not when</b> one division for everyone, explained by one sentence, that adds up / the players could walk away in groups: compare {@link Nucleolus}; copies of a data set
 * would be paid twice
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1515/9781400881970-018">L. S. Shapley, A Value for n-Person Games, in Contributions to the Theory of Games II, Princeton, 1953, page 311</a>
 */
public record ShapleyContribution(Options options) implements Method<GameFacts, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.shapley");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param computation from every coalition, or from some
     * @param emptyCoalition what happens where nobody is already worth something
     * @param spread whether what the sum of sampled values is off is spread equally
     */
    public record Options(Computation computation, EmptyCoalition emptyCoalition, boolean spread) {

        public static final Options STANDARD = new Options(new Exact(), EmptyCoalition.REFUSED, true);

        public Options withComputation(Computation how) {
            return new Options(how, emptyCoalition, spread);
        }

        public Options withEmptyCoalition(EmptyCoalition policy) {
            return new Options(computation, policy, spread);
        }

        public Options withSpread(boolean spreads) {
            return new Options(computation, emptyCoalition, spreads);
        }
    }

    public static ShapleyContribution standard() {
        return new ShapleyContribution(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(GameFacts facts, ValuationContext context) {
        var game = facts.game().toGame();
        var found = new Found(this, facts, context);
        if (options.computation() instanceof Exact) {
            var table = Exact.table(game, options.emptyCoalition());
            return found.exact(
                    table,
                    TableFold.values(table.worths(), table.size(), Semivalue.shapley(), 1),
                    facts.game().isCost());
        }
        var estimates = options.computation().of(game, Semivalue.shapley(), options.emptyCoalition(), context);
        if (options.spread() && estimates.status() != Estimates.Status.EXACT) {
            found.note(
                    Note.Kind.ASSUMPTION,
                    "spread-equally",
                    "What the sum of the sampled values is off is spread equally; it is no part of the standard errors.");
            estimates = estimates.spread();
        }
        return found.sampled(estimates);
    }
}
