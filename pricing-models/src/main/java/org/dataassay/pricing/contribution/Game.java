package org.dataassay.pricing.contribution;

import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * A cooperative game: players, and what each coalition of them is worth. Open: a worth may be read from a table, follow from a formula, or be measured by training a model
 * on what the members bring.
 *
 * <p>{@link #worth} is pure: the same coalition always has the same worth, and it may be asked by several threads at once. Worths are finite numbers in one unit.
 */
public interface Game {

    /** Most letters of a player's id. */
    int LONGEST_ID = 120;

    /** Ids of the players, each once. */
    List<String> players();

    /** What these players are worth together, without the others. */
    double worth(Coalition coalition);

    /** How many players. */
    default int size() {
        return players().size();
    }

    /**
     * A game whose worths come from a function, which is called once for every coalition that is asked for, and again when it is asked for again: see {@link RememberingGame}.
     *
     * @param players their ids
     * @param worth of a coalition; pure, safe for several threads
     */
    static Game of(List<String> players, ToDoubleFunction<Coalition> worth) {
        var ids = checked(players);
        return new Game() {
            @Override
            public List<String> players() {
                return ids;
            }

            @Override
            public double worth(Coalition coalition) {
                return worth.applyAsDouble(coalition);
            }
        };
    }

    /**
     * The ids, checked: at least one, each once, none blank.
     *
     * @throws InvalidInputException with every broken id
     */
    static List<String> checked(List<String> players) {
        var ids = List.copyOf(players);
        var check = new Check();
        check(check, "players", ids);
        check.done();
        return ids;
    }

    /** Adds what is wrong with the ids. */
    static void check(Check check, String field, List<String> ids) {
        check.that(
                !ids.isEmpty() && ids.size() <= Coalition.MOST_PLAYERS,
                field,
                "1 to " + Coalition.MOST_PLAYERS + " players",
                ids.size(),
                "Group the players, for instance by source.");
        var seen = new HashSet<String>();
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            check.that(
                    !id.isBlank() && id.length() <= LONGEST_ID,
                    field + "[" + i + "]",
                    "1 to " + LONGEST_ID + " letters",
                    id.isBlank() ? "blank" : id.length() + " letters",
                    "Give the player an id.");
            if (!seen.add(id))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        field + "[" + i + "]",
                        "it is player " + ids.indexOf(id) + " already",
                        "Give each player an id of its own."));
        }
    }

    /** The worth, which must be a finite number. */
    static double finite(double worth, Coalition coalition) {
        if (Math.abs(worth) <= Double.MAX_VALUE) return worth;
        throw InvalidInputException.of(
                ValuationError.NOT_FINITE,
                "worth of players " + coalition,
                Double.isNaN(worth) ? "not a number" : "infinite",
                "Decide what such a coalition is worth, such as 0 where no model could be trained.");
    }
}
