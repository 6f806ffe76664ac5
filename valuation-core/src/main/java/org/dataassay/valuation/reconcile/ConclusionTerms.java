package org.dataassay.valuation.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * The valuer's judgement, without which there are indications and no conclusion.
 *
 * @param weights of the indications, summing to 1, each with its reason
 * @param responsiblePerson who answers for the conclusion
 * @param differencesExplained why the indications differ; needed where they lie far apart
 * @param crossChecks what the conclusion is held against
 * @param roundedTo the conclusion is rounded to a multiple of this amount; 0 for the currency's minor unit
 */
public record ConclusionTerms(
        List<Weight> weights,
        String responsiblePerson,
        String differencesExplained,
        Optional<CrossChecks> crossChecks,
        double roundedTo) {

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

    /** The weight of an indication; 0 where none is named. */
    public Input<Double> weight(String section) {
        return weights.stream()
                .filter(weight -> weight.section().equals(section))
                .map(Weight::weight)
                .findFirst()
                .orElse(Input.of(0.0));
    }

    /** The weighted value as the conclusion states it. */
    public Money rounded(double value, ValuationContext context) {
        return Money.ofRounded(
                roundedTo > 0 ? Math.rint(value / roundedTo) * roundedTo : value,
                context.currency(),
                context.roundingMode());
    }
}
