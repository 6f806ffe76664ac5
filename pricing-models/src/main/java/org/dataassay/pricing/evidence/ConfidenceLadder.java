package org.dataassay.pricing.evidence;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;

/**
 * What evidence a grade of confidence takes. The lowest rung is the evidence threshold: below it there is no point.
 *
 * @param low rung of {@link Confidence#LOW}
 * @param moderate rung of {@link Confidence#MODERATE}, at least as strict
 * @param high rung of {@link Confidence#HIGH}, at least as strict
 */
public record ConfidenceLadder(Rung low, Rung moderate, Rung high) {

    /** How far a band can be relied on. */
    public enum Confidence {
        HIGH,
        MODERATE,
        LOW,
        /** Below the evidence threshold. */
        INSUFFICIENT
    }

    /**
     * What it takes to reach a grade; all of it.
     *
     * @param effectivePieces (Σ w)²/Σ w², at least 1
     * @param sources independent ones, at least 1
     * @param dealShare share of the weight that deals have, in [0, 1]
     * @param spread largest distance that the middle moves when one source is left out, as a share of the middle; above 0
     */
    public record Rung(double effectivePieces, int sources, double dealShare, double spread) {
        public Rung {
            var check = new Check()
                    .range("effectivePieces", effectivePieces, 1, BandFacts.MOST_EVIDENCE, "One piece is the least.")
                    .that(sources >= 1, "sources", "at least 1", sources, "One source is the least.")
                    .share("dealShare", dealShare);
            check.that(
                            spread > 0 && spread <= 1e6,
                            "spread",
                            "above 0",
                            Plain.of(spread),
                            "0.25 is a quarter of the middle.")
                    .done();
        }

        boolean isReached(double pieces, int from, double deals, double moved) {
            return pieces >= effectivePieces && from >= sources && deals >= dealShare && moved <= spread;
        }

        boolean isAtLeast(Rung lower) {
            return effectivePieces >= lower.effectivePieces
                    && sources >= lower.sources
                    && dealShare >= lower.dealShare
                    && spread <= lower.spread;
        }
    }

    public ConfidenceLadder {
        new Check()
                .that(
                        moderate.isAtLeast(low) && high.isAtLeast(moderate),
                        "ladder",
                        "of rising strictness",
                        "a higher rung is easier than a lower one",
                        "Ask more pieces, sources and deals of a higher rung, and less spread.")
                .done();
    }

    Confidence grade(double pieces, int sources, double deals, double moved) {
        if (high.isReached(pieces, sources, deals, moved)) return Confidence.HIGH;
        if (moderate.isReached(pieces, sources, deals, moved)) return Confidence.MODERATE;
        return low.isReached(pieces, sources, deals, moved) ? Confidence.LOW : Confidence.INSUFFICIENT;
    }
}
