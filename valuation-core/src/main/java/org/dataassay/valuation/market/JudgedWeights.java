package org.dataassay.valuation.market;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/** Weights as a person states them: one per comparable, each a share, together 1. */
final class JudgedWeights {

    private static final double SUM_TOLERANCE = 1e-9;

    private JudgedWeights() {}

    static void check(List<Input<Double>> weights, int comparables) {
        var check = new Check()
                .that(
                        weights.size() == comparables,
                        "judgedWeights",
                        "one per comparable",
                        weights.size(),
                        "State a weight and its reason for each.");
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            double weight = weights.get(i).value();
            check.share("judgedWeights[" + i + "]", weight);
            sum += weight;
        }
        check.that(
                        Math.abs(sum - 1) <= SUM_TOLERANCE,
                        "judgedWeights",
                        "weights that sum to 1",
                        sum,
                        "Weights are not rescaled silently.")
                .done();
    }
}
