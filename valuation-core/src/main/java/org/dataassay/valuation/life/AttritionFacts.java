package org.dataassay.valuation.life;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.time.Timing;

/**
 * Facts of {@link Attrition}.
 *
 * @param decay the curve
 * @param years how far it is projected; as many as a stated curve has
 */
public record AttritionFacts(Decay decay, int years) {

    public AttritionFacts {
        new Check()
                .that(
                        years >= 1 && years <= Timing.MAXIMUM_PERIODS,
                        "years",
                        "1 to " + Timing.MAXIMUM_PERIODS,
                        years,
                        "Project until nearly nothing is left.")
                .that(
                        !(decay instanceof Decay.Stated stated)
                                || stated.survival().size() == years,
                        "years",
                        "as many as the stated curve has, "
                                + (decay instanceof Decay.Stated stated
                                        ? stated.survival().size()
                                        : years),
                        years,
                        "A stated curve cannot be projected beyond its end.")
                .done();
    }
}
