package org.dataassay.valuation.asset;

import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * Where data come from.
 *
 * @param kind how they were obtained
 * @param description from whom or by what process
 * @param evidence ids of the documents that show it
 */
public record Origin(Kind kind, String description, List<String> evidence) {

    /** How data were obtained. */
    public enum Kind {
        /** Arose in the holder's own business. */
        OWN_OPERATION(true),
        /** Collected from persons who agreed. */
        CONSENT(true),
        /** Bought. */
        PURCHASED(true),
        /** Used under a license. */
        LICENSED(true),
        /** Public data operated under an authorization. */
        AUTHORIZED_OPERATION(true),
        /** Open or public-domain data. */
        OPEN_DATA(true),
        /** Nobody knows. */
        UNKNOWN(false),
        /** Obtained against the law or a contract. */
        UNLAWFUL(false);

        private final boolean lawful;

        Kind(boolean lawful) {
            this.lawful = lawful;
        }

        /** Whether the source is known and lawful. */
        public boolean isLawful() {
            return lawful;
        }
    }

    public Origin {
        evidence = List.copyOf(evidence);
        var check = new Check();
        Texts.stated(check, "description", description);
        Texts.bounded(check, "evidence", evidence);
        check.done();
    }

    public static Origin of(Kind kind, String description, String... evidence) {
        return new Origin(kind, description, List.of(evidence));
    }
}
