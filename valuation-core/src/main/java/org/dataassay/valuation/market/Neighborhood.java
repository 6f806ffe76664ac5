package org.dataassay.valuation.market;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.NeumaierSum;

/** Which comparables are nearest, how many of them count, and how well they would have told each comparable's own price. */
final class Neighborhood {

    /** Most neighbors that a search tries. */
    static final int MOST_TRIED = 30;

    /** A comparable and its distance. */
    record Neighbor(int comparable, double distance) {}

    private final ListingFacts facts;
    private final NearestComparables.Options options;
    final GowerDistance distance;
    private final double[] logPrices;
    private final int count;

    Neighborhood(ListingFacts facts, NearestComparables.Options options) {
        this.facts = facts;
        this.options = options;
        distance = new GowerDistance(facts, options.titles());
        logPrices = facts.comparables().stream()
                .mapToDouble(c -> Elementary.log(c.price().toDouble()))
                .toArray();
        int n = logPrices.length;
        options.neighbors()
                .ifPresent(k -> new Check()
                        .that(
                                k <= n / 2,
                                "neighbors",
                                "at most " + n / 2 + ", half the comparables",
                                k,
                                "With more the answer nears the average of all; take fewer, or find more comparables.")
                        .done());
        count = options.neighbors().orElseGet(this::chosen);
    }

    private List<Neighbor> sorted(IntFunction<OptionalDouble> to, int except, int most) {
        return IntStream.range(0, logPrices.length)
                .filter(i -> except < 0 || !isOfOne(i, except))
                .mapToObj(i -> new Neighbor(i, to.apply(i).orElse(Double.POSITIVE_INFINITY)))
                .filter(neighbor -> neighbor.distance < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(Neighbor::distance))
                .limit(most)
                .toList();
    }

    /** Whether two comparables are one, or of one seller. */
    private boolean isOfOne(int one, int other) {
        var seller = facts.comparables().get(one).seller();
        return one == other
                || seller.isPresent()
                        && seller.equals(facts.comparables().get(other).seller());
    }

    /** The comparables nearest to the subject, nearest first; of equal distances the one given first. */
    List<Neighbor> neighbors() {
        var nearest = sorted(distance::toSubject, -1, count);
        if (nearest.size() < count)
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "comparables",
                    "only " + nearest.size() + " share a characteristic with the subject, where " + count
                            + " are needed",
                    "Describe the subject and the comparables by the same characteristics.");
        return nearest;
    }

    int count() {
        return count;
    }

    /** The number of neighbors with the least mean absolute error of the logarithm of each comparable's price, told by the others. */
    private int chosen() {
        int most = Math.min(logPrices.length / 2, MOST_TRIED);
        var errors = new NeumaierSum[most];
        Arrays.setAll(errors, k -> new NeumaierSum());
        for (int i = 0; i < logPrices.length; i++) {
            int own = i;
            var nearest = sorted(other -> distance.between(own, other), i, most);
            for (int k = 1; k <= most; k++)
                errors[k - 1].add(Math.abs(told(nearest.subList(0, Math.min(k, nearest.size()))) - logPrices[i]));
        }
        int best = 0;
        for (int k = 1; k < most; k++) if (errors[k].value() < errors[best].value()) best = k;
        return best + 1;
    }

    /** The logarithm of the price that neighbors tell; the mean of all where there are none. */
    private double told(List<Neighbor> neighbors) {
        if (neighbors.isEmpty()) return NeumaierSum.of(logPrices) / logPrices.length;
        double sum = 0;
        double total = 0;
        for (var neighbor : neighbors) {
            double weight = options.closeness(neighbor.distance);
            double log = logPrices[neighbor.comparable];
            sum += weight * (options.mean() == NearestComparables.Mean.GEOMETRIC ? log : Elementary.exp(log));
            total += weight;
        }
        return options.mean() == NearestComparables.Mean.GEOMETRIC ? sum / total : Elementary.log(sum / total);
    }

    /** For each comparable the logarithm of its price over what its neighbors told, by the number of neighbors taken. */
    double[] errors() {
        var errors = new double[logPrices.length];
        for (int i = 0; i < errors.length; i++) {
            int own = i;
            errors[i] = logPrices[i] - told(sorted(other -> distance.between(own, other), i, count));
        }
        return errors;
    }

    DescribedComparable comparable(Neighbor neighbor) {
        return facts.comparables().get(neighbor.comparable);
    }
}
