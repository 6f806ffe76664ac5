package org.dataassay.valuation.sheet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an input comes from: what a reviewer asks first.
 *
 * @param kind how the number came to be
 * @param who author or issuer; empty if not stated
 * @param document title or reference of the document; empty if not stated
 * @param page page, table or section in it; empty if not stated
 * @param date date of the document
 * @param note reason or remark; a judged input should have one
 * @param reflects what the judgement already takes into account, so that it is not counted a second time
 */
public record Source(
        Kind kind,
        String who,
        String document,
        String page,
        Optional<LocalDate> date,
        String note,
        Optional<Reflected> reflects) {

    /** What a judged rate or share may take into account that also is a figure of its own. */
    public enum Reflected {
        /** The quality of the data. */
        QUALITY
    }

    /** How a number came to be. */
    public enum Kind {
        /** Read from a document. */
        GIVEN,
        /** Taken for granted for the purpose of the valuation. */
        ASSUMED,
        /** A professional's judgement. */
        JUDGED,
        /** Computed from data, with a standard error. */
        ESTIMATED,
        /** Nobody said. */
        NOT_STATED
    }

    /** The source of a bare value; each becomes a note in the result. */
    public static final Source NOT_STATED =
            new Source(Kind.NOT_STATED, "", "", "", Optional.empty(), "", Optional.empty());

    public static Source given(String who, String document, String page, LocalDate date) {
        return new Source(Kind.GIVEN, who, document, page, Optional.of(date), "", Optional.empty());
    }

    public static Source assumed(String note) {
        return new Source(Kind.ASSUMED, "", "", "", Optional.empty(), note, Optional.empty());
    }

    public static Source judged(String who, String reason) {
        return new Source(Kind.JUDGED, who, "", "", Optional.empty(), reason, Optional.empty());
    }

    public static Source estimated(String who, String method) {
        return new Source(Kind.ESTIMATED, who, "", "", Optional.empty(), method, Optional.empty());
    }

    public Source reflecting(Reflected aspect) {
        return new Source(kind, who, document, page, date, note, Optional.of(aspect));
    }

    public boolean isStated() {
        return kind != Kind.NOT_STATED;
    }

    /** One line for people: who, document, page, date, note, as far as stated. */
    public String summarize() {
        var parts = new StringBuilder();
        for (var part :
                new String[] {who, document, page, date.map(LocalDate::toString).orElse(""), note}) {
            if (!part.isEmpty()) parts.append(parts.isEmpty() ? "" : ", ").append(part);
        }
        return parts.toString();
    }
}
