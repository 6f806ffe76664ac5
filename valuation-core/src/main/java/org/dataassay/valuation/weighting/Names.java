package org.dataassay.valuation.weighting;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/** Names of elements and experts, which become names of figures. */
final class Names {

    /** Two of them fit into a figure's name, and four into its path. */
    static final int LONGEST = 39;

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0," + (LONGEST - 1) + "}");

    private Names() {}

    static void check(Check check, String field, String name, String what) {
        check.that(
                NAME.matcher(name).matches(),
                field,
                "1 to " + LONGEST + " letters, digits, spaces, dots, hyphens or underscores",
                "'" + (name.length() <= 80 ? name : name.substring(0, 80) + "…") + "'",
                "Name " + what + ".");
    }

    /** Checks each name, and that there are none twice. */
    static void checkAll(Check check, String field, List<String> names, String what) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var at = field + "[" + i + "]";
            check(check, at, names.get(i), what);
            if (!seen.add(names.get(i)))
                check.add(Problem.of(ValuationError.DUPLICATE, at, names.get(i), "Name each once."));
        }
    }
}
