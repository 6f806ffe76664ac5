package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.numeric.NeumaierSum;

/**
 * An estate that does not suffice for all claims. A coalition is worth what is left when the others are paid in full: max(0, E − Σ claims of the others).
 *
 * @param estate to divide, at least 0
 * @param claims of each player; together at least the estate
 */
public record BankruptcyEstate(double estate, List<Claim> claims) implements DescribedGame {

    /**
     * What a player is owed.
     *
     * @param player id
     * @param amount at least 0
     */
    public record Claim(String player, double amount) {}

    public BankruptcyEstate {
        claims = List.copyOf(claims);
        var check = new Check();
        Game.check(check, "claims", claims.stream().map(Claim::player).toList());
        for (int i = 0; i < claims.size(); i++)
            Members.requireAmount(
                    check, "claims[" + i + "].amount", claims.get(i).amount(), "Give what this player is owed.");
        Members.requireAmount(check, "estate", estate, "Give what there is to divide.");
        check.done();
        double all = NeumaierSum.of(claims.stream().mapToDouble(Claim::amount).toArray());
        check.that(
                        estate <= all,
                        "estate",
                        "at most all claims together, " + org.dataassay.valuation.error.Plain.of(all),
                        estate,
                        "Where it suffices for all there is nothing to decide: pay the claims.")
                .done();
    }

    public static BankruptcyEstate of(double estate, double... claims) {
        return new BankruptcyEstate(
                estate,
                IntStream.range(0, claims.length)
                        .mapToObj(i -> new Claim("player" + (i + 1), claims[i]))
                        .toList());
    }

    @Override
    public List<String> players() {
        return claims.stream().map(Claim::player).toList();
    }

    @Override
    public Game toGame() {
        return Game.of(players(), c -> {
            double others = 0;
            for (int i = 0; i < claims.size(); i++)
                if (!c.contains(i)) others += claims.get(i).amount();
            return Math.max(0, estate - others);
        });
    }
}
