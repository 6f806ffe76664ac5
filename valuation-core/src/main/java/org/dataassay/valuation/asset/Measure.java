package org.dataassay.valuation.asset;

import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;

/**
 * One measured quality ratio with its two counts.
 *
 * <p><b>Formula</b>  X = A / B, A satisfying, B evaluated; the score is X where more is better and 1 − X = (B − A) / B where less is. B = 0 is not applicable:
 * neither 0 nor 1.
 *
 * @param indicator what was measured, such as {@code completeness.element}
 * @param satisfied A, at least 0 and at most B
 * @param evaluated B, at least 0
 * @param direction whether a large ratio is good
 * @see <a href="https://openstd.samr.gov.cn">GB/T 36344-2018, Information technology: evaluation indicators for data quality, on X = A/B</a>
 */
public record Measure(String indicator, long satisfied, long evaluated, Direction direction) {

    /** Whether a large ratio is good. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    public Measure {
        var check = new Check();
        Texts.stated(check, "indicator", indicator);
        check.that(evaluated >= 0, "evaluated", "at least 0", evaluated, "Count what was evaluated.")
                .that(
                        satisfied >= 0 && satisfied <= evaluated,
                        "satisfied",
                        "from 0 to the " + evaluated + " evaluated",
                        satisfied,
                        "Count what satisfies the rule among what was evaluated.")
                .done();
    }

    /** A ratio of which more is better. */
    public static Measure of(String indicator, long satisfied, long evaluated) {
        return new Measure(indicator, satisfied, evaluated, Direction.HIGHER_IS_BETTER);
    }

    public static Measure of(String indicator, long satisfied, long evaluated, Direction direction) {
        return new Measure(indicator, satisfied, evaluated, direction);
    }

    public boolean isApplicable() {
        return evaluated > 0;
    }

    /** A / B; empty where nothing was evaluated. */
    public OptionalDouble ratio() {
        return isApplicable() ? OptionalDouble.of((double) satisfied / evaluated) : OptionalDouble.empty();
    }

    /** In [0, 1], 1 is best; empty where nothing was evaluated. */
    public OptionalDouble score() {
        if (direction == Direction.HIGHER_IS_BETTER) return ratio();
        return isApplicable()
                ? OptionalDouble.of((double) (evaluated - satisfied) / evaluated)
                : OptionalDouble.empty();
    }
}
