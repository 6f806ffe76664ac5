package org.dataassay.valuation.weighting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link GreyRelational}: sequences, and the sequence with which they are compared.
 *
 * @param matrix each alternative is a sequence; its points are the criteria, or the years of a series
 * @param reference one value per criterion, in order; empty for the ideal, the best of the alternatives at each criterion
 * @param weights one per criterion, by its name, summing to one; empty for equal weights
 */
public record GreyFacts(DecisionMatrix matrix, List<Input<Double>> reference, Map<String, Input<Double>> weights) {

    public GreyFacts {
        reference = List.copyOf(reference);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        var check = new Check();
        int n = matrix.criteria().size();
        if (!reference.isEmpty() && reference.size() != n)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "reference",
                    "it has " + reference.size() + " values but there are " + n + " criteria",
                    "Give one per criterion, in order; leave it out to compare with the ideal."));
        for (int k = 0; k < reference.size(); k++)
            check.that(
                    Double.isFinite(reference.get(k).value()),
                    "reference[" + k + "]",
                    "a finite number",
                    reference.get(k).value(),
                    "Give what the sequences are compared with.");
        if (!weights.isEmpty()) WeightedMatrix.check(check, matrix, weights);
        check.done();
    }

    /** Compared with the ideal, with equal weights. */
    public static GreyFacts of(DecisionMatrix matrix) {
        return new GreyFacts(matrix, List.of(), Map.of());
    }

    /** Compared with the ideal. */
    public static GreyFacts of(WeightedMatrix weighted) {
        return new GreyFacts(weighted.matrix(), List.of(), weighted.weights());
    }

    public GreyFacts withReference(List<Input<Double>> sequence) {
        return new GreyFacts(matrix, sequence, weights);
    }
}
