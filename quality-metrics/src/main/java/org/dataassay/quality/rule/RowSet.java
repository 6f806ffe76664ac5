package org.dataassay.quality.rule;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.dataassay.quality.rule.internal.RowBits;

/** Row numbers, ascending, without a cap: a compressed bitmap. Immutable once handed out. */
public final class RowSet {

    private final RowBits rows;

    RowSet(RowBits rows) {
        this.rows = rows;
    }

    /** A set of these rows. */
    public static RowSet of(long... rows) {
        var bitmap = new RowBits();
        for (long row : rows) bitmap.add(row);
        return new RowSet(bitmap);
    }

    /** The rows of any of these sets. */
    public static RowSet union(List<RowSet> sets) {
        var all = new RowBits();
        for (var set : sets) all.addAll(set.rows, 0);
        return new RowSet(all);
    }

    public long size() {
        return rows.size();
    }

    public boolean contains(long row) {
        return rows.contains(row);
    }

    /** Calls back for each row, ascending. */
    public void forEach(LongConsumer action) {
        rows.forEach(action);
    }

    /** The row numbers, ascending. */
    public LongStream stream() {
        return rows.stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSet set && rows.equals(set.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return size() + " rows";
    }
}
