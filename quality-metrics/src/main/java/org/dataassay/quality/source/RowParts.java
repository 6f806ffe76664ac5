package org.dataassay.quality.source;

import java.util.ArrayDeque;
import java.util.Optional;

/** Parts of a table that is read row by row: so many rows are copied, and handed out as a part. */
final class RowParts implements TableParts {

    private static final int PART_ROWS = 1 << 16;
    private static final int PART_CELLS = 1 << 19;
    private static final int PART_BYTES = 1 << 22;

    private final TableSource table;
    private final int columns;
    private final ArrayDeque<RowBlock> free = new ArrayDeque<>();
    private long numbered;
    private boolean atEnd;

    RowParts(TableSource table) {
        this.table = table;
        this.columns = table.columns().size();
    }

    @Override
    public Optional<TablePart> next() {
        if (atEnd) return Optional.empty();
        var rows = free.isEmpty() ? new RowBlock() : free.pop();
        rows.clear(columns);
        long last = numbered;
        while (rows.rows() < PART_ROWS && rows.rows() * (long) columns < PART_CELLS && rows.length() < PART_BYTES) {
            if (!table.advance()) {
                atEnd = true;
                break;
            }
            last = table.row().number();
            table.row().copyTo(rows, last - numbered);
        }
        if (rows.rows() == 0) return Optional.empty();
        var part = new Part(rows, last - numbered);
        numbered = last;
        return Optional.of(part);
    }

    @Override
    public void done(TablePart part) {
        free.push(((Part) part).rows);
    }

    @Override
    public void end() {}

    private static final class Part extends TablePart {

        private final RowBlock rows;
        private final long numbered;
        private int next;

        Part(RowBlock rows, long numbered) {
            this.rows = rows;
            this.numbered = numbered;
        }

        @Override
        public boolean read(RowBlock block) {
            if (next == rows.rows()) return false;
            next += block.show(rows, next);
            return true;
        }

        @Override
        public long numbered() {
            return numbered;
        }

        @Override
        public long bytes() {
            return rows.length();
        }
    }
}
