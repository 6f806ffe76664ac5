package org.dataassay.pricing.contribution;

import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * The worth of every coalition, one by one.
 *
 * @param players ids, at most {@value #MOST_PLAYERS}
 * @param worths of every coalition once; the empty one may be left out, it is then worth 0
 */
public record WorthTable(List<String> players, List<Worth> worths) implements DescribedGame {

    /** Most players whose coalitions are listed. */
    public static final int MOST_PLAYERS = 16;

    /** How many missing coalitions a message names. */
    private static final int NAMED = 5;

    /**
     * What some players are worth together.
     *
     * @param members ids, in any order
     * @param worth a finite number
     */
    public record Worth(List<String> members, double worth) {

        public Worth {
            members = List.copyOf(members);
        }

        public static Worth of(double worth, String... members) {
            return new Worth(List.of(members), worth);
        }
    }

    public WorthTable {
        players = List.copyOf(players);
        worths = List.copyOf(worths);
        var check = new Check();
        Game.check(check, "players", players);
        check.that(
                players.size() <= MOST_PLAYERS,
                "players",
                "at most " + MOST_PLAYERS + " where every coalition is listed",
                players.size(),
                "Describe the game by another kind, or hand it in as a function.");
        check.done();
        read(players, worths, check);
        check.done();
    }

    public static WorthTable of(List<String> players, Worth... worths) {
        return new WorthTable(players, List.of(worths));
    }

    private static double[] read(List<String> players, List<Worth> worths, Check check) {
        var table = new double[1 << players.size()];
        var known = new boolean[table.length];
        for (int k = 0; k < worths.size(); k++) {
            var at = "worths[" + k + "]";
            int mask = (int)
                    Members.mask(check, at + ".members", players, worths.get(k).members());
            double worth = worths.get(k).worth();
            if (!(Math.abs(worth) <= Double.MAX_VALUE))
                check.add(Problem.of(
                        ValuationError.NOT_FINITE, at + ".worth", worth, "Decide what such a coalition is worth."));
            if (known[mask])
                check.add(Problem.of(ValuationError.DUPLICATE, at, "these members", "Give each coalition once."));
            known[mask] = true;
            table[mask] = worth;
        }
        known[0] = true;
        var missing = new java.util.ArrayList<String>();
        for (int mask = 1; mask < known.length && missing.size() < NAMED; mask++)
            if (!known[mask]) missing.add(Coalition.ofMask(players.size(), mask).toString());
        if (!missing.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "worths",
                    "Coalitions of players, numbered from 0, such as " + String.join(", ", missing)
                            + " must have a worth too."));
        return table;
    }

    /** The table; a worth of nobody other than 0 stands in it. */
    @Override
    public Game toGame() {
        var table = read(players, worths, new Check());
        return Game.of(players, c -> table[(int) c.mask()]);
    }

    @Override
    public String toString() {
        return "WorthTable" + Arrays.asList(players.size(), worths.size());
    }
}
