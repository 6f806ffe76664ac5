package org.dataassay.valuation.sheet;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;

/**
 * Which figures a sheet rounds on the way. Normally none: a value is rounded once, at the edge. A published calculation can be reproduced by rounding
 * named figures as its author did.
 *
 * @param decimals decimals by figure name; −12 to 12
 */
public record Rounding(Map<String, Integer> decimals) {

    /** No figure is rounded. */
    public static final Rounding NONE = new Rounding(Map.of());

    public Rounding {
        decimals = Collections.unmodifiableMap(new TreeMap<>(decimals));
        var check = new Check();
        decimals.forEach((name, places) -> check.that(
                places >= -12 && places <= 12,
                "rounding." + name,
                "-12 to 12 decimals",
                places,
                "Give decimals, not digits."));
        check.done();
    }

    /** Rounds these figures half up on the shortest decimal, as a textbook does. */
    public static Rounding textbook(Map<String, Integer> decimals) {
        return new Rounding(decimals);
    }

    public boolean isNone() {
        return decimals.isEmpty();
    }
}
