package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Facts of {@link OwenContribution}.
 *
 * @param game players, and what each coalition of them is worth or costs
 * @param unions that bargain as one; a player named in none is a union of its own
 */
public record UnionFacts(DescribedGame game, List<Union> unions) {

    /**
     * Players who bargain as one.
     *
     * @param name of the union
     * @param members ids
     */
    public record Union(String name, List<String> members) {

        public Union {
            members = List.copyOf(members);
        }

        public static Union of(String name, String... members) {
            return new Union(name, List.of(members));
        }
    }

    public UnionFacts {
        unions = List.copyOf(unions);
        var check = new Check();
        var players = game.players();
        if (players.size() <= Exact.MOST_PLAYERS) {
            long taken = 0;
            for (int k = 0; k < unions.size(); k++) {
                var at = "unions[" + k + "]";
                check.that(
                                !unions.get(k).name().isBlank()
                                        && unions.get(k).name().length() <= Game.LONGEST_ID,
                                at + ".name",
                                "1 to " + Game.LONGEST_ID + " letters",
                                unions.get(k).name().length() + " letters",
                                "Name the union.")
                        .that(!unions.get(k).members().isEmpty(), at + ".members", "at least one", 0, "Name them.");
                long mask = Members.mask(
                        check, at + ".members", players, unions.get(k).members());
                if ((taken & mask) != 0)
                    check.add(Problem.of(
                            ValuationError.DUPLICATE,
                            at + ".members",
                            "player " + Long.numberOfTrailingZeros(taken & mask),
                            "Put each player into one union."));
                taken |= mask;
            }
        }
        check.done();
    }

    /** Masks of the unions, single players last. */
    int[] masks() {
        var players = game.players();
        var masks = new java.util.ArrayList<Integer>();
        int taken = 0;
        for (var union : unions) {
            int mask = (int) Members.mask(new Check(), "members", players, union.members());
            masks.add(mask);
            taken |= mask;
        }
        for (int i = 0; i < players.size(); i++) if ((taken >> i & 1) == 0) masks.add(1 << i);
        return masks.stream().mapToInt(Integer::intValue).toArray();
    }
}
