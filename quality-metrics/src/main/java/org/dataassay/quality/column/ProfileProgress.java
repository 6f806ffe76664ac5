package org.dataassay.quality.column;

/** Hears how far a profile is, and may end it. Called from one thread at a time, in the order of the table. */
@FunctionalInterface
public interface ProfileProgress {

    /** Hears nothing and never cancels. */
    ProfileProgress NONE = (bytes, rows) -> true;

    /**
     * Hears of progress.
     *
     * @param bytes of the table that have been read
     * @param rows that have been profiled
     * @return whether to go on
     */
    boolean at(long bytes, long rows);
}
