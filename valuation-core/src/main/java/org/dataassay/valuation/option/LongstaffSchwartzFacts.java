package org.dataassay.valuation.option;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link LongstaffSchwartz}.
 *
 * @param option on what and on which terms; value, volatility and years above 0, nothing with a distribution: the method draws paths itself
 * @param exerciseDates days of decision at equal distances, the last at the end, 1 to {@value #MOST_DATES}; 50 a year come near any day
 * @param payoffOn what exercise is reckoned on
 */
public record LongstaffSchwartzFacts(OptionFacts option, int exerciseDates, PayoffOn payoffOn) {

    public static final int MOST_DATES = 1_000;

    /** What exercise is reckoned on. */
    public enum PayoffOn {
        /** The value of the day. */
        VALUE,
        /** The mean of the values on the days of decision up to now. */
        AVERAGE
    }

    public LongstaffSchwartzFacts {
        var check = new Check();
        option.underlying().checkAboveZero(check, "option.underlying");
        option.contract().checkAboveZero(check, "option.contract");
        check.that(
                exerciseDates >= 1 && exerciseDates <= MOST_DATES,
                "exerciseDates",
                "1 to " + MOST_DATES,
                exerciseDates,
                "Count the days of decision; 50 a year come near any day.");
        var inputs = List.<Input<?>>of(
                option.underlying().value(),
                option.underlying().volatility(),
                option.underlying().yield(),
                option.contract().strike(),
                option.contract().years(),
                option.riskFreeRate());
        check.that(
                        inputs.stream().allMatch(input -> input.distribution().isEmpty()),
                        "option",
                        "without distributions",
                        "uncertain",
                        "This method draws paths itself and cannot run inside a simulation. Use option.binomial, or leave the distributions out.")
                .done();
    }
}
