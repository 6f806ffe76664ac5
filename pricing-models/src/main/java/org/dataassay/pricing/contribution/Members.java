package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/** Ids looked up among the players. */
final class Members {

    private Members() {}

    /** The mask of these members; adds a problem for each that is no player or stands twice. */
    static long mask(Check check, String field, List<String> players, List<String> members) {
        long mask = 0;
        for (int i = 0; i < members.size(); i++) {
            int player = number(check, field + "[" + i + "]", players, members.get(i));
            if (player < 0) continue;
            if ((mask >>> player & 1) == 1)
                check.add(Problem.of(
                        ValuationError.DUPLICATE, field + "[" + i + "]", "player " + player, "Name each member once."));
            mask |= 1L << player;
        }
        return mask;
    }

    /** The number of a player; −1, with a problem added, where there is none of that id. */
    static int number(Check check, String field, List<String> players, String id) {
        int player = players.indexOf(id);
        if (player < 0)
            check.add(Problem.of(
                    ValuationError.UNKNOWN,
                    field,
                    "a player",
                    Nearest.of(id, players)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Name one of the " + players.size() + " players.")));
        return player;
    }

    /** A finite number of at least 0. */
    static void requireAmount(Check check, String field, double amount, String remedy) {
        check.that(amount >= 0 && amount <= Double.MAX_VALUE, field, "at least 0", amount, remedy);
    }
}
