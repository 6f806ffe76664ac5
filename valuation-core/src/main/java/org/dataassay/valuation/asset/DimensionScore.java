package org.dataassay.valuation.asset;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;

/**
 * The score of one quality dimension.
 *
 * @param dimension its name, such as {@code completeness}
 * @param score in [0, 1], 1 is best; empty where nothing was measured
 * @param weight relative weight, at least 0; an input of the user, no standard fixes it
 * @param measures what was measured, with both counts
 */
public record DimensionScore(String dimension, OptionalDouble score, double weight, List<Measure> measures) {

    public DimensionScore {
        measures = List.copyOf(measures);
        var check = new Check();
        Texts.stated(check, "dimension", dimension);
        score.ifPresent(value -> check.share("score", value));
        check.that(
                weight >= 0 && weight <= Double.MAX_VALUE,
                "weight",
                "at least 0",
                Plain.of(weight),
                "Give a relative weight.");
        Texts.bounded(check, "measures", measures);
        check.that(
                score.isEmpty() || measures.isEmpty() || measures.stream().anyMatch(Measure::isApplicable),
                "score",
                "absent where no measure applies",
                score,
                "Leave it out: unmeasured is not perfect.");
        check.done();
    }

    /** The mean of the measures that apply, each counting alike; no score where none applies. */
    public static DimensionScore of(String dimension, double weight, List<Measure> measures) {
        double sum = 0;
        int count = 0;
        for (var measure : measures) {
            var score = measure.score();
            if (score.isPresent()) {
                sum += score.getAsDouble();
                count++;
            }
        }
        return new DimensionScore(
                dimension, count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count), weight, measures);
    }

    /** A dimension of which nothing is known. */
    public static DimensionScore unmeasured(String dimension, double weight) {
        return new DimensionScore(dimension, OptionalDouble.empty(), weight, List.of());
    }

    public boolean isMeasured() {
        return score.isPresent();
    }
}
