package org.dataassay.valuation.sheet;

import org.dataassay.valuation.error.Check;

/**
 * Rank correlation of two random inputs.
 *
 * @param first name of an input with a distribution
 * @param second name of another
 * @param spearman Spearman's rank correlation, in (−1, 1)
 */
public record Correlation(String first, String second, double spearman) {
    public Correlation {
        new Check()
                .that(
                        spearman > -1 && spearman < 1,
                        "spearman",
                        "above -1 and below 1",
                        spearman,
                        "For inputs that move as one, share one assumption.")
                .that(!first.equals(second), "second", "another input than the first", second, "Name two inputs.")
                .done();
    }
}
