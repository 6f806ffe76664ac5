package org.dataassay.valuation.sheet;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;

/**
 * What is to be solved: which number of one input gives a figure a target.
 *
 * <pre>{@code
 * worksheet.solve(Goal.of("royaltyRate", 2_000_000));                    // within the range of the input's distribution
 * worksheet.solve(Goal.of("discountRate", price).between(0.01, 0.60));   // the rate that a price implies
 * worksheet.solve(Goal.of("revenue", cost).between(0.2, 2));             // a row: the factor on the whole forecast
 * worksheet.solve(Goal.of("revenue", cost).at("2027").between(0, 9e6));  // one element of it
 * }</pre>
 *
 * @param input name of an input, or of a figure that stands for a shared assumption
 * @param element of the input's axis; empty for a cell, and for a row that moves as a whole by a factor
 * @param figure cell that shall have the target; empty for the result of the sheet
 * @param target in the unit of the figure
 * @param bracket between which numbers to look; empty for the range of the input's distribution
 */
public record Goal(
        String input, Optional<String> element, Optional<String> figure, double target, Optional<Bracket> bracket) {

    public Goal {
        new Check()
                .that(Double.isFinite(target), "target", "a finite number", target, "Say what the figure shall be.")
                .done();
    }

    /**
     * Where to look.
     *
     * @param low lower end
     * @param high upper end, above low
     */
    public record Bracket(double low, double high) {
        public Bracket {
            new Check()
                    .that(
                            low < high && high - low < Double.POSITIVE_INFINITY,
                            "bracket",
                            "two finite numbers in ascending order",
                            "[" + Plain.of(low) + ", " + Plain.of(high) + "]",
                            "Give the lower end first.")
                    .done();
        }
    }

    /** The number of an input at which the sheet's result is the target, within the range of the input's distribution. */
    public static Goal of(String input, double target) {
        return new Goal(input, Optional.empty(), Optional.empty(), target, Optional.empty());
    }

    /** One element of a row. */
    public Goal at(String name) {
        return new Goal(input, Optional.of(name), figure, target, bracket);
    }

    /** Another figure than the result. */
    public Goal of(String cell) {
        return new Goal(input, element, Optional.of(cell), target, bracket);
    }

    /** Looks between these numbers, whatever the distribution says. */
    public Goal between(double low, double high) {
        return new Goal(input, element, figure, target, Optional.of(new Bracket(low, high)));
    }
}
