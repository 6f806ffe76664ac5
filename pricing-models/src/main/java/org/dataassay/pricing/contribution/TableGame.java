package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.sheet.Progress;

/**
 * The worth of every coalition, in a table of 2ⁿ numbers: bit i of the index says whether player i is a member. The worth of the empty coalition is 0.
 *
 * <p>Immutable and thread-safe; the table is handed out to nobody.
 */
public final class TableGame implements Game {

    /** Most players of a table: 2²⁸ numbers are two gigabytes. */
    public static final int MOST_PLAYERS = 28;

    /** Coalitions valued between two words to the listener. */
    private static final int BLOCK = 1 << 12;

    private final List<String> players;
    private final double[] worths;

    private TableGame(List<String> players, double[] worths) {
        this.players = players;
        this.worths = worths;
    }

    /** A copy of a table whose first number is 0. */
    public static TableGame of(List<String> players, double... worths) {
        return of(players, EmptyCoalition.REFUSED, worths);
    }

    /**
     * A copy of a table.
     *
     * @param players their ids, at most {@value #MOST_PLAYERS}
     * @param nobody what happens where the first number is not 0
     * @param worths 2ⁿ finite numbers
     */
    public static TableGame of(List<String> players, EmptyCoalition nobody, double... worths) {
        requireSmall(players.size(), MOST_PLAYERS);
        if (worths.length != 1 << players.size())
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    "worths",
                    (1 << players.size()) + " numbers for " + players.size() + " players",
                    worths.length,
                    "Give one number for each coalition, the empty one first.");
        return of(players, nobody, mask -> worths[mask]);
    }

    /**
     * A table filled from a function of the mask, in ascending order, once each.
     *
     * @param players their ids, at most {@value #MOST_PLAYERS}
     * @param nobody what happens where the worth of mask 0 is not 0
     * @param worth of a mask
     */
    public static TableGame of(List<String> players, EmptyCoalition nobody, IntToDoubleFunction worth) {
        var ids = Game.checked(players);
        requireSmall(ids.size(), MOST_PLAYERS);
        var table = new double[1 << ids.size()];
        for (int mask = 0; mask < table.length; mask++) {
            double value = worth.applyAsDouble(mask);
            table[mask] = Math.abs(value) <= Double.MAX_VALUE
                    ? value
                    : Game.finite(value, Coalition.ofMask(ids.size(), mask));
        }
        return normalized(ids, nobody, table);
    }

    private static TableGame normalized(List<String> ids, EmptyCoalition nobody, double[] table) {
        double offset = nobody.offset(table[0]);
        if (offset != 0) for (int mask = 0; mask < table.length; mask++) table[mask] -= offset;
        return new TableGame(ids, table);
    }

    /**
     * The table of any game: each coalition is valued once, by several threads. A game that fails midway loses what it found, unless it is a {@link RememberingGame}.
     *
     * @param game of at most {@value #MOST_PLAYERS} players
     * @param nobody what happens where the empty coalition is worth something
     * @param threads that ask the game; the table is the same for any number
     * @param progress hears how many coalitions are valued, and may end it
     * @throws InvalidInputException where there are more players, or a worth is not finite
     * @throws ValuationFailedException where the listener ended it
     */
    public static TableGame tabulate(Game game, EmptyCoalition nobody, int threads, Progress progress) {
        int n = game.size();
        requireSmall(n, MOST_PLAYERS);
        if (game instanceof TableGame table) return table;
        var ids = Game.checked(game.players());
        var table = new double[1 << n];
        int blocks = (table.length + BLOCK - 1) / BLOCK;
        int done = Parallel.forEach(
                threads,
                blocks,
                block -> {
                    int end = Math.min(table.length, (block + 1) * BLOCK);
                    for (int mask = block * BLOCK; mask < end; mask++) {
                        var coalition = Coalition.ofMask(n, mask);
                        table[mask] = Game.finite(game.worth(coalition), coalition);
                    }
                },
                (finished, total) -> progress.at(Math.min(finished * BLOCK, table.length), table.length));
        if (done < blocks)
            throw ValuationFailedException.of(
                    ValuationError.NO_CONVERGENCE, "game", "it was cancelled", "Value it again.");
        return normalized(ids, nobody, table);
    }

    static void requireSmall(int players, int most) {
        if (players <= most) return;
        throw InvalidInputException.of(
                ValuationError.TOO_LARGE,
                "players",
                "the " + most + " that exact values are",
                players,
                "Use a sampler instead: by-size for few evaluations, permutation for cheap games; or group the players.");
    }

    @Override
    public List<String> players() {
        return players;
    }

    @Override
    public double worth(Coalition coalition) {
        return worths[(int) coalition.mask()];
    }

    /** The worth of the members whose bits are set. */
    public double worth(int mask) {
        return worths[mask];
    }

    /** The worth of all players together. */
    public double grandWorth() {
        return worths[worths.length - 1];
    }

    /** The table itself, for kernels that only read. */
    double[] worths() {
        return worths;
    }
}
