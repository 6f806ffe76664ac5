package org.dataassay.valuation.numeric;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Which of several roots is the answer. All of them are told whatever the rule. */
public enum RootRule {
    /** None of several: whoever asks must look at them and say which is meant. */
    ONLY_IF_UNIQUE,
    /** The one of least absolute value, as NumPy did until 2019. */
    CLOSEST_TO_ZERO,
    /** The lowest one that is not negative; where there is none, the highest negative one, as numpy-financial does since 1.1. */
    LOWEST_POSITIVE_ELSE_NEGATIVE,
    /** The one that Newton's iteration reaches from a guess, as spreadsheets do; where it reaches none, the one nearest to the guess. */
    FROM_GUESS;

    private static final int MOST_STEPS = 100;
    private static final double CLOSE = 1e-10;

    /**
     * The root that the rule picks from rates r at which Σ a · (1 + r)^(−t) is zero.
     *
     * @param rates all of them
     * @param guess where the iteration starts, above −1; of no effect under the other rules
     * @return empty where there is none, or the rule leaves the choice open
     */
    public OptionalDouble choose(List<Double> rates, double[] amounts, double[] times, double guess) {
        if (rates.size() < 2) return first(rates);
        return switch (this) {
            case ONLY_IF_UNIQUE -> OptionalDouble.empty();
            case CLOSEST_TO_ZERO ->
                rates.stream()
                        .min(Comparator.comparingDouble(Math::abs))
                        .map(OptionalDouble::of)
                        .orElseThrow();
            case LOWEST_POSITIVE_ELSE_NEGATIVE -> {
                var notNegative = rates.stream().filter(r -> r >= 0).toList();
                yield notNegative.isEmpty() ? OptionalDouble.of(rates.get(rates.size() - 1)) : first(notNegative);
            }
            case FROM_GUESS -> OptionalDouble.of(fromGuess(rates, amounts, times, guess));
        };
    }

    private static OptionalDouble first(List<Double> rates) {
        return rates.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(rates.get(0));
    }

    private static double fromGuess(List<Double> rates, double[] amounts, double[] times, double guess) {
        double r = guess;
        for (int i = 0; i < MOST_STEPS && r > -1 && r < Double.POSITIVE_INFINITY; i++) {
            double value = 0;
            double slope = 0;
            double y = Elementary.log1p(r);
            for (int k = 0; k < amounts.length; k++) {
                double discounted = amounts[k] * Elementary.exp(-y * times[k]);
                value += discounted;
                slope -= times[k] * discounted / (1 + r);
            }
            double step = value / slope;
            if (!Double.isFinite(step)) break;
            r -= step;
            if (Math.abs(step) <= CLOSE * Math.max(1, Math.abs(r)) && r > -1) return nearest(rates, r);
        }
        return nearest(rates, guess);
    }

    private static double nearest(List<Double> rates, double r) {
        double y = Elementary.log1p(r);
        return rates.stream()
                .min(Comparator.comparingDouble(rate -> Math.abs(Elementary.log1p(rate) - y)))
                .orElseThrow();
    }
}
