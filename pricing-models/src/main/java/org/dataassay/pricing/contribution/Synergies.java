package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * What each player is worth alone, and what certain groups add once all of them are there: v(S) = Σ of its members alone + Σ of the groups that it contains.
 *
 * @param alone worth of each player, at most {@value #MOST_PLAYERS}
 * @param synergies of groups of at least two; may be negative, as where data overlap
 */
public record Synergies(List<Alone> alone, List<Synergy> synergies) implements DescribedGame {

    public static final int MOST_PLAYERS = 64;

    /**
     * A player alone.
     *
     * @param player id
     * @param worth a finite number
     */
    public record Alone(String player, double worth) {}

    /**
     * What a group adds.
     *
     * @param members ids of at least two
     * @param worth a finite number
     */
    public record Synergy(List<String> members, double worth) {

        public Synergy {
            members = List.copyOf(members);
        }

        public static Synergy of(double worth, String... members) {
            return new Synergy(List.of(members), worth);
        }
    }

    public Synergies {
        alone = List.copyOf(alone);
        synergies = List.copyOf(synergies);
        var check = new Check();
        var ids = alone.stream().map(Alone::player).toList();
        Game.check(check, "alone", ids);
        check.that(
                alone.size() <= MOST_PLAYERS, "alone", "at most " + MOST_PLAYERS, alone.size(), "Group the players.");
        for (int i = 0; i < alone.size(); i++)
            requireFinite(check, "alone[" + i + "].worth", alone.get(i).worth());
        for (int k = 0; k < synergies.size(); k++) {
            var at = "synergies[" + k + "]";
            long mask = ids.size() > MOST_PLAYERS
                    ? 3
                    : Members.mask(check, at + ".members", ids, synergies.get(k).members());
            check.that(
                    Long.bitCount(mask) >= 2 || synergies.get(k).members().size() >= 2,
                    at + ".members",
                    "at least two",
                    synergies.get(k).members().size(),
                    "Put what one player is worth under alone.");
            requireFinite(check, at + ".worth", synergies.get(k).worth());
        }
        check.done();
    }

    private static void requireFinite(Check check, String field, double worth) {
        if (!(Math.abs(worth) <= Double.MAX_VALUE))
            check.add(Problem.of(ValuationError.NOT_FINITE, field, worth, "Give a number."));
    }

    @Override
    public List<String> players() {
        return alone.stream().map(Alone::player).toList();
    }

    @Override
    public Game toGame() {
        var ids = players();
        var groups = synergies.stream()
                .mapToLong(s -> Members.mask(new Check(), "synergies", ids, s.members()))
                .toArray();
        return Game.of(ids, c -> {
            long members = c.mask();
            double worth = 0;
            for (long rest = members; rest != 0; rest &= rest - 1)
                worth += alone.get(Long.numberOfTrailingZeros(rest)).worth();
            for (int k = 0; k < groups.length; k++)
                if ((members & groups[k]) == groups[k])
                    worth += synergies.get(k).worth();
            return worth;
        });
    }
}
