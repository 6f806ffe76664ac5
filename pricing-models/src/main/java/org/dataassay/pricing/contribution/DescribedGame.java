package org.dataassay.pricing.contribution;

import java.util.List;

/** A game that can be written down in a request. */
public sealed interface DescribedGame
        permits WorthTable, VotingBody, AirportCosts, BankruptcyEstate, SpanningTree, Synergies {

    /** Ids of the players. */
    List<String> players();

    /** The game itself. */
    Game toGame();

    /** Whether a coalition's number is what it costs, so that players want little of it. */
    default boolean isCost() {
        return false;
    }
}
