package org.dataassay.quality.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/** Columns held in memory, read row by row. */
final class ColumnsSource implements TableSource {

    private final String name;
    private final List<String> names;
    private final List<Column> columns;
    private final Row row = new Row();
    private final TableDigest digest;
    private final int rows;
    private int next;

    ColumnsSource(String name, List<Column> columns) {
        this.name = name;
        this.names = Headers.checked(name, columns.stream().map(Column::name).toList());
        this.columns = List.copyOf(columns);
        this.rows = columns.isEmpty() ? 0 : columns.get(0).texts().size();
        this.digest = new TableDigest(names);
        for (var column : columns) {
            if (column.texts().size() != rows) {
                throw InvalidInputException.of(
                        QualityError.COLUMN_LENGTH,
                        name,
                        rows,
                        columns.get(0).name(),
                        column.name(),
                        column.texts().size());
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public boolean advance() {
        if (next == rows) return false;
        row.clear(next + 1L, 0);
        for (var column : columns) {
            var bytes = column.texts().get(next).getBytes(StandardCharsets.UTF_8);
            row.append(bytes, 0, bytes.length);
            row.endField();
            digest.cell(bytes);
        }
        digest.endRow();
        next++;
        return true;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public RejectedRows rejected() {
        return RejectedRows.NONE;
    }

    /** SHA-256 of the CSV file that the rows would be. */
    @Override
    public String digest() {
        return digest.hex();
    }

    @Override
    public List<SourceFact> facts() {
        return List.of(new SourceFact(SourceFact.FORMAT, "memory", SourceFact.Basis.DECLARED));
    }

    @Override
    public void close() {}
}
