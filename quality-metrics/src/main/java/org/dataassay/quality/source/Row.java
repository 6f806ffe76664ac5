package org.dataassay.quality.source;

import java.util.Arrays;
import java.util.Objects;

/** One row of a table: a reused buffer of bytes and the cells in it. Not thread-safe. */
public final class Row {

    private byte[] bytes = new byte[1024];
    private int length;
    private int fieldStart;
    private int[] ends = new int[16];
    private Utf8[] cells = new Utf8[0];
    private int width;
    private long number;
    private long line;

    Row() {}

    /** The row's number in the table, 1 for the first below the header. Rejected rows are counted, so numbers can be found again. */
    public long number() {
        return number;
    }

    /** The line of the file on which the row begins, 1 for the first; differs from the row number where texts contain line ends. */
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
        int from = column == 0 ? 0 : ends[column - 1];
        return cells[column].set(bytes, from, ends[column]);
    }

    private void grow() {
        int old = cells.length;
        cells = Arrays.copyOf(cells, width);
        for (int i = old; i < width; i++) cells[i] = new Utf8();
    }

    void clear(long rowNumber, long lineNumber) {
        number = rowNumber;
        line = lineNumber;
        length = 0;
        fieldStart = 0;
        width = 0;
    }

    void append(byte[] from, int offset, int count) {
        if (length + count > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    void endField() {
        if (width == ends.length) ends = Arrays.copyOf(ends, width * 2);
        ends[width++] = length;
        fieldStart = length;
    }

    int length() {
        return length;
    }

    int fieldLength() {
        return length - fieldStart;
    }
}
