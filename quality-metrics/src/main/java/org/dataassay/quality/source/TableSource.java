package org.dataassay.quality.source;

import java.io.Closeable;
import java.util.List;

/**
 * An opened table that is read once, row by row. Whoever opened it closes it.
 *
 * <pre>{@code
 * try (var table = CsvSource.open(path)) {
 *   while (table.advance()) use(table.row().cell(3));
 * }
 * }</pre>
 *
 * <p>Not thread-safe: one reader at a time.
 */
public interface TableSource extends Closeable {

    /** A table of texts held in memory; an empty text is an empty cell. */
    static TableSource of(String name, List<String> columns, List<List<String>> rows) {
        return new RowsSource(name, columns, rows);
    }

    /** A table of columns held in memory, each as long as the others. */
    static TableSource ofColumns(String name, List<Column> columns) {
        return new ColumnsSource(name, columns);
    }

    /** What the table is called in messages and reports. */
    String name();

    /** The column names, in order, each once. */
    List<String> columns();

    /**
     * Moves to the next row.
     *
     * @return false when there is none left
     * @throws org.dataassay.valuation.error.InvalidInputException when the table breaks a rule of its format
     */
    boolean advance();

    /** The current row. It is reused: what is to outlive the next {@link #advance()} must be copied. */
    Row row();

    /**
     * The rows that follow, in parts for several threads. Whoever asks for it reads the table to its end that way, and does not call {@link #advance()} any more.
     */
    default TableParts parts() {
        return new RowParts(this);
    }

    /** The rows left out so far. Complete once {@link #advance()} has returned false. */
    RejectedRows rejected();

    /** SHA-256 of what was read, hexadecimal, so that a result can say what it is about. Call it once {@link #advance()} has returned false. */
    String digest();

    /** How the table was read: its format, encoding, compression, delimiter. Complete once {@link #advance()} has returned false. */
    default List<SourceFact> facts() {
        return List.of();
    }

    @Override
    void close();
}
