package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;

/**
 * One facility that serves everyone up to a need: what a coalition costs is what its greatest need costs, as a runway long enough for the largest airplane, or a collection that is fine
 * enough for the most demanding user.
 *
 * @param needs of each player
 */
public record AirportCosts(List<Need> needs) implements DescribedGame {

    /**
     * What a facility for one player alone costs.
     *
     * @param player id
     * @param cost at least 0
     */
    public record Need(String player, double cost) {}

    public AirportCosts {
        needs = List.copyOf(needs);
        var check = new Check();
        Game.check(check, "needs", needs.stream().map(Need::player).toList());
        for (int i = 0; i < needs.size(); i++)
            Members.requireAmount(
                    check, "needs[" + i + "].cost", needs.get(i).cost(), "Give the cost of serving this player alone.");
        check.done();
    }

    public static AirportCosts of(double... costs) {
        return new AirportCosts(IntStream.range(0, costs.length)
                .mapToObj(i -> new Need("player" + (i + 1), costs[i]))
                .toList());
    }

    @Override
    public List<String> players() {
        return needs.stream().map(Need::player).toList();
    }

    @Override
    public Game toGame() {
        return Game.of(
                players(),
                c -> c.members().mapToDouble(i -> needs.get(i).cost()).max().orElse(0));
    }

    @Override
    public boolean isCost() {
        return true;
    }
}
