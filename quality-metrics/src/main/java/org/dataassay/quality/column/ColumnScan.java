package org.dataassay.quality.column;

import java.util.Arrays;
import org.dataassay.quality.source.RowBlock;
import org.dataassay.quality.source.Utf8;

/**
 * Reads a column of a part of a table into its {@link ColumnState}; one per thread and column, used again for every part.
 *
 * <p>Cells are told apart by their 64-bit hashes, and their texts stay where they are until the part ends. While the part has at most {@link #LIMIT} different
 * values, what can be told from a value is worked out once per value. With more, it is worked out for every cell, the different values go to a sketch and the
 * counts lose what {@link FrequentItems} would take off them: texts with counts of their own are never copied while they come and go.
 *
 * <p>Not thread-safe.
 */
final class ColumnScan {

    private static final int LIMIT = FrequentItems.EXACT_VALUES;
    private static final int KEPT = FrequentItems.KEPT;
    private static final int LEAST = 64;

    /** Open addressing; a hash 0 marks a free slot, and one that is 0 is taken for 1. */
    private long[] hashes = new long[LEAST];

    private int[] counts = new int[LEAST];
    private int[] starts = new int[LEAST];
    private int[] lengths = new int[LEAST];
    /** What number the value is, as long as values are counted one by one. */
    private double[] numbers = new double[LEAST];

    private int size;
    private boolean exact = true;
    /** Of the cells counted since the values were given up as such. */
    private long cells;

    private long tooLong;
    private long error;

    private final NumberBatch batch;
    private final Utf8 view = new Utf8();

    ColumnScan(NumberBatch.Sorter sorter) {
        this.batch = new NumberBatch(sorter);
    }

    /** Takes the column's cells of an examined block into account, and tells which number each is, or NaN; true when any is one. */
    boolean add(RowBlock block, int column, ColumnState state, double[] found) {
        boolean any = false;
        int rows = block.rows();
        for (int i = 0; i < rows; i++) {
            double number = Double.NaN;
            if (block.hasValue(i, column)) {
                long hash = block.hash(i, column);
                if (hash == 0) hash = 1;
                int slot = find(hash);
                if (exact) {
                    if (hashes[slot] == 0) {
                        put(slot, hash, block.start(i, column), block.length(i, column));
                        block.cell(i, column, view);
                        number = ValueFacts.number(view);
                        numbers[slot] = number;
                        if (++size > LIMIT) giveUp(block, state);
                        else if (2 * size > hashes.length) grow();
                    } else {
                        counts[slot]++;
                        number = numbers[slot];
                    }
                } else {
                    number = addCell(block, i, column, hash, slot, state);
                }
                any |= !Double.isNaN(number);
            } else {
                state.addMissing(block, i, column);
            }
            found[i] = number;
        }
        state.addRows(rows);
        return any;
    }

    private double addCell(RowBlock block, int index, int column, long hash, int slot, ColumnState state) {
        cells++;
        int length = block.length(index, column);
        if (hashes[slot] != 0) {
            counts[slot]++;
        } else if (length > FrequentItems.MAXIMUM_BYTES) {
            tooLong++;
        } else {
            put(slot, hash, block.start(index, column), length);
            if (++size > LIMIT) reduce();
        }
        state.distinct().add(hash);
        return state.facts().add(block.cell(index, column, view), 1, batch);
    }

    private int find(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        for (long known; (known = hashes[slot]) != 0 && known != hash; ) slot = slot + 1 & mask;
        return slot;
    }

    private void put(int slot, long hash, int start, int length) {
        hashes[slot] = hash;
        counts[slot] = 1;
        starts[slot] = start;
        lengths[slot] = length;
    }

    /** There are too many different values to work out what they are once each. */
    private void giveUp(RowBlock block, ColumnState state) {
        tell(block, state);
        state.facts().endPart(batch);
        exact = false;
        drop(0);
        if (size > LIMIT) reduce();
    }

    /** Tells the state what the values so far are. */
    private void tell(RowBlock block, ColumnState state) {
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] == 0) continue;
            state.distinct().add(hashes[slot], counts[slot]);
            state.facts().add(block.text(starts[slot], lengths[slot], view), counts[slot], batch);
        }
    }

    /** Takes the (KEPT + 1)-th largest count off every count. */
    private void reduce() {
        int off = 1;
        int several = 0;
        for (int slot = 0; slot < hashes.length; slot++) if (hashes[slot] != 0 && counts[slot] > 1) several++;
        if (several > KEPT) {
            var all = new int[size];
            int n = 0;
            for (int slot = 0; slot < hashes.length; slot++) if (hashes[slot] != 0) all[n++] = counts[slot];
            Arrays.sort(all);
            off = all[n - 1 - KEPT];
        }
        error += off;
        drop(off);
    }

    /** Takes so much off every count, and drops the values that have none left and those that are too long. */
    private void drop(int off) {
        var keptHashes = new long[size];
        var kept = new int[3 * size];
        int n = 0;
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] == 0 || counts[slot] <= off && off > 0) continue;
            if (lengths[slot] > FrequentItems.MAXIMUM_BYTES) {
                tooLong += counts[slot];
                cells += counts[slot];
                continue;
            }
            if (off == 0) cells += counts[slot];
            keptHashes[n] = hashes[slot];
            kept[3 * n] = counts[slot] - off;
            kept[3 * n + 1] = starts[slot];
            kept[3 * n++ + 2] = lengths[slot];
        }
        Arrays.fill(hashes, 0);
        for (int i = 0; i < n; i++) {
            int slot = find(keptHashes[i]);
            hashes[slot] = keptHashes[i];
            counts[slot] = kept[3 * i];
            starts[slot] = kept[3 * i + 1];
            lengths[slot] = kept[3 * i + 2];
        }
        size = n;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldCounts = counts;
        var oldStarts = starts;
        var oldLengths = lengths;
        var oldNumbers = numbers;
        int length = 2 * oldHashes.length;
        hashes = new long[length];
        counts = new int[length];
        starts = new int[length];
        lengths = new int[length];
        numbers = new double[length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] == 0) continue;
            int slot = find(oldHashes[i]);
            hashes[slot] = oldHashes[i];
            counts[slot] = oldCounts[i];
            starts[slot] = oldStarts[i];
            lengths[slot] = oldLengths[i];
            numbers[slot] = oldNumbers[i];
        }
    }

    /** Hands on what the part's texts are, before they are gone, and makes ready for another part. */
    void endPart(RowBlock block, ColumnState state) {
        if (exact) {
            tell(block, state);
            drop(0);
        } else if (size > KEPT) {
            reduce();
        }
        state.frequent().addCounted(cells, tooLong, error);
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] == 0) continue;
            var text = block.text(starts[slot], lengths[slot], view);
            state.frequent().addItem(text, hashes[slot], counts[slot]);
        }
        state.facts().endPart(batch);
        Arrays.fill(hashes, 0);
        size = 0;
        exact = true;
        cells = 0;
        tooLong = 0;
        error = 0;
    }
}
