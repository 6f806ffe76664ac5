package org.dataassay.quality.rule;

import java.math.BigDecimal;
import java.util.Optional;
import org.dataassay.valuation.error.Check;

/** A lower and an upper bound, both included, of which one may be absent. */
final class Bounds {

    private Bounds() {}

    /**
     * Whether they are bounds.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when both are absent or they are the wrong way round
     */
    static void check(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) {
        boolean ordered =
                minimum.isEmpty() || maximum.isEmpty() || minimum.get().compareTo(maximum.get()) <= 0;
        new Check()
                .that(
                        minimum.isPresent() || maximum.isPresent(),
                        "minimum",
                        "given, or maximum",
                        "absent",
                        "Give at least one bound.")
                .that(
                        ordered,
                        "minimum",
                        "at most maximum",
                        text(minimum) + " above " + text(maximum),
                        "Exchange the bounds.")
                .done();
    }

    private static String text(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::toString).orElse("none");
    }

    /** The same number written in one way, so that 1.50 and 1.5 are the same bound. */
    static Optional<BigDecimal> plain(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::stripTrailingZeros).map(b -> b.scale() < 0 && b.scale() > -30 ? b.setScale(0) : b);
    }

    static boolean hold(BigDecimal value, Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) {
        return (minimum.isEmpty() || value.compareTo(minimum.get()) >= 0)
                && (maximum.isEmpty() || value.compareTo(maximum.get()) <= 0);
    }
}
