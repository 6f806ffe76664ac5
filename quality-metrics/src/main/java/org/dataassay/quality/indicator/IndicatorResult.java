package org.dataassay.quality.indicator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.RowSet;

/**
 * One indicator of the standard.
 *
 * @param indicator which
 * @param status whether there is a ratio, and if not, why
 * @param count A: elements that meet the requirement, or the defects where {@link Indicator#lowerIsBetter()}
 * @param evaluated B
 * @param ratio X; empty unless measured
 * @param parts what was added up, in the order of the rules
 * @param violations the numbers of all rows that violate a part which counts rows
 * @param reason why there is no ratio; empty where there is one
 */
public record IndicatorResult(
        Indicator indicator,
        Status status,
        long count,
        long evaluated,
        OptionalDouble ratio,
        List<Part> parts,
        RowSet violations,
        Optional<String> reason) {

    /** Whether an indicator has a ratio. */
    public enum Status {
        /** There is a ratio. */
        MEASURED,
        /** Nothing was there to evaluate: B = 0, neither 0 nor 1. */
        NOT_APPLICABLE,
        /** This input cannot show it. */
        NOT_MEASURABLE
    }

    /** What A and B count. */
    public enum Element {
        CELL,
        ROW,
        MONTH,
        DAY,
        /** Keys of another table. */
        KEY,
        /** The table as a whole: 1 of 1 or 0 of 1. */
        TABLE,
        /** As the one who counted elsewhere says. */
        STATED
    }

    /**
     * One measure of the indicator.
     *
     * @param name id of the rule, name of the built-in measure, or who stated it
     * @param element what A and B count
     * @param count A
     * @param evaluated B
     * @param weight among the parts, where their ratios are averaged
     */
    public record Part(String name, Element element, long count, long evaluated, double weight) {

        /** A / B; empty for B = 0. */
        public OptionalDouble ratio() {
            return evaluated == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / evaluated);
        }
    }

    public IndicatorResult {
        parts = List.copyOf(parts);
    }

    /** X, or 1 − X where lower is better: in [0, 1], 1 is best; empty unless measured. */
    public OptionalDouble score() {
        if (ratio.isEmpty() || !indicator.lowerIsBetter()) return ratio;
        return OptionalDouble.of(1 - ratio.getAsDouble());
    }

    public boolean isMeasured() {
        return status == Status.MEASURED;
    }
}
