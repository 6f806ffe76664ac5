package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * What each player contributes to what all are worth together.
 *
 * @param method id
 * @param players in their order
 * @param sum of the values
 * @param grandWorth what all players are worth together
 * @param evaluations of the game paid for
 * @param status why a sampler ended; absent where every coalition was asked
 * @param core whether some players would do better without the others; absent where there are too many to look at
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record Contributions(
        MethodId method,
        List<Contribution> players,
        double sum,
        double grandWorth,
        long evaluations,
        Optional<Estimates.Status> status,
        Optional<CoreCheck> core,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    public Contributions {
        players = List.copyOf(players);
        notes = List.copyOf(notes);
    }

    public Contribution of(String player) {
        return players.stream()
                .filter(c -> c.player().equals(player))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such player"));
    }
}
