package org.dataassay.valuation.reconcile;

import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.result.MethodId;

/** One of the three approaches that IVS 103 wants considered. */
public enum Approach {
    COST,
    INCOME,
    MARKET;

    /** The approach of a method; empty for methods of none, such as real options. */
    static Optional<Approach> of(MethodId method) {
        for (var approach : values())
            if (approach.name().toLowerCase(Locale.ROOT).equals(method.family())) return Optional.of(approach);
        return Optional.empty();
    }
}
