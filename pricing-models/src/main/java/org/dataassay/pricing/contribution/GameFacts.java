package org.dataassay.pricing.contribution;

/**
 * Facts of every method that divides what a game is worth.
 *
 * @param game players, and what each coalition of them is worth or costs
 */
public record GameFacts(DescribedGame game) {

    public static GameFacts of(DescribedGame game) {
        return new GameFacts(game);
    }
}
