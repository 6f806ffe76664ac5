package org.dataassay.quality.column;

import org.dataassay.quality.rule.RuleSet;
import org.dataassay.valuation.error.Check;

/**
 * How a table is profiled.
 *
 * @param rules what must hold, and which words stand for no value
 * @param frequentValues how many of the most frequent values and masks of each column the profile shows; 0 keeps values out of it
 */
public record ProfileOptions(RuleSet rules, int frequentValues) {

    /** How many frequent values are shown when the caller says nothing. */
    public static final int FREQUENT_VALUES = 10;

    /** Most values of a column that a profile shows. */
    public static final int MAXIMUM_FREQUENT_VALUES = FrequentItems.KEPT;

    public ProfileOptions {
        new Check()
                .that(
                        frequentValues >= 0 && frequentValues <= MAXIMUM_FREQUENT_VALUES,
                        "frequentValues",
                        "in [0, " + MAXIMUM_FREQUENT_VALUES + "]",
                        frequentValues,
                        "Give a number of values per column.")
                .done();
    }

    /** These rules and {@link #FREQUENT_VALUES}. */
    public static ProfileOptions of(RuleSet rules) {
        return new ProfileOptions(rules, FREQUENT_VALUES);
    }

    /** No rules. */
    public static ProfileOptions standard() {
        return of(RuleSet.none());
    }
}
