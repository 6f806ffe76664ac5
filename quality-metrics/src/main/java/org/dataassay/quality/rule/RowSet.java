package org.dataassay.quality.rule;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Row numbers, ascending, without a cap: a compressed bitmap. Immutable once handed out. */
public final class RowSet {

    private final Roaring64NavigableMap rows;

    RowSet(Roaring64NavigableMap rows) {
        this.rows = rows;
    }

    /** A set of these rows. */
    public static RowSet of(long... rows) {
        var bitmap = new Roaring64NavigableMap();
        for (long row : rows) bitmap.addLong(row);
        return new RowSet(bitmap);
    }

    /** The rows of any of these sets. */
    public static RowSet union(List<RowSet> sets) {
        var all = new Roaring64NavigableMap();
        for (var set : sets) all.or(set.rows);
        return new RowSet(all);
    }

    public long size() {
        return rows.getLongCardinality();
    }

    public boolean contains(long row) {
        return rows.contains(row);
    }

    /** Calls back for each row, ascending. */
    public void forEach(LongConsumer action) {
        for (LongIterator i = rows.getLongIterator(); i.hasNext(); ) action.accept(i.next());
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
