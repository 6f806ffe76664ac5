package org.dataassay.pricing.regulated;

import org.dataassay.valuation.error.Check;

/**
 * Why a line does not count towards the permitted revenue. A line left out stays on the sheet.
 *
 * @param ground the kind of reason
 * @param reason in words, for the reviewer
 */
public record Exclusion(Ground ground, String reason) {

    /** Kinds of reasons; ours, for the rule lists none. */
    public enum Ground {
        /** It has nothing to do with operating public data. */
        UNRELATED,
        /** It serves public governance or public welfare, which is free of charge and paid otherwise. */
        FREE_USE,
        /** A budget paid it. */
        GOVERNMENT_FUNDED,
        /** It is more than is needed, or stands idle. */
        UNREASONABLE,
        /** No document supports it. */
        UNSUPPORTED,
        /** A fine, a surcharge, a loss by the operator's own fault. */
        PENALTY
    }

    public Exclusion {
        new Check()
                .that(!reason.isBlank(), "reason", "stated", "blank", "Say why the line is left out.")
                .done();
    }
}
