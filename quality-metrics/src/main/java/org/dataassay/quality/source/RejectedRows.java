package org.dataassay.quality.source;

import java.util.List;

/**
 * Rows that are not part of the profile, so that nothing is silently lost.
 *
 * @param ragged rows with another number of fields than the header
 * @param blankLines lines without any text in a table of several columns
 * @param first the first ragged rows, at most {@link #EXAMPLES}
 * @param broken lines that could not be understood, where a table has its rows on lines
 * @param firstBroken the first of them, at most {@link #EXAMPLES}
 */
public record RejectedRows(long ragged, long blankLines, List<Ragged> first, long broken, List<Broken> firstBroken) {

    /** How many of each kind are named. */
    public static final int EXAMPLES = 10;

    /** Nothing was left out. */
    public static final RejectedRows NONE = new RejectedRows(0, 0, List.of());

    public RejectedRows {
        first = List.copyOf(first);
        firstBroken = List.copyOf(firstBroken);
    }

    /** How many rows were left out; blank lines are none. */
    public long rows() {
        return ragged + broken;
    }

    /** Rows of another width, and blank lines. */
    public RejectedRows(long ragged, long blankLines, List<Ragged> first) {
        this(ragged, blankLines, first, 0, List.of());
    }

    /**
     * One line that could not be understood.
     *
     * @param row number of the row that it would be, 1 for the first
     * @param line of the file, 1 for the first
     * @param reason why, without anything that stands on it
     */
    public record Broken(long row, long line, String reason) {}

    /**
     * One row with a wrong number of fields.
     *
     * @param row number of the row, 1 for the first below the header
     * @param line the line of the file on which it begins, 1 for the first
     * @param fields how many fields it has
     */
    public record Ragged(long row, long line, int fields) {}
}
