package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;

/**
 * Facts of {@link Combination}: weights of the same names by several methods.
 *
 * @param sets 2 to {@value #MOST_SETS}, no name twice, all of the same names
 */
public record CombinationFacts(List<WeightSet> sets) {

    public static final int MOST_SETS = 10;

    /**
     * Weights by one method.
     *
     * @param name of the method or the panel, such as {@code AHP} or {@code entropy}
     * @param names of what is weighted
     * @param weights one per name, summing to 1; where they are shocked, they are scaled back to that sum in every draw
     * @param share μ of the set in a linear combination, its source with the reason; all together 1
     */
    public record WeightSet(String name, List<String> names, InputRow<Double> weights, Optional<Input<Double>> share) {

        public WeightSet {
            names = List.copyOf(names);
            var check = new Check();
            Names.check(check, "name", name, "the method");
            Names.checkAll(check, "names", names, "what is weighted");
            check.that(
                    names.size() >= 2 && names.size() <= MOST_NAMES,
                    "names",
                    "2 to " + MOST_NAMES,
                    names.size(),
                    "Name what is weighted.");
            share.ifPresent(mu -> check.share("share", mu.value()));
            check.done();
            new Weights(names, weights.values());
        }

        /** Without a share of its own. */
        public static WeightSet of(String name, Weights weights, Source source) {
            return new WeightSet(name, weights.names(), InputRow.of(weights.values(), source), Optional.empty());
        }

        /** Weights that a method found. */
        public static WeightSet of(String name, FoundWeights found) {
            return of(name, found.weights(), FoundWeights.source(found.provenance()));
        }

        /** Weights that a method found. */
        public static WeightSet of(String name, AhpWeights found) {
            return of(name, found.weights(), FoundWeights.source(found.provenance()));
        }

        /** With its share in a linear combination; the reason stands in the source. */
        public WeightSet withShare(Input<Double> mu) {
            return new WeightSet(name, names, weights, Optional.of(mu));
        }

        Weights asWeights() {
            return new Weights(names, weights.values());
        }
    }

    /** Most names that are weighted. */
    public static final int MOST_NAMES = 200;

    public CombinationFacts {
        var given = List.copyOf(sets);
        var check = new Check()
                .that(
                        given.size() >= 2 && given.size() <= MOST_SETS,
                        "sets",
                        "2 to " + MOST_SETS,
                        given.size(),
                        "Combine at least two.");
        Names.checkAll(check, "sets", given.stream().map(WeightSet::name).toList(), "each set");
        for (int k = 1; k < given.size(); k++) {
            if (!new HashSet<>(given.get(k).names())
                    .equals(new HashSet<>(given.get(0).names())))
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "sets[" + k + "].names",
                        given.get(k).name() + " weights "
                                + String.join(", ", given.get(k).names()) + " but "
                                + given.get(0).name() + " weights "
                                + String.join(", ", given.get(0).names()),
                        "Combine weights of the same names."));
        }
        checkShares(check, given);
        check.done();
        var ordered = new ArrayList<WeightSet>();
        for (var set : given) ordered.add(inOrder(set, given.get(0).names()));
        sets = List.copyOf(ordered);
    }

    private static void checkShares(Check check, List<WeightSet> sets) {
        long stated = sets.stream().filter(set -> set.share().isPresent()).count();
        if (stated == 0) return;
        check.that(stated == sets.size(), "sets", "all with a share, or none", stated + " with", "State every share.");
        double sum = 0;
        for (var set : sets) sum += set.share().map(Input::value).orElse(0.0);
        check.that(
                Math.abs(sum - 1) <= Weights.TOLERANCE,
                "sets",
                "with shares that sum to 1",
                sum,
                "Correct the shares; they are not rescaled.");
    }

    private static WeightSet inOrder(WeightSet set, List<String> order) {
        if (set.names().equals(order)) return set;
        var weights = set.weights();
        return new WeightSet(
                set.name(),
                order,
                new InputRow<>(
                        set.asWeights().inOrder(order).values(),
                        weights.source(),
                        weights.shock(),
                        weights.independent(),
                        weights.assumption()),
                set.share());
    }

    public static CombinationFacts of(WeightSet... sets) {
        return new CombinationFacts(List.of(sets));
    }

    List<String> names() {
        return sets.get(0).names();
    }
}
