package org.dataassay.quality.score;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;

/**
 * How much each dimension counts. No standard gives weights: they are somebody's judgement for a purpose, so they come with a reason.
 *
 * @param weights relative weights above 0; a dimension that is not named does not count
 * @param reason why these
 */
public record QualityWeights(Map<Dimension, Double> weights, String reason) {

    public QualityWeights {
        var check = new Check();
        weights.forEach((dimension, weight) -> {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                check.add(Problem.of(
                        QualityError.WEIGHT_INVALID,
                        "weights." + dimension.id(),
                        "above 0",
                        Plain.of(weight),
                        "Leave out a dimension that does not count."));
            }
        });
        check.that(
                        !weights.isEmpty(),
                        "weights",
                        "given for at least one dimension",
                        "empty",
                        "Weigh what matters for the purpose.")
                .that(!reason.isBlank(), "reason", "stated", "blank", "Say who weighs so, and for what purpose.")
                .done();
        var ordered = new EnumMap<Dimension, Double>(Dimension.class);
        ordered.putAll(weights);
        weights = Collections.unmodifiableMap(ordered);
    }

    /** The same weight for each of these dimensions. */
    public static QualityWeights equal(Set<Dimension> dimensions, String reason) {
        var weights = new EnumMap<Dimension, Double>(Dimension.class);
        for (var dimension : new TreeSet<>(dimensions)) weights.put(dimension, 1.0);
        return new QualityWeights(weights, reason);
    }
}
