package org.dataassay.pricing.contribution;

import java.util.List;

/**
 * All that a run needs to go on elsewhere: what was drawn, and what came of it. Written and read as JSON; numbers are kept to the bit.
 *
 * @param formatVersion of this record, 1
 * @param sampler that drew
 * @param value what is estimated, such as {@code shapley}
 * @param players of the game
 * @param grandWorth of the game, by which another game is recognized
 * @param offset worth of the empty coalition, taken off every worth
 * @param truncation of the sampler
 * @param borders how many of the smallest and largest sizes are valued in full
 * @param seed of the draws
 * @param pieces done
 * @param evaluations paid for
 * @param numbers the sampler's sums
 */
public record Checkpoint(
        int formatVersion,
        Sampler sampler,
        String value,
        List<String> players,
        double grandWorth,
        double offset,
        double truncation,
        int borders,
        long seed,
        long pieces,
        long evaluations,
        List<Double> numbers) {

    static final int FORMAT = 1;

    public Checkpoint {
        players = List.copyOf(players);
        numbers = List.copyOf(numbers);
    }
}
