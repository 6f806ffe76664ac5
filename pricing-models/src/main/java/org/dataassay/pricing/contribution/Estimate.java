package org.dataassay.pricing.contribution;

/**
 * One player's value as estimated.
 *
 * @param player id
 * @param value estimated
 * @param standardError of the value; what the sampler's bias adds to it stands in {@link Estimates#bias()}
 * @param samples observations behind it
 * @param precision what the standard error says
 */
public record Estimate(String player, double value, double standardError, long samples, Precision precision) {

    /** What a standard error says. */
    public enum Precision {
        /** Estimated from the observations. */
        SAMPLED,
        /** Every coalition that matters was valued. */
        EXACT,
        /** Too few observations to tell; the value is provisional, its error unknown and written as 0. */
        TOO_FEW
    }
}
