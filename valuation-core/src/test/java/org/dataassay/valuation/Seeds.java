package org.dataassay.valuation;

import java.util.stream.LongStream;

/**
 * Seeds of a property test. {@code -Dassay.seeds=12} takes only so many of each: a mutation run repeats every test hundreds of times, and a mutant that survives
 * twelve random sheets is not worth two hundred.
 */
public final class Seeds {

    private static final long MOST = Long.getLong("assay.seeds", Long.MAX_VALUE);

    private Seeds() {}

    /** From 0 on. */
    public static LongStream of(int count) {
        return LongStream.range(0, Math.min(count, MOST));
    }
}
