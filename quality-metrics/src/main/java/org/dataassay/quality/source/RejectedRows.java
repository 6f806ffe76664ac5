package org.dataassay.quality.source;

import java.util.List;

/**
 * Rows that are not part of the profile, so that nothing is silently lost.
 *
 * @param ragged rows with another number of fields than the header
 * @param blankLines lines without any text in a table of several columns
 * @param first the first ragged rows, at most {@link #EXAMPLES}
 */
public record RejectedRows(long ragged, long blankLines, List<Ragged> first) {

    /** How many ragged rows are named. */
    public static final int EXAMPLES = 10;

    /** Nothing was left out. */
    public static final RejectedRows NONE = new RejectedRows(0, 0, List.of());

    public RejectedRows {
        first = List.copyOf(first);
    }

    /**
     * One row with a wrong number of fields.
     *
     * @param row number of the row, 1 for the first below the header
     * @param line the line of the file on which it begins, 1 for the first
     * @param fields how many fields it has
     */
    public record Ragged(long row, long line, int fields) {}
}
