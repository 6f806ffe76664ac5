package org.dataassay.valuation.appraisal;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * The valuer's judgement, without which there are indications and no conclusion.
 *
 * @param weights of the indications, summing to 1, each with its reason
 * @param responsiblePerson who answers for the conclusion
 * @param differencesExplained why the indications differ; needed where they lie far apart
 * @param roundedTo the conclusion is rounded to a multiple of this amount; 0 for the currency's minor unit
 */
public record ConclusionTerms(
        List<Weight> weights, String responsiblePerson, String differencesExplained, double roundedTo) {

    private static final double SUM_TOLERANCE = 1e-9;

    /**
     * What one indication counts for.
     *
     * @param section of the method
     * @param weight in [0, 1]
     * @param reason for it
     */
    public record Weight(String section, Input<Double> weight, String reason) {
        public Weight {
            new Check()
                    .share("weight", weight.value())
                    .that(!reason.isBlank(), "reason", "given", "''", "Say why the indication counts for this much.")
                    .done();
        }
    }

    public ConclusionTerms {
        weights = List.copyOf(weights);
        var check = new Check()
                .that(
                        !responsiblePerson.isBlank(),
                        "responsiblePerson",
                        "named",
                        "''",
                        "A conclusion is an opinion; name whose.")
                .that(
                        roundedTo >= 0 && roundedTo <= 1e12,
                        "roundedTo",
                        "at least 0",
                        roundedTo,
                        "10000 rounds to ten thousands.");
        double sum = 0;
        var sections = new HashSet<String>();
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.get(i).weight.value();
            if (!sections.add(weights.get(i).section))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "weights[" + i + "].section",
                        weights.get(i).section,
                        "Weight each indication once."));
        }
        check.that(
                        Math.abs(sum - 1) <= SUM_TOLERANCE,
                        "weights",
                        "weights that sum to 1",
                        sum,
                        "Weights are not rescaled silently.")
                .done();
    }
}
