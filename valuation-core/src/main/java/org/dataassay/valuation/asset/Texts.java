package org.dataassay.valuation.asset;

import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/** Rules for the texts of this package. */
final class Texts {

    /** Characters that any text may have. */
    static final int LONGEST = 4000;

    /** Elements that any list may have. */
    static final int LONGEST_LIST = 1000;

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/-]{0,127}");

    private Texts() {}

    /** A text that says something. */
    static void stated(Check check, String field, String text) {
        check.that(!text.isBlank(), field, "stated", "blank", "Say it in words.");
        bounded(check, field, text);
    }

    /** A text that may be empty. */
    static void bounded(Check check, String field, String text) {
        check.that(text.length() <= LONGEST, field, "at most " + LONGEST + " characters", text.length(), "Shorten it.");
    }

    /** A name that other facts refer to. */
    static void id(Check check, String field, String id) {
        check.that(
                ID.matcher(id).matches(),
                field,
                "1 to 128 letters, digits and . _ : / -",
                "\"" + (id.length() <= 40 ? id : id.substring(0, 40) + "…") + "\"",
                "Give a short id.");
    }

    static void bounded(Check check, String field, java.util.Collection<?> list) {
        check.that(
                list.size() <= LONGEST_LIST,
                field,
                "at most " + LONGEST_LIST + " long",
                list.size(),
                "Leave some out.");
    }
}
