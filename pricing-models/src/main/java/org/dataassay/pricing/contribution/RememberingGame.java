package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * A game that asks another for each coalition once and keeps the answer, within a budget of evaluations. What was found before the other game failed is kept, so that the
 * next attempt goes on from there.
 *
 * <p>Safe for several threads; two that ask for the same coalition at the same time cause one evaluation.
 */
public final class RememberingGame implements Game {

    /** Most worths that are kept: about 1.5 gigabytes. */
    public static final int MOST_KEPT = 10_000_000;

    private final Game game;
    private final int budget;
    private final ConcurrentHashMap<Coalition, Double> known = new ConcurrentHashMap<>();
    private final java.util.concurrent.atomic.AtomicInteger asked = new java.util.concurrent.atomic.AtomicInteger();

    private RememberingGame(Game game, int budget) {
        this.game = game;
        this.budget = budget;
    }

    /**
     * Remembers what a game answers.
     *
     * @param game to ask
     * @param budget most evaluations of that game, up to {@value #MOST_KEPT}
     */
    public static RememberingGame of(Game game, int budget) {
        if (budget < 1 || budget > MOST_KEPT)
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    "budget",
                    "1 to " + MOST_KEPT + " evaluations",
                    budget,
                    "Say how often the game may be asked.");
        return new RememberingGame(game, budget);
    }

    @Override
    public List<String> players() {
        return game.players();
    }

    /**
     * The worth, asked for once.
     *
     * @throws ValuationFailedException where it is not known and the budget is spent
     */
    @Override
    public double worth(Coalition coalition) {
        var worth = known.get(coalition);
        return worth != null ? worth : known.computeIfAbsent(coalition, this::ask);
    }

    private double ask(Coalition coalition) {
        if (asked.getAndIncrement() >= budget) {
            asked.decrementAndGet();
            throw ValuationFailedException.of(
                    ValuationError.NO_CONVERGENCE,
                    "game",
                    "its budget of " + budget + " evaluations is spent",
                    "Raise the budget, or use a sampler that needs fewer.");
        }
        boolean answered = false;
        try {
            double worth = Game.finite(game.worth(coalition), coalition);
            answered = true;
            return worth;
        } finally {
            if (!answered) asked.decrementAndGet();
        }
    }

    /** How many coalitions are known, that is, how many evaluations were paid for. */
    public int evaluations() {
        return known.size();
    }
}
