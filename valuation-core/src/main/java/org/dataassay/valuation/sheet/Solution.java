package org.dataassay.valuation.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;

/**
 * Every number of an input, within a bracket, that gives a figure its target; none is an answer too.
 *
 * <p><b>Algorithm</b>  the bracket is scanned at {@value #INTERVALS} equal intervals; each change of sign between neighbors is narrowed by Brent's method to the
 * last bits. The sheet's tape runs again with one input changed, and only the steps that depend on it; guards and finiteness are checked at every point.
 * <p><b>Edge cases</b>  a pair of answers within one interval, or one that touches the target without crossing it, is seen only on a point of the scan · where the
 * figure jumps over the target there is no answer, and the place is told · where guards fail or figures are not finite nothing is sought, and the stretch is told
 *
 * @param figure that shall have the target
 * @param target its number
 * @param input that was moved
 * @param element of its axis; empty for a cell and for a whole row
 * @param isFactor whether the answers are factors on a whole row, 1 being as given; else they are numbers of the input
 * @param base the input as it is; 1 for a factor
 * @param low where the search began
 * @param high where it ended
 * @param answers in ascending order
 * @param plateaus where the figure has the target all along, as a capped value has
 * @param jumps where the figure passes the target without taking it
 * @param skipped where guards fail or figures are not finite
 * @param reached lowest and highest number of the figure that the scan saw; empty where all was skipped
 */
public record Solution(
        String figure,
        double target,
        String input,
        Optional<String> element,
        boolean isFactor,
        double base,
        double low,
        double high,
        List<Answer> answers,
        List<Stretch> plateaus,
        List<Double> jumps,
        List<Skipped> skipped,
        Optional<Stretch> reached) {

    /** Intervals of the scan. */
    public static final int INTERVALS = 512;

    /** Share of an unbounded distribution's range that is left out at either end. */
    public static final double TAIL = 0.001;

    public Solution {
        answers = List.copyOf(answers);
        plateaus = List.copyOf(plateaus);
        jumps = List.copyOf(jumps);
        skipped = List.copyOf(skipped);
    }

    /**
     * One answer.
     *
     * @param value of the input, or factor on the row
     * @param residual the figure there less the target: what rounding leaves
     */
    public record Answer(double value, double residual) {}

    /**
     * From one number to another.
     *
     * @param low lower end
     * @param high upper end
     */
    public record Stretch(double low, double high) {}

    /**
     * Where the calculation does not hold.
     *
     * @param low lower end
     * @param high upper end
     * @param why the guard that fails, or the figure that is not finite
     */
    public record Skipped(double low, double high, String why) {}

    /** Whether no number in the bracket gives the target. */
    public boolean isNone() {
        return answers.isEmpty() && plateaus.isEmpty();
    }

    /** The answer nearest to the input as it is; the smaller of two equally near. */
    public Optional<Answer> nearest() {
        return answers.stream().min(Comparator.comparingDouble(answer -> Math.abs(answer.value - base)));
    }

    /**
     * The one answer.
     *
     * @throws InvalidInputException where there is none or there are several
     */
    public Answer only() {
        if (answers.size() == 1 && plateaus.isEmpty()) return answers.get(0);
        throw InvalidInputException.of(
                ValuationError.INVALID,
                input,
                summarize(),
                isNone()
                        ? "Widen the bracket, or ask for another target."
                        : "Read all of them, or narrow the bracket.");
    }

    /** For people; the form may change. */
    public String summarize() {
        var bracket = "[" + Plain.of(low) + ", " + Plain.of(high) + "]";
        var what = (isFactor ? "factor on " : "")
                + input
                + element.map(name -> "[" + name + "]").orElse("");
        if (isNone())
            return "no " + what + " in " + bracket + " makes " + figure + " " + Plain.of(target)
                    + reached.map(s -> "; it runs from " + Plain.of(s.low) + " to " + Plain.of(s.high))
                            .orElse("; the calculation holds nowhere there");
        var found = new StringBuilder();
        for (var answer : answers) found.append(found.isEmpty() ? "" : ", ").append(Plain.of(answer.value));
        for (var plateau : plateaus)
            found.append(found.isEmpty() ? "" : ", ")
                    .append("all of [")
                    .append(Plain.of(plateau.low))
                    .append(", ")
                    .append(Plain.of(plateau.high))
                    .append("]");
        return figure + " is " + Plain.of(target) + " where " + what + " is " + found + ", in " + bracket;
    }
}
