package org.dataassay.quality.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/** Rows held in memory. */
final class RowsSource implements TableSource {

    /** The unit separator of ASCII. */
    private static final byte[] SEPARATOR = {0x1F};

    private final String name;
    private final List<String> columns;
    private final List<List<String>> rows;
    private final Row row = new Row();
    private final Sha256 sha256 = new Sha256();
    private int next;

    RowsSource(String name, List<String> columns, List<List<String>> rows) {
        this.name = name;
        this.columns = Headers.checked(name, columns);
        this.rows = rows.stream().map(List::copyOf).toList();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw InvalidInputException.of(
                        QualityError.RAGGED_ROW,
                        name,
                        columns.size(),
                        "row " + (i + 1),
                        rows.get(i).size());
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean advance() {
        if (next == rows.size()) return false;
        row.clear(next + 1L, next + 1L);
        for (var text : rows.get(next)) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            row.append(bytes, 0, bytes.length);
            row.endField();
            sha256.update(bytes, 0, bytes.length);
            sha256.update(SEPARATOR, 0, 1);
        }
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

    @Override
    public String digest() {
        return sha256.hex();
    }

    @Override
    public void close() {}
}
