package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.Input;

/** Weights that must add up to one, to within {@link #TOLERANCE}; silent rescaling would hide an error. */
final class Weights {

    static final double TOLERANCE = 1e-9;

    private Weights() {}

    static void check(Check check, String field, List<Input<Double>> weights) {
        double sum = weights.stream().mapToDouble(Input::value).sum();
        check.that(
                Math.abs(sum - 1) <= TOLERANCE,
                field,
                "weighted to a sum of 1",
                Plain.of(sum),
                "Correct the weights; they are not rescaled.");
        check.that(
                weights.stream().allMatch(weight -> weight.distribution().isEmpty()),
                field,
                "weighted without distributions",
                "drawn",
                "Weights that are drawn apart cannot keep their sum.");
    }
}
