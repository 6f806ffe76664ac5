package org.dataassay.valuation.sheet;

import java.util.List;

/**
 * What a simulation found. Aggregates only; no draw is kept.
 *
 * @param simulation how it was drawn; threads are always reported as 1, for they change nothing
 * @param randomInputs names of the inputs that were drawn
 * @param rejected draws in which a guard did not hold or a figure was not finite; they are left out of everything
 * @param correlationsRepaired whether the stated correlations contradicted each other and the nearest consistent ones were taken
 * @param spreads one per figure watched
 */
public record SimulationResult(
        Simulation simulation,
        List<String> randomInputs,
        int rejected,
        boolean correlationsRepaired,
        List<Spread> spreads) {

    /** Share of rejected draws from which on the result bears a warning. */
    public static final double REJECTED_WARNING = 0.01;

    /** Share of rejected draws from which on there is no result. */
    public static final double REJECTED_FAILURE = 0.10;

    /** Standard error of a mean or percentile, as a share of the distance between the outermost percentiles, above which it is imprecise. */
    public static final double IMPRECISE = 0.02;

    public SimulationResult {
        randomInputs = List.copyOf(randomInputs);
        spreads = List.copyOf(spreads);
    }

    public boolean isDoubtful() {
        return rejected > REJECTED_WARNING * simulation.draws();
    }

    /** Whether the rule that should end the draws early never held. */
    public boolean stoppedUnmet() {
        return simulation.stoppingRule().isPresent()
                && spreads.get(0).standardError
                        > simulation.stoppingRule().get().relativeError() * Math.abs(spreads.get(0).mean);
    }

    /** The same draws, of these figures only. */
    public SimulationResult only(List<String> figures) {
        return new SimulationResult(
                simulation,
                randomInputs,
                rejected,
                correlationsRepaired,
                figures.stream().map(this::of).toList());
    }

    public Spread of(String figure) {
        return spreads.stream()
                .filter(spread -> spread.figure.equals(figure))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The distribution of one figure.
     *
     * @param figure its name
     * @param count draws that count
     * @param mean average
     * @param standardDeviation with denominator n − 1
     * @param standardError of the mean
     * @param least smallest draw
     * @param greatest largest draw
     * @param percentiles in the order asked for
     * @param histogram {@value Histogram#BINS} equal cells from the least to the greatest draw
     */
    public record Spread(
            String figure,
            int count,
            double mean,
            double standardDeviation,
            double standardError,
            double least,
            double greatest,
            List<Percentile> percentiles,
            Histogram histogram) {

        public Spread {
            percentiles = List.copyOf(percentiles);
        }

        /** Whether the draws were too few for the figure: its standard errors are large against its range; see {@link #IMPRECISE}. */
        public boolean isImprecise() {
            if (percentiles.isEmpty()) return false;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double error = standardError;
            for (var percentile : percentiles) {
                low = Math.min(low, percentile.value);
                high = Math.max(high, percentile.value);
                error = Math.max(error, percentile.standardError);
            }
            return percentiles.size() > 1 && error > IMPRECISE * (high - low);
        }

        /** A reported percentile. */
        public double percentile(double probability) {
            return percentiles.stream()
                    .filter(p -> p.probability == probability)
                    .findFirst()
                    .orElseThrow()
                    .value;
        }
    }

    /**
     * One percentile.
     *
     * @param probability in (0, 1)
     * @param value by definition R-7
     * @param standardError of the value
     */
    public record Percentile(double probability, double value, double standardError) {}

    /**
     * Draws per cell.
     *
     * @param low lower end of the first cell
     * @param high upper end of the last cell
     * @param counts draws in each cell
     */
    public record Histogram(double low, double high, List<Integer> counts) {
        public static final int BINS = 60;

        public Histogram {
            counts = List.copyOf(counts);
        }
    }
}
