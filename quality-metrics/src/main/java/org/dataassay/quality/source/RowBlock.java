package org.dataassay.quality.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * Consecutive rows of a part of a table: the bytes of their cells and where each begins and ends, without an object per cell. Rows are numbered from 1 for
 * the first of the part; whoever merges the parts knows how many lie before.
 *
 * <p>Reused: valid until the part fills it again. Not thread-safe.
 */
public final class RowBlock {

    /** A block has at most so many rows. */
    public static final int MAXIMUM_ROWS = 1024;

    /** A block of several rows has at most so many cells. */
    static final int MAXIMUM_CELLS = 1 << 15;

    private byte[] bytes = {};
    private int[] starts = {};
    private int[] ends = {};
    private int[] numbers = {};
    private int firstRow;
    private int rows;
    private int columns;
    /** Where the next copied cell goes. */
    private int length;
    /** Whether the arrays are another block's. */
    private boolean borrowed;

    private final Row row = new Row();
    private final Utf8 cell = new Utf8();

    /** An empty block, to be filled by {@link TablePart#read}. */
    public RowBlock() {}

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** How many cells each row has. */
    public int columns() {
        return columns;
    }

    /** The number of a row within its part, 1 for the first. */
    public long number(int index) {
        return numbers[firstRow + Objects.checkIndex(index, rows)];
    }

    /** A cell, valid until the next one is asked for. */
    public Utf8 cell(int index, int column) {
        return cell(index, column, cell);
    }

    /** A cell, put into a view of the caller's. */
    public Utf8 cell(int index, int column, Utf8 view) {
        int place = (firstRow + Objects.checkIndex(index, rows)) * columns + Objects.checkIndex(column, columns);
        return view.set(bytes, starts[place], ends[place]);
    }

    /** A row, numbered within its part; valid until the next one is asked for. */
    public Row row(int index) {
        return row.point(bytes, starts, ends, (firstRow + index) * columns, columns, number(index));
    }

    // ---- how a part fills it ----

    /** Makes it empty, for rows of so many cells whose bytes lie in a buffer. */
    void over(byte[] buffer, int width) {
        bytes = buffer;
        columns = width;
        firstRow = 0;
        rows = 0;
        length = 0;
        if (borrowed) {
            starts = new int[0];
            ends = new int[0];
            numbers = new int[0];
            borrowed = false;
        }
        int room = Math.max(1, Math.min(MAXIMUM_ROWS, MAXIMUM_CELLS / Math.max(1, width)));
        if (numbers.length < room) numbers = new int[room];
        if (starts.length < room * width) {
            starts = new int[room * width];
            ends = new int[room * width];
        }
    }

    /** Whether another row has room. */
    boolean hasRoom() {
        return rows < MAXIMUM_ROWS && (rows == 0 || (rows + 1) * columns <= MAXIMUM_CELLS);
    }

    int[] starts() {
        return starts;
    }

    int[] ends() {
        return ends;
    }

    /** Takes the cells of one more row, which were written to the arrays. */
    void accept(int number) {
        numbers[rows++] = number;
    }

    /** Copies a row behind the others. */
    void add(byte[] from, int[] cellStarts, int[] cellEnds, int first, int width, long number) {
        if (columns == 0) columns = width;
        int cells = (rows + 1) * columns;
        if (cells > ends.length) {
            starts = Arrays.copyOf(starts, Math.max(2 * starts.length, cells));
            ends = Arrays.copyOf(ends, starts.length);
        }
        if (rows == numbers.length) numbers = Arrays.copyOf(numbers, Math.max(64, 2 * rows));
        for (int i = 0; i < width; i++) {
            int size = cellEnds[first + i] - cellStarts[first + i];
            if (length + size > bytes.length)
                bytes = Arrays.copyOf(bytes, Math.max(Math.max(1024, 2 * bytes.length), length + size));
            System.arraycopy(from, cellStarts[first + i], bytes, length, size);
            starts[rows * columns + i] = length;
            ends[rows * columns + i] = length += size;
        }
        numbers[rows++] = (int) number;
    }

    /** Makes it empty, keeping its memory, for rows that are copied into it. */
    void clear(int width) {
        firstRow = 0;
        rows = 0;
        length = 0;
        columns = width;
    }

    /** How many bytes were copied into it. */
    int length() {
        return length;
    }

    /** Shows some rows of another block. */
    void slice(RowBlock of, int from, int count) {
        bytes = of.bytes;
        starts = of.starts;
        ends = of.ends;
        numbers = of.numbers;
        columns = of.columns;
        firstRow = from;
        rows = count;
        borrowed = true;
    }
}
