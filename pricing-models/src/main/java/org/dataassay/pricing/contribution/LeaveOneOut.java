package org.dataassay.pricing.contribution;

import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;

/**
 * Tells what would be missing without each player, the others staying.
 *
 * <p><b>Formula</b> φ(i) = v(N) − v(N ∖ i)
 *
 * <p><b>Units and ranges</b> in the unit of the game · any number of players: n + 2 evaluations
 *
 * <p><b>Edge cases</b> of two players who bring the same each is worth nothing, for the other is still there · the values do not sum to what all are worth
 *
 * <p><b>Numerics</b> a difference each
 *
 * <p><b>Use when / not when</b> one question only: what if this supplier leaves / money is to be divided: copies and substitutes get nothing
 *
 * @param options conventions
 * @see <a href="https://proceedings.mlr.press/v97/ghorbani19c.html">A. Ghorbani, J. Zou, Data Shapley: Equitable Valuation of Data for Machine Learning, 2019, section 2, for why it is no division</a>
 */
public record LeaveOneOut(Options options) implements Method<GameFacts, Contributions> {

    public static final MethodId ID = MethodId.of("contribution.leave-one-out");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param emptyCoalition what happens where nobody is already worth something
     */
    public record Options(EmptyCoalition emptyCoalition) {
        public static final Options STANDARD = new Options(EmptyCoalition.REFUSED);
    }

    public static LeaveOneOut standard() {
        return new LeaveOneOut(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Contributions evaluate(GameFacts facts, ValuationContext context) {
        var game = facts.game().toGame();
        var worths = Worths.of(game, options.emptyCoalition());
        int n = game.size();
        var values = new double[n];
        for (int i = 0; i < n; i++)
            values[i] =
                    worths.grand - (n == 1 ? 0 : worths.of(Coalition.grand(n).without(i)));
        return new Found(this, facts, context)
                .note(
                        Note.Kind.LIMIT,
                        "substitutes-get-nothing",
                        "Players who can stand in for each other are worth nothing by this rule, however much they bring.")
                .exact(
                        Optional.empty(),
                        game.players(),
                        values,
                        worths.grand,
                        n + 2L,
                        facts.game().isCost());
    }
}
