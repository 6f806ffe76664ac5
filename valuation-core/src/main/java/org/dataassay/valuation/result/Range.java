package org.dataassay.valuation.result;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.money.Money;

/**
 * Between which amounts a value lies, and what that means.
 *
 * @param nature how low and high were obtained
 * @param low lower amount; absent where there is no range
 * @param high upper amount; absent where there is no range
 * @param lowPercentile probability of a value below {@code low}, for simulated percentiles
 * @param highPercentile probability of a value below {@code high}, for simulated percentiles
 */
public record Range(
        Nature nature,
        Optional<Money> low,
        Optional<Money> high,
        OptionalDouble lowPercentile,
        OptionalDouble highPercentile) {

    /** How a range was obtained. */
    public enum Nature {
        /** Percentiles of the value when uncertain inputs are drawn at random. */
        SIMULATED_PERCENTILE,
        /** The lowest and highest of several observations or indications. */
        SPREAD,
        /** Where a statistical model expects one price. */
        PREDICTION_INTERVAL,
        /** A person's opinion. */
        JUDGEMENT,
        /** No range was found. */
        NONE
    }

    private static final Range NO_RANGE =
            new Range(Nature.NONE, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public Range {
        boolean none = nature == Nature.NONE;
        var check = new Check()
                .that(
                        low.isPresent() != none && high.isPresent() != none,
                        "range",
                        none ? "without amounts" : "two amounts",
                        low.map(Money::toString).orElse("none") + " to "
                                + high.map(Money::toString).orElse("none"),
                        "Give both amounts, or none.");
        if (low.isPresent() && high.isPresent()) {
            check.that(
                    low.get().compareTo(high.get()) <= 0,
                    "low",
                    "at most high, " + high.get(),
                    low.get(),
                    "Exchange the two.");
        }
        check.that(
                lowPercentile.isPresent() == highPercentile.isPresent()
                        && (lowPercentile.isEmpty() || nature == Nature.SIMULATED_PERCENTILE),
                "percentiles",
                "two, and only of a simulated range",
                nature,
                "Leave them out.");
        if (lowPercentile.isPresent() && highPercentile.isPresent()) {
            double from = lowPercentile.getAsDouble();
            double to = highPercentile.getAsDouble();
            check.that(
                    from >= 0 && from <= to && to <= 1,
                    "percentiles",
                    "in order, in [0, 1]",
                    Plain.of(from) + " and " + Plain.of(to),
                    "Give decimals: the 5th percentile is 0.05.");
        }
        check.done();
    }

    public static Range none() {
        return NO_RANGE;
    }

    public static Range of(Nature nature, Money low, Money high) {
        return new Range(nature, Optional.of(low), Optional.of(high), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The amounts that a simulated value stays below with the given probabilities. */
    public static Range simulated(Money low, double lowPercentile, Money high, double highPercentile) {
        return new Range(
                Nature.SIMULATED_PERCENTILE,
                Optional.of(low),
                Optional.of(high),
                OptionalDouble.of(lowPercentile),
                OptionalDouble.of(highPercentile));
    }

    public boolean isPresent() {
        return nature != Nature.NONE;
    }
}
