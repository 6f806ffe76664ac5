package org.dataassay.quality.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Suggests the names that someone who mistyped may have meant. */
public final class Names {

    private static final int SUGGESTIONS = 3;

    private Names() {}

    /** A sentence: what may have been meant, or what there is. */
    public static String near(String wanted, Collection<String> known) {
        int limit = Math.max(2, wanted.length() / 3);
        var near = known.stream()
                .filter(name -> distance(fold(wanted), fold(name)) <= limit)
                .sorted(Comparator.comparingInt((String name) -> distance(fold(wanted), fold(name)))
                        .thenComparing(name -> name))
                .limit(SUGGESTIONS)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(" or "));
        if (!near.isEmpty()) return "Did you mean " + near + "?";
        var some = known.stream().limit(20).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return "Known are " + some + (known.size() > 20 ? ", …" : "") + ".";
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > Math.max(2, a.length() / 3)) return Integer.MAX_VALUE;
        var previous = new int[b.length() + 1];
        var current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) previous[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
            }
            var swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
