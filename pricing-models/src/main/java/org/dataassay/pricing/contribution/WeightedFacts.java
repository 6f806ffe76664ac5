package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Facts of {@link WeightedShapley}.
 *
 * @param game players, and what each coalition of them is worth or costs
 * @param weights of every player once; at least 0, more than 0 together
 */
public record WeightedFacts(DescribedGame game, List<PlayerWeight> weights) {

    /**
     * What a player counts for.
     *
     * @param player id
     * @param weight at least 0, such as an agreed share, a number of records, an effort
     */
    public record PlayerWeight(String player, double weight) {}

    public WeightedFacts {
        weights = List.copyOf(weights);
        var check = new Check();
        var players = game.players();
        var seen = new boolean[players.size()];
        double sum = 0;
        for (int k = 0; k < weights.size(); k++) {
            var at = "weights[" + k + "]";
            int player = Members.number(
                    check, at + ".player", players, weights.get(k).player());
            Members.requireAmount(
                    check,
                    at + ".weight",
                    weights.get(k).weight(),
                    "Give what the player counts for; 0 leaves it what others do not need.");
            sum += weights.get(k).weight();
            if (player < 0) continue;
            if (seen[player])
                check.add(Problem.of(ValuationError.DUPLICATE, at + ".player", "player " + player, "Give each once."));
            seen[player] = true;
        }
        for (int i = 0; i < seen.length; i++)
            if (!seen[i])
                check.add(Problem.of(ValuationError.MISSING, "weights", "Player " + i + " must have a weight too."));
        check.that(sum > 0, "weights", "more than 0 together", sum, "Give at least one player a weight.")
                .done();
    }

    double[] inOrder() {
        var players = game.players();
        var inOrder = new double[players.size()];
        weights.forEach(w -> inOrder[players.indexOf(w.player())] = w.weight());
        return inOrder;
    }
}
