package org.dataassay.pricing.contribution;

import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.valuation.sheet.Progress;

/** Every coalition is asked once. */
public record Exact() implements Computation {

    /** Most players of a method that asks every coalition; a table that is there already may have {@link TableGame#MOST_PLAYERS}. */
    public static final int MOST_PLAYERS = 24;

    static Estimates of(Game game, Semivalue semivalue, EmptyCoalition nobody) {
        return values(table(game, nobody), semivalue, 1);
    }

    static TableGame table(Game game, EmptyCoalition nobody) {
        TableGame.requireSmall(game.size(), game instanceof TableGame ? TableGame.MOST_PLAYERS : MOST_PLAYERS);
        return TableGame.tabulate(game, nobody, 1, Progress.NONE);
    }

    /**
     * Any semivalue of a table, in O(2ⁿ) additions; any number of threads gives the same bits.
     *
     * @param threads that walk over the table; they pay from about 20 players on
     */
    public static Estimates values(TableGame table, Semivalue semivalue, int threads) {
        var values = TableFold.values(table.worths(), table.size(), semivalue, threads);
        long coalitions = 1L << table.size();
        return new Estimates(
                Optional.empty(),
                semivalue.toString(),
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Estimate(
                                table.players().get(i), values[i], 0, coalitions, Estimate.Precision.EXACT))
                        .toList(),
                table.grandWorth(),
                coalitions,
                Estimates.Status.EXACT,
                0);
    }
}
