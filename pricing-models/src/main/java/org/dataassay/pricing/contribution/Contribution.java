package org.dataassay.pricing.contribution;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one player contributes.
 *
 * @param player id
 * @param value in the unit of the game; of a cost game what the player pays
 * @param share of the sum of all values; absent where the sum is 0
 * @param standardError where the value is sampled
 * @param precision what the standard error says, where the value is sampled
 */
public record Contribution(
        String player,
        double value,
        OptionalDouble share,
        OptionalDouble standardError,
        Optional<Estimate.Precision> precision) {}
