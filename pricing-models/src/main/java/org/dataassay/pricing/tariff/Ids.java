package org.dataassay.pricing.tariff;

import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/** Identifiers in plans, subscriptions and orders: short, printable, without separators of files. */
final class Ids {

    static final int LONGEST = 64;
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:@/+-]{0,63}");

    private Ids() {}

    static Check check(Check check, String field, String id) {
        return check.that(
                id.length() <= LONGEST && ID.matcher(id).matches(),
                field,
                "1 to " + LONGEST + " letters, digits and . _ : @ / + -",
                "\"" + shown(id) + "\"",
                "Use an id such as calls-2026.");
    }

    static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
