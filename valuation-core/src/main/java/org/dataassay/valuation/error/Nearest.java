package org.dataassay.valuation.error;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant, for remedies such as <em>Did you mean royaltyRate?</em> */
public final class Nearest {

    private static final int MOST_LISTED = 24;
    private static final int LONGEST = 80;

    private Nearest() {}

    /** The permitted name nearest in spelling; empty where none is near. */
    public static Optional<String> of(String given, Collection<String> permitted) {
        if (given.length() > LONGEST) return Optional.empty();
        var wanted = folded(given);
        Optional<String> best = Optional.empty();
        int least = Math.max(2, (wanted.length() + 1) / 3) + 1;
        for (var name : permitted) {
            int distance = distance(wanted, folded(name));
            if (distance >= least || distance >= name.length()) continue;
            least = distance;
            best = Optional.of(name);
        }
        return best;
    }

    /** A remedy: what was probably meant, else what is permitted. */
    public static String remedy(String given, Collection<String> permitted) {
        return of(given, permitted)
                .map(name -> "Did you mean " + name + "?")
                .orElseGet(() -> permitted.isEmpty() ? "Leave it out." : "Use " + listed(permitted) + ".");
    }

    /** Such as {@code a, b or c}; long lists are cut off. */
    public static String listed(Collection<String> names) {
        var shown = names.stream().limit(MOST_LISTED).toList();
        if (names.size() > MOST_LISTED)
            return String.join(", ", shown) + " … (" + (names.size() - MOST_LISTED) + " more)";
        if (shown.size() < 2) return String.join("", shown);
        return String.join(", ", shown.subList(0, shown.size() - 1)) + " or " + shown.get(shown.size() - 1);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    /** Edits, insertions, deletions and swaps of neighbors. */
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int edit = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int least = Math.min(edit, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                rows[i][j] = swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
            }
        }
        return rows[a.length()][b.length()];
    }
}
