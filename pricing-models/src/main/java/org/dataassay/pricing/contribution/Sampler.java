package org.dataassay.pricing.contribution;

/**
 * Ways to estimate a value from some of the coalitions. None knows anything of the game but the worths it asks for; each states its own standard error.
 *
 * <p>For few evaluations of an expensive game take {@link #BY_SIZE}; for a cheap one, {@link #PERMUTATION} or {@link #ANTITHETIC}, whose estimates sum to what all are worth; for training
 * a model per coalition of many rows, {@link #TRUNCATED}; for the Banzhaf value, {@link #MAXIMUM_REUSE}.
 *
 * @see <a href="https://doi.org/10.1016/j.cor.2008.04.004">J. Castro, D. Gómez, J. Tejada, Polynomial calculation of the Shapley value based on sampling, Computers &amp; Operations Research 36
 *     (2009), section 3</a>
 */
public enum Sampler {
    /** Players enter in a random order; each adds what it changes. Any semivalue, by weights of the places. */
    PERMUTATION,
    /** The same, each order together with its reverse. */
    ANTITHETIC,
    /**
     * The same, but an order is left where the members already reach what all are worth, within a tolerance. Biased: in a game that never falls as players enter, by at
     * most the tolerance.
     */
    TRUNCATED,
    /** Each player's marginal contributions to coalitions of each size, most often where they vary most (Neyman). Any semivalue. */
    STRATIFIED,
    /** Each player enters with the same chance q, drawn anew; then q's complement (Owen's multilinear extension). Shapley and Banzhaf. */
    MULTILINEAR,
    /** A weighted regression of worths on members, in complementary pairs (KernelSHAP). Shapley. */
    KERNEL,
    /** Worth of a coalition less that of all others, by size; one pair tells something of every player. Shapley. */
    COMPLEMENTARY,
    /** Mean worth with a player less mean worth without it, by size; one worth tells something of every player (SVARM). Shapley. */
    SVARM,
    /** A regression of worths on members within each size, the smallest and largest sizes in full. Shapley. */
    BY_SIZE,
    /** Mean worth with a player less mean worth without it, over coalitions that everyone joins with chance one half. Banzhaf. */
    MAXIMUM_REUSE;

    /** Whether it estimates a value. */
    public boolean canEstimate(Semivalue semivalue) {
        return switch (this) {
            case PERMUTATION, ANTITHETIC, TRUNCATED, STRATIFIED -> true;
            case MULTILINEAR -> semivalue.isShapley() || semivalue.isBanzhaf();
            case KERNEL, COMPLEMENTARY, SVARM, BY_SIZE -> semivalue.isShapley();
            case MAXIMUM_REUSE -> semivalue.isBanzhaf();
        };
    }
}
