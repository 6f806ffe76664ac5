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

    /** What {@link #examine} found, column by column. */
    private long[] hashes = {};

    private byte[] contents = {};
    private int stride;

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

    /** Where the text of a cell begins in the bytes of the part; with its length it is found again while the part is read. */
    public int start(int index, int column) {
        return starts[(firstRow + Objects.checkIndex(index, rows)) * columns + Objects.checkIndex(column, columns)];
    }

    /** How many bytes the text of a cell has. */
    public int length(int index, int column) {
        int place = (firstRow + Objects.checkIndex(index, rows)) * columns + Objects.checkIndex(column, columns);
        return ends[place] - starts[place];
    }

    /** A text of the part this block is of, put into a view of the caller's. */
    public Utf8 text(int start, int size, Utf8 view) {
        return view.set(bytes, start, Objects.checkFromIndexSize(start, size, bytes.length) + size);
    }

    /** Finds out for every cell whether it holds a value, and the hash of its text. */
    public void examine(MissingValues.Matcher missing) {
        stride = rows;
        if (contents.length < stride * columns) {
            contents = new byte[stride * columns];
            hashes = new long[stride * columns];
        }
        int place = firstRow * columns;
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < columns; c++, place++) {
                int at = c * stride + i;
                contents[at] = missing.content(bytes, starts[place], ends[place]);
                hashes[at] = Utf8.hash(bytes, starts[place], ends[place]);
            }
        }
    }

    /** Whether the cell holds a value; the block must have been examined. */
    public boolean hasValue(int index, int column) {
        return contents[column * stride + index] == MissingValues.VALUE;
    }

    /** Whether there is not a byte in the cell; the block must have been examined. */
    public boolean isEmpty(int index, int column) {
        return contents[column * stride + index] == MissingValues.EMPTY;
    }

    /** Whether the cell has nothing but blanks, at least one; the block must have been examined. */
    public boolean isBlank(int index, int column) {
        return contents[column * stride + index] == MissingValues.BLANK;
    }

    /** The hash of the cell's text, {@link Utf8#hash()}; the block must have been examined. */
    public long hash(int index, int column) {
        return hashes[column * stride + index];
    }

    /** A row, numbered within its part; valid until the next one is asked for. */
    public Row row(int index) {
        return row(index, 0);
    }

    /** A row with the number that it has when so many lie before its part; valid until the next one is asked for. */
    public Row row(int index, long rowsBefore) {
        return row.point(bytes, starts, ends, (firstRow + index) * columns, columns, rowsBefore + number(index));
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

    /** Copies a row behind the others; it has the number that it has, counted from a row on. */
    public void add(Row copied, long rowsBefore) {
        copied.copyTo(this, copied.number() - rowsBefore);
    }

    /** Makes it empty, for rows of so many cells that are copied into it. */
    public void clear(int width) {
        firstRow = 0;
        rows = 0;
        length = 0;
        columns = width;
        if (borrowed) {
            bytes = new byte[0];
            starts = new int[0];
            ends = new int[0];
            numbers = new int[0];
            borrowed = false;
        }
    }

    /** How many bytes were copied into it. */
    public int length() {
        return length;
    }

    /** Shows some rows of another block, at most as many as a block may have, and tells how many. */
    public int show(RowBlock of, int from) {
        int room = Math.max(1, Math.min(MAXIMUM_ROWS, MAXIMUM_CELLS / Math.max(1, of.columns)));
        slice(of, from, Math.min(room, of.rows - from));
        return rows;
    }

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

    private void slice(RowBlock of, int from, int count) {
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
