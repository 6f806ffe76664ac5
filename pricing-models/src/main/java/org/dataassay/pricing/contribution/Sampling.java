package org.dataassay.pricing.contribution;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;

/**
 * A value is sampled.
 *
 * @param sampler what is drawn
 * @param evaluations budget: most evaluations of the game
 * @param until stop earlier where it holds
 * @param truncation of {@link Sampler#TRUNCATED}: an order is left within this share of what all are worth, in [0, 1); {@value #STANDARD_TRUNCATION} where nothing is said
 */
public record Sampling(Sampler sampler, long evaluations, Optional<StoppingRule> until, OptionalDouble truncation)
        implements Computation {

    public static final Sampler STANDARD_SAMPLER = Sampler.BY_SIZE;
    public static final long STANDARD_EVALUATIONS = 20_000;
    public static final double STANDARD_TRUNCATION = 0.01;

    /** The values that hold where nothing else is said. */
    public static final Sampling STANDARD =
            new Sampling(STANDARD_SAMPLER, STANDARD_EVALUATIONS, Optional.empty(), OptionalDouble.empty());

    private static final long MOST_EVALUATIONS = 1_000_000_000_000L;

    public Sampling {
        new Check()
                .that(
                        evaluations >= 1 && evaluations <= MOST_EVALUATIONS,
                        "evaluations",
                        "1 to " + MOST_EVALUATIONS,
                        evaluations,
                        "Say how often the game may be asked.")
                .that(
                        tolerance(truncation) >= 0 && tolerance(truncation) < 1,
                        "truncation",
                        "in [0, 1)",
                        tolerance(truncation),
                        "Give a share of what all are worth, such as 0.01.")
                .done();
    }

    public static Sampling of(Sampler sampler, long evaluations) {
        return new Sampling(sampler, evaluations, Optional.empty(), OptionalDouble.empty());
    }

    public Sampling until(StoppingRule rule) {
        return new Sampling(sampler, evaluations, Optional.of(rule), truncation);
    }

    public Sampling withEvaluations(long most) {
        return new Sampling(sampler, most, until, truncation);
    }

    public Sampling withTruncation(double share) {
        return new Sampling(sampler, evaluations, until, OptionalDouble.of(share));
    }

    private static double tolerance(OptionalDouble truncation) {
        return truncation.orElse(STANDARD_TRUNCATION);
    }

    double tolerance() {
        return tolerance(truncation);
    }
}
