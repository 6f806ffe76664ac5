package org.dataassay.valuation.sheet;

/** Hears how far a long computation is, and may end it. Called from one thread at a time. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing and never cancels. */
    Progress NONE = (done, total) -> true;

    /**
     * Hears of progress.
     *
     * @param done work units finished
     * @param total work units in all
     * @return whether to go on
     */
    boolean at(long done, long total);
}
