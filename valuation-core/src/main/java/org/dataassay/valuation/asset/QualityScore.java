package org.dataassay.valuation.asset;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * The quality of data as one number, and how wide that number could be. Unmeasured is not perfect: a dimension without evidence is left out of the score and widens
 * the range.
 *
 * <p><b>Formula</b>  score = Σ w·s / Σ w over the measured dimensions; low and high take all dimensions, the unmeasured ones at 0 and at 1
 * <p><b>Units and ranges</b>  in [0, 1], 1 is best; low ≤ score ≤ high
 *
 * @param score over what was measured
 * @param low if all that was not measured were worst
 * @param high if all that was not measured were perfect
 * @param dimensions in the order given, the unmeasured ones too
 */
public record QualityScore(double score, double low, double high, List<DimensionScore> dimensions) {

    public QualityScore {
        dimensions = List.copyOf(dimensions);
        var check = new Check().share("score", score).share("low", low).share("high", high);
        check.that(low <= score && score <= high, "score", "between low and high", score, "Compute all three alike.");
        var names = new HashSet<String>();
        for (int i = 0; i < dimensions.size(); i++) {
            var name = dimensions.get(i).dimension();
            if (!names.add(name)) {
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "dimensions[" + i + "]", name, "Give each dimension once."));
            }
        }
        check.done();
    }

    /**
     * Computes score and range.
     *
     * @throws NotApplicableException where no dimension with a weight was measured
     */
    public static QualityScore of(List<DimensionScore> dimensions) {
        double total = 0;
        double measured = 0;
        double sum = 0;
        for (var dimension : dimensions) {
            total += dimension.weight();
            if (dimension.score().isPresent()) {
                measured += dimension.weight();
                sum += dimension.weight() * dimension.score().getAsDouble();
            }
        }
        if (!(measured > 0)) {
            throw NotApplicableException.of(
                    ValuationError.MISSING,
                    "qualityScore",
                    "No dimension that has a weight was measured. Measure at least one, or value without a score.");
        }
        double score = Math.min(1, sum / measured);
        double low = Math.min(score, sum / total);
        double high = Math.min(1, Math.max(score, (sum + (total - measured)) / total));
        return new QualityScore(score, low, high, dimensions);
    }

    /** Dimensions without a score. */
    public List<String> unmeasured() {
        return dimensions.stream()
                .filter(dimension -> !dimension.isMeasured())
                .map(DimensionScore::dimension)
                .toList();
    }
}
