package org.dataassay.quality.column;

import org.dataassay.valuation.error.Check;

/**
 * When a rule is worth suggesting.
 *
 * @param minimumShare a rule is suggested when the lower bound of the share of rows that satisfy it is at least this, in [0.5, 1]
 * @param confidence that the true share is above that bound, in [0.5, 0.999999]
 * @param mostValues a list of allowed values is not suggested when it would have more
 * @param rareFactor a value is left out of a list when it occurs less often than this share of the mean count of the column's values, in [0, 1]
 * @param fence how many interquartile ranges beyond the quartiles a number may lie, above 0
 */
public record SuggestOptions(double minimumShare, double confidence, int mostValues, double rareFactor, double fence) {

    /** A house convention: a rule that a tenth of the rows break is no rule of this table. */
    public static final double MINIMUM_SHARE = 0.9;

    /** The lower end of a two-sided interval of 95 %. */
    public static final double CONFIDENCE = 0.975;

    /** A house convention: a longer list is a table of its own. */
    public static final int MOST_VALUES = 100;

    /** A house convention. */
    public static final double RARE_FACTOR = 0.2;

    /** The outer fences of Tukey's box plot: J. W. Tukey, Exploratory Data Analysis, 1977, section 2D. */
    public static final double OUTER_FENCE = 3;

    public SuggestOptions {
        new Check()
                .range("minimumShare", minimumShare, 0.5, 1, "Give a decimal: 90 % is 0.9.")
                .range("confidence", confidence, 0.5, 0.999999, "Give a decimal: 97.5 % is 0.975.")
                .that(
                        mostValues >= 1 && mostValues <= ColumnSummary.VALUES,
                        "mostValues",
                        "in [1, " + ColumnSummary.VALUES + "]",
                        mostValues,
                        "Give a number of values.")
                .range("rareFactor", rareFactor, 0, 1, "Give a decimal.")
                .that(
                        fence > 0 && fence <= 1000,
                        "fence",
                        "above 0 and at most 1000",
                        fence,
                        "Give a factor such as 3.")
                .done();
    }

    /** The constants of this type. */
    public static SuggestOptions standard() {
        return new SuggestOptions(MINIMUM_SHARE, CONFIDENCE, MOST_VALUES, RARE_FACTOR, OUTER_FENCE);
    }

    public SuggestOptions withMinimumShare(double other) {
        return new SuggestOptions(other, confidence, mostValues, rareFactor, fence);
    }
}
