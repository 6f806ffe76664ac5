package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * A division that coalitions have the least reason to leave, with what proves it.
 *
 * @param method id
 * @param players in their order
 * @param sum of the values
 * @param grandWorth what all players are worth together
 * @param leastExcess ε of the least core: most that a coalition could gain by itself, as small as it can be made; of a cost game, save
 * @param coreIsEmpty whether every division leaves some coalition better off by itself
 * @param levels the settled levels, the worst first; each is proved by weights of coalitions that sum to a combination of settled ones
 * @param core a look at every coalition under the division
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record CoreSolution(
        MethodId method,
        List<Contribution> players,
        double sum,
        double grandWorth,
        double leastExcess,
        boolean coreIsEmpty,
        List<Level> levels,
        CoreCheck core,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /**
     * What no coalition of this level can better.
     *
     * @param excess gain of each of its coalitions by itself
     * @param coalitions that hold the level
     */
    public record Level(double excess, List<Balanced> coalitions) {

        public Level {
            coalitions = List.copyOf(coalitions);
        }
    }

    /**
     * A coalition that holds a level.
     *
     * @param members ids
     * @param weight in the solution of the dual program
     */
    public record Balanced(List<String> members, double weight) {

        public Balanced {
            members = List.copyOf(members);
        }
    }

    public CoreSolution {
        players = List.copyOf(players);
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
    }

    public Contribution of(String player) {
        return players.stream()
                .filter(c -> c.player().equals(player))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such player"));
    }
}
