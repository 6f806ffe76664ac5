package org.dataassay.quality.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of values that another engine hands out, with the same texts as a table that comes from a database.
 *
 * <pre>{@code
 * row.begin(1);
 * row.text(utf8);
 * row.value(new BigDecimal("1.50"));
 * run.add(row.row());
 * }</pre>
 *
 * <p>Reused: a row is valid until the next one begins. Not thread-safe.
 */
public final class TypedRow {

    private final Row row = new Row();

    /** A row without cells. */
    public TypedRow() {}

    /** Begins the next row, which has this number; 1 is the first. */
    public void begin(long number) {
        row.clear(number, 0);
    }

    /** Adds a cell whose text is at hand in UTF-8; it is not checked. */
    public void text(byte[] utf8) {
        row.append(utf8, 0, utf8.length);
        row.endField();
    }

    /**
     * Adds the cell of a text, number, boolean, date, time or of bytes; null for an empty cell.
     *
     * @return false when a value of that type has no text, and no cell was added
     */
    public boolean value(@Nullable Object value) {
        var text = CellText.of(value);
        text.ifPresent(t -> text(t.getBytes(StandardCharsets.UTF_8)));
        return text.isPresent();
    }

    /** The row with the cells added since it began. */
    public Row row() {
        return row;
    }
}
