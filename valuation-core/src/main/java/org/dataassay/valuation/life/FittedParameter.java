package org.dataassay.valuation.life;

import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/**
 * One parameter of a fitted curve.
 *
 * @param name as in the {@link Decay} it belongs to
 * @param estimate best value
 * @param standardError of the estimate, from the curvature of the likelihood or of the sum of squares
 */
public record FittedParameter(String name, double estimate, double standardError) {

    /** As an input above 0: lognormal with the estimate as median, so that its logarithm has the standard error relative to the estimate. */
    Input<Double> positive(Source source) {
        return Input.of(estimate, source).distributed(new Distribution.LogNormal(estimate, standardError / estimate));
    }

    /** As an input of any sign. */
    Input<Double> anywhere(Source source) {
        return Input.of(estimate, source).distributed(new Distribution.Normal(estimate, standardError));
    }

    /** As an input in [0, 1]. */
    Input<Double> share(Source source) {
        return Input.of(estimate, source).distributed(new Distribution.TruncatedNormal(estimate, standardError, 0, 1));
    }
}
