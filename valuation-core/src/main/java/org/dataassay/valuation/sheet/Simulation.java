package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.numeric.Welford;

/**
 * How to draw. The same simulation of the same sheet gives the same bits on any number of threads.
 *
 * @param draws 1 024 to {@value #MOST_DRAWS}; a multiple of {@value #REPLICATES} unless sampling is plain
 * @param seed of the generator
 * @param sampling how the points are spread
 * @param correlations rank correlations; unnamed pairs are independent
 * @param repairCorrelations whether contradictory correlations are repaired instead of refused
 * @param percentiles to report, each in (0, 1), by definition R-7
 * @param stoppingRule ends the draws early where the result is precise enough; plain sampling only
 * @param threads 1 to 256; changes the time and nothing else
 */
public record Simulation(
        int draws,
        long seed,
        Sampling sampling,
        List<Correlation> correlations,
        boolean repairCorrelations,
        List<Double> percentiles,
        Optional<StoppingRule> stoppingRule,
        int threads) {

    public static final int MOST_DRAWS = 50_000_000;

    /** Independent repetitions of a Latin hypercube or Sobol design, for its standard error. */
    public static final int REPLICATES = 16;

    public static final int DEFAULT_DRAWS = 100_000;

    public static final List<Double> DEFAULT_PERCENTILES = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);

    /**
     * Enough is drawn when the standard error of the first figure's mean is small against the mean: s/√n ≤ e · |mean|. Looked at after every {@value
     * #DRAWS_BETWEEN_LOOKS} draws, whatever the threads, so that the same rule stops at the same draw.
     *
     * @param relativeError e in (0, 1)
     */
    public record StoppingRule(double relativeError) {

        public static final int DRAWS_BETWEEN_LOOKS = 1 << 16;

        public StoppingRule {
            new Check()
                    .that(
                            relativeError > 0 && relativeError < 1,
                            "relativeError",
                            "above 0 and below 1",
                            relativeError,
                            "0.001 is a tenth of a percent.")
                    .done();
        }

        boolean holds(Welford drawn) {
            return drawn.count() > 1 && drawn.standardError() <= relativeError * Math.abs(drawn.mean());
        }
    }

    public Simulation {
        correlations = List.copyOf(correlations);
        percentiles = List.copyOf(percentiles);
        var check = new Check()
                .that(
                        draws >= 1024 && draws <= MOST_DRAWS,
                        "draws",
                        "1024 to " + MOST_DRAWS,
                        draws,
                        "100000 give a percentile to about half a percent of its spread.")
                .that(
                        sampling == Sampling.PLAIN || draws % REPLICATES == 0,
                        "draws",
                        "a multiple of " + REPLICATES + " for " + sampling,
                        draws,
                        "Round it up.")
                .that(
                        sampling == Sampling.PLAIN || stoppingRule.isEmpty(),
                        "stoppingRule",
                        "absent for " + sampling,
                        "stated",
                        "A design is drawn whole; leave the rule out, or sample plain.")
                .that(threads >= 1 && threads <= 256, "threads", "1 to 256", threads, "Give the number of cores.");
        for (double p : percentiles)
            check.that(p > 0 && p < 1, "percentiles", "above 0 and below 1", p, "The median is 0.5.");
        check.done();
    }

    /** Plain sampling with the default draws and percentiles on one thread. */
    public static Simulation of(long seed) {
        return new Simulation(
                DEFAULT_DRAWS, seed, Sampling.PLAIN, List.of(), false, DEFAULT_PERCENTILES, Optional.empty(), 1);
    }

    public Simulation withDraws(int count) {
        return new Simulation(
                count, seed, sampling, correlations, repairCorrelations, percentiles, stoppingRule, threads);
    }

    public Simulation withSampling(Sampling how) {
        return new Simulation(draws, seed, how, correlations, repairCorrelations, percentiles, stoppingRule, threads);
    }

    public Simulation withCorrelations(List<Correlation> pairs) {
        return new Simulation(draws, seed, sampling, pairs, repairCorrelations, percentiles, stoppingRule, threads);
    }

    public Simulation withRepairedCorrelations() {
        return new Simulation(draws, seed, sampling, correlations, true, percentiles, stoppingRule, threads);
    }

    public Simulation withPercentiles(List<Double> probabilities) {
        return new Simulation(
                draws, seed, sampling, correlations, repairCorrelations, probabilities, stoppingRule, threads);
    }

    public Simulation until(StoppingRule rule) {
        return new Simulation(
                draws, seed, sampling, correlations, repairCorrelations, percentiles, Optional.of(rule), threads);
    }

    public Simulation onThreads(int count) {
        return new Simulation(
                draws, seed, sampling, correlations, repairCorrelations, percentiles, stoppingRule, count);
    }
}
