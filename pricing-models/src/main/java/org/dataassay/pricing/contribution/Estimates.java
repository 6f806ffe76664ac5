package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.NeumaierSum;

/**
 * Every player's value as a run of a sampler estimates it, or as it is.
 *
 * @param sampler that drew; absent where every coalition was asked
 * @param value what is estimated, such as {@code shapley}
 * @param players in their order
 * @param grandWorth what all players are worth together
 * @param evaluations of the game paid for
 * @param status why the run stands where it does
 * @param bias most that the sampler's own shortcut can add to the error of a value; 0 but for {@link Sampler#TRUNCATED}
 */
public record Estimates(
        Optional<Sampler> sampler,
        String value,
        List<Estimate> players,
        double grandWorth,
        long evaluations,
        Status status,
        double bias) {

    /** Why a run stands where it does. */
    public enum Status {
        /** It may go on. */
        UNDER_WAY,
        /** The stopping rule holds. */
        CONVERGED,
        /** The budget of evaluations is spent; where a stopping rule was given it does not hold yet. */
        BUDGET_SPENT,
        /** The listener ended it. */
        CANCELLED,
        /** Every coalition that matters was valued. */
        EXACT
    }

    public Estimates {
        players = List.copyOf(players);
    }

    /** Whether some value has too few observations. */
    public boolean isPreliminary() {
        return players.stream().anyMatch(e -> e.precision() == Estimate.Precision.TOO_FEW);
    }

    public Estimate of(String player) {
        return players.stream()
                .filter(e -> e.player().equals(player))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such player"));
    }

    /** Sum of the values. */
    public double sum() {
        return NeumaierSum.of(players.stream().mapToDouble(Estimate::value).toArray());
    }

    /**
     * Half the width of the interval that covers a player's value with a chance, by the normal distribution.
     *
     * @param player its number
     * @param confidence in (0, 1)
     */
    public double halfWidth(int player, double confidence) {
        new Check()
                .that(
                        confidence > 0 && confidence < 1,
                        "confidence",
                        "between 0 and 1",
                        confidence,
                        "Give a decimal: 95% is 0.95.")
                .done();
        return Elementary.normalQuantile(0.5 + 0.5 * confidence)
                        * players.get(player).standardError()
                + bias;
    }

    /**
     * The same with what the sum is off from the worth of all spread equally, so that money can be divided: the nearest values that sum to it. Of a value that is meant to
     * sum to it, errors become no larger by that.
     */
    public Estimates spread() {
        double gap = (grandWorth - sum()) / players.size();
        return new Estimates(
                sampler,
                value,
                players.stream()
                        .map(e -> new Estimate(
                                e.player(), e.value() + gap, e.standardError(), e.samples(), e.precision()))
                        .toList(),
                grandWorth,
                evaluations,
                status,
                bias);
    }

    Estimates with(Status newStatus) {
        return new Estimates(sampler, value, players, grandWorth, evaluations, newStatus, bias);
    }
}
