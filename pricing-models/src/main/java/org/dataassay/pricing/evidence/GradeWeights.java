package org.dataassay.pricing.evidence;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.market.MarketEvidence.Grade;

/**
 * What a piece of evidence counts by its grade, before age. Declared by the user: no source fixes such weights.
 *
 * @param deal of a closed transaction
 * @param quote of an offer to a named buyer, at most that of a deal
 * @param list of a list price, at most that of a quote, above 0
 */
public record GradeWeights(double deal, double quote, double list) {

    private static final double MOST = 1e6;

    public GradeWeights {
        new Check()
                .that(
                        deal >= quote && quote >= list && list > 0 && deal <= MOST,
                        "weights",
                        "deal ≥ quote ≥ list > 0, at most 1000000",
                        Plain.of(deal) + ", " + Plain.of(quote) + ", " + Plain.of(list),
                        "What was paid says more than what was asked.")
                .done();
    }

    public static GradeWeights of(double deal, double quote, double list) {
        return new GradeWeights(deal, quote, list);
    }

    double of(Grade grade) {
        return switch (grade) {
            case DEAL -> deal;
            case QUOTE -> quote;
            case LIST -> list;
        };
    }
}
