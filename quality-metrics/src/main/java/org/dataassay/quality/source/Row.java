package org.dataassay.quality.source;

import java.util.Arrays;
import java.util.Objects;

/** One row of a table: a reused buffer of bytes and the cells in it. Not thread-safe. */
public final class Row {

    private byte[] bytes = {};
    private int[] starts = {};
    private int[] ends = {};
    /** Place of the first cell in the two arrays. */
    private int first;

    private int length;
    private int fieldStart;
    private Utf8[] cells = new Utf8[0];
    private int width;
    private long number;
    private long line;

    Row() {}

    /** The row's number in the table, 1 for the first below the header. Rejected rows are counted, so numbers can be found again. */
    public long number() {
        return number;
    }

    /** The line of the file on which the row begins, 1 for the first; differs from the row number where texts contain line ends. 0 where it is not known. */
    public long line() {
        return line;
    }

    /** How many cells the row has. */
    public int width() {
        return width;
    }

    /** A cell, valid until the source advances. */
    public Utf8 cell(int column) {
        Objects.checkIndex(column, width);
        if (cells.length < width) grow();
        return cells[column].set(bytes, starts[first + column], ends[first + column]);
    }

    private void grow() {
        int old = cells.length;
        cells = Arrays.copyOf(cells, width);
        for (int i = old; i < width; i++) cells[i] = new Utf8();
    }

    /** Points to cells that lie elsewhere. */
    Row point(byte[] buffer, int[] cellStarts, int[] cellEnds, int firstCell, int cellCount, long rowNumber) {
        bytes = buffer;
        starts = cellStarts;
        ends = cellEnds;
        first = firstCell;
        width = cellCount;
        number = rowNumber;
        line = 0;
        return this;
    }

    void clear(long rowNumber, long lineNumber) {
        number = rowNumber;
        line = lineNumber;
        length = 0;
        fieldStart = 0;
        width = 0;
    }

    void append(byte[] from, int offset, int count) {
        if (length + count > bytes.length)
            bytes = Arrays.copyOf(bytes, Math.max(Math.max(1024, bytes.length * 2), length + count));
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    void endField() {
        if (width == ends.length) {
            int room = Math.max(16, width * 2);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
        starts[width] = fieldStart;
        ends[width++] = length;
        fieldStart = length;
    }

    int length() {
        return length;
    }

    int fieldLength() {
        return length - fieldStart;
    }

    /** Copies the cells to the end of a block. */
    void copyTo(RowBlock block, long relativeNumber) {
        block.add(bytes, starts, ends, first, width, relativeNumber);
    }
}
