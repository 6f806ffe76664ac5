package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.numeric.Elementary;

/**
 * When a sampler has drawn enough. Rules are looked at only at fixed places of a run, each a quarter further than the last, so that the same run ends at the same place on
 * any number of threads; they compose by {@link AllOf} and {@link AnyOf}. A run's budget of evaluations holds whatever the rule says.
 *
 * <p>A rule that looks at the estimates it stops makes them look a little more certain than they are; a stated budget does not.
 */
public sealed interface StoppingRule {

    /**
     * Whether to stop.
     *
     * @param checks estimates at every place looked at so far, the newest last; none is {@link Estimates#isPreliminary()}
     */
    boolean holds(List<Estimates> checks);

    private static Estimates last(List<Estimates> checks) {
        return checks.get(checks.size() - 1);
    }

    /**
     * Every player's standard error is small enough.
     *
     * @param atMost in the unit of the game; above 0
     */
    record StandardError(double atMost) implements StoppingRule {

        public StandardError {
            requirePositive("atMost", atMost);
        }

        @Override
        public boolean holds(List<Estimates> checks) {
            return last(checks).players().stream().allMatch(e -> e.standardError() <= atMost);
        }
    }

    /**
     * All players' values are within a distance of the truth, together with a chance: by the normal distribution, the chance of error divided among the players.
     *
     * @param atMost distance, in the unit of the game; above 0
     * @param confidence in (0, 1)
     */
    record AbsoluteError(double atMost, double confidence) implements StoppingRule {

        public AbsoluteError {
            requirePositive("atMost", atMost);
            new Check()
                    .that(
                            confidence > 0 && confidence < 1,
                            "confidence",
                            "between 0 and 1",
                            confidence,
                            "Give a decimal: 95% is 0.95.")
                    .done();
        }

        @Override
        public boolean holds(List<Estimates> checks) {
            var last = last(checks);
            double tail = (1 - confidence) / (2 * last.players().size());
            double z = -Elementary.normalQuantile(tail);
            return last.players().stream().allMatch(e -> z * e.standardError() + last.bias() <= atMost);
        }
    }

    /**
     * The order of the players no longer changes: Spearman's rank correlation with the check before is high enough, several times in a row.
     *
     * @param correlation at least this, in (0, 1]
     * @param times in a row, 1 to 20
     */
    record RankStability(double correlation, int times) implements StoppingRule {

        private static final int MOST_TIMES = 20;

        public RankStability {
            new Check()
                    .that(
                            correlation > 0 && correlation <= 1,
                            "correlation",
                            "above 0 and at most 1",
                            correlation,
                            "Take 0.99 for a settled order.")
                    .range("times", times, 1, MOST_TIMES, "Take 3 checks in a row.")
                    .done();
        }

        @Override
        public boolean holds(List<Estimates> checks) {
            if (checks.size() <= times) return false;
            return IntStream.rangeClosed(1, times)
                    .allMatch(back -> Ranks.correlation(
                                    values(checks.get(checks.size() - back)),
                                    values(checks.get(checks.size() - back - 1)))
                            >= correlation);
        }

        private static double[] values(Estimates estimates) {
            return estimates.players().stream().mapToDouble(Estimate::value).toArray();
        }
    }

    /** Every one of these holds. */
    record AllOf(List<StoppingRule> rules) implements StoppingRule {

        public AllOf {
            rules = some(rules);
        }

        @Override
        public boolean holds(List<Estimates> checks) {
            return rules.stream().allMatch(rule -> rule.holds(checks));
        }
    }

    /** One of these holds. */
    record AnyOf(List<StoppingRule> rules) implements StoppingRule {

        public AnyOf {
            rules = some(rules);
        }

        @Override
        public boolean holds(List<Estimates> checks) {
            return rules.stream().anyMatch(rule -> rule.holds(checks));
        }
    }

    default StoppingRule and(StoppingRule other) {
        return new AllOf(List.of(this, other));
    }

    default StoppingRule or(StoppingRule other) {
        return new AnyOf(List.of(this, other));
    }

    private static List<StoppingRule> some(List<StoppingRule> rules) {
        new Check()
                .that(
                        !rules.isEmpty() && rules.size() <= 20,
                        "rules",
                        "1 to 20",
                        rules.size(),
                        "Name the rules that decide.")
                .done();
        return List.copyOf(rules);
    }

    private static void requirePositive(String field, double value) {
        new Check()
                .that(
                        value > 0 && value <= Double.MAX_VALUE,
                        field,
                        "above 0",
                        value,
                        "Give it in the unit of the game.")
                .done();
    }
}
