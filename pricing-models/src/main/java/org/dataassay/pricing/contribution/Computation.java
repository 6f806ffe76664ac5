package org.dataassay.pricing.contribution;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.sheet.Progress;

/** How a value comes about: from every coalition, or from some. */
public sealed interface Computation permits Exact, Sampling {

    /** Estimates of a value; without an error where every coalition is asked. */
    default Estimates of(Game game, Semivalue semivalue, EmptyCoalition nobody, ValuationContext context) {
        if (this instanceof Sampling sampling)
            return SamplingRun.start(game, semivalue, sampling, nobody, context.seed())
                    .run(1, Progress.NONE);
        return Exact.of(game, semivalue, nobody);
    }
}
