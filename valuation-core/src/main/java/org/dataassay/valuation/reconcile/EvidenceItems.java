package org.dataassay.valuation.reconcile;

import java.time.LocalDate;
import org.dataassay.valuation.error.Check;

/**
 * Evidence of one kind and age.
 *
 * @param kind what sort of evidence
 * @param count how many items, at least 1
 * @param date of the oldest of them
 */
public record EvidenceItems(Kind kind, int count, LocalDate date) {

    /** Sorts of evidence, strongest first. */
    public enum Kind {
        /** A closed transaction between independent parties. */
        TRANSACTION,
        /** An offer to a named buyer, or a signed license not yet in force. */
        OFFER,
        /** A list price, a survey, a published study. */
        PUBLISHED,
        /** An opinion without figures of others behind it. */
        JUDGEMENT
    }

    public EvidenceItems {
        new Check()
                .that(
                        count >= 1 && count <= 1_000_000,
                        "count",
                        "1 to 1000000",
                        count,
                        "Leave out what there is none of.")
                .done();
    }
}
