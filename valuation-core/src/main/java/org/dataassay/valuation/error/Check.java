package org.dataassay.valuation.error;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects all broken fields of one object, so that they are reported together.
 *
 * <pre>{@code
 * var check = new Check();
 * check.share("royaltyRate", royaltyRate);
 * check.that(life > 0, "life", "above 0 years", life, "Give the remaining useful life in years.");
 * check.done();
 * }</pre>
 */
public final class Check {

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a problem unless {@code holds}: <em>field must be rule, but was value. remedy</em>. */
    public Check that(boolean holds, String field, String rule, Object value, String remedy) {
        if (!holds) problems.add(Problem.of(ValuationError.OUT_OF_RANGE, field, rule, value, remedy));
        return this;
    }

    /** A finite number in [low, high]; NaN is refused. */
    public Check range(String field, double value, double low, double high, String remedy) {
        if (value >= low && value <= high) return this;
        return that(false, field, "in [" + Plain.of(low) + ", " + Plain.of(high) + "]", Plain.of(value), remedy);
    }

    /** A share or ratio in [0, 1]; a value up to 100 is taken as a forgotten percent sign in the remedy. */
    public Check share(String field, double value) {
        if (value >= 0 && value <= 1) return this;
        var remedy = value > 1 && value <= 100
                ? "Did you mean " + Plain.of(value / 100) + " (" + Plain.of(value) + "%)?"
                : "Give a decimal: 5% is 0.05.";
        return that(false, field, "in [0, 1] as a decimal", Plain.of(value), remedy);
    }

    public Check add(Problem problem) {
        problems.add(problem);
        return this;
    }

    public Check addAll(List<Problem> more) {
        problems.addAll(more);
        return this;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Ends the check.
     *
     * @throws InvalidInputException with every problem found
     */
    public void done() {
        if (!problems.isEmpty()) throw new InvalidInputException(problems);
    }
}
