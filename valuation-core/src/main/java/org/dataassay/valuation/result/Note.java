package org.dataassay.valuation.result;

import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/**
 * Something a reader of a result must know.
 *
 * @param kind what sort of remark
 * @param code stable id for programs and translations, in lower case with hyphens, such as {@code source-not-stated}
 * @param text the remark in English, or the names it is about
 */
public record Note(Kind kind, String code, String text) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** What sort of remark a note is. */
    public enum Kind {
        /** Taken for granted; another valuer may take another. */
        ASSUMPTION,
        /** Likely to be wrong, or to be questioned. */
        WARNING,
        /** Where the result stops being valid. */
        LIMIT,
        /** Data that should have been there. */
        MISSING,
        /** A person decided against the rule, and is named. */
        OVERRIDE,
        /** Good to know. */
        INFO
    }

    public Note {
        new Check()
                .that(
                        code.length() <= 80 && CODE.matcher(code).matches(),
                        "code",
                        "lower case with hyphens",
                        "\"" + (code.length() <= 80 ? code : code.substring(0, 80) + "…") + "\"",
                        "Use a code such as source-not-stated.")
                .that(!text.isBlank(), "text", "stated", "blank", "Say what the reader must know.")
                .done();
    }

    public static Note of(Kind kind, String code, String text) {
        return new Note(kind, code, text);
    }
}
