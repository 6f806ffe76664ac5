package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.source.Row;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Finds rows whose key an earlier row had.
 *
 * <p>Keys are kept as 64-bit hashes with the number of the first row: 16 bytes a slot, whatever the key's length. Two different keys are taken for
 * one with a probability of n²/2⁶⁵: 3e-12 for ten thousand rows, 3e-6 for ten million.
 */
final class UniqueState implements RuleState {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int[] columns;
    private final int maximumKeys;

    /** Open addressing; row 0 marks a free slot, since rows begin at 1. */
    private long[] hashes = new long[1 << 8];

    private long[] firstRows = new long[1 << 8];
    private int keys;
    private boolean overflowed;
    private long notEvaluated;
    private final Roaring64Bitmap repeats = new Roaring64Bitmap();

    /** The first repeats; which row they repeat is looked up at the end, since a merge may bring an earlier one. */
    private final List<Repeat> firstRepeats = new ArrayList<>();

    private record Repeat(long row, long hash) {}

    UniqueState(int[] columns, int maximumKeys) {
        this.columns = columns.clone();
        this.maximumKeys = maximumKeys;
    }

    @Override
    public void add(Row row) {
        long hash = 0;
        boolean valued = false;
        for (int column : columns) {
            var cell = row.cell(column);
            valued |= !cell.isEmpty();
            hash = mix(hash * 31 + cell.hash() + GOLDEN);
        }
        if (valued) {
            put(hash, row.number());
        } else {
            notEvaluated++;
        }
    }

    private void put(long hash, long row) {
        if (overflowed) return;
        int slot = slot(hash);
        if (firstRows[slot] == 0) {
            if (keys == maximumKeys) {
                overflowed = true;
                return;
            }
            hashes[slot] = hash;
            firstRows[slot] = row;
            if (++keys * 2 > hashes.length) grow();
            return;
        }
        long first = Math.min(firstRows[slot], row);
        long repeat = Math.max(firstRows[slot], row);
        firstRows[slot] = first;
        repeats.addLong(repeat);
        if (firstRepeats.size() < RuleResult.EXAMPLES) firstRepeats.add(new Repeat(repeat, hash));
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) mix(hash) & mask;
        while (firstRows[slot] != 0 && hashes[slot] != hash) slot = (slot + 1) & mask;
        return slot;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldRows = firstRows;
        hashes = new long[oldHashes.length * 2];
        firstRows = new long[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldRows[i] == 0) continue;
            int slot = slot(oldHashes[i]);
            hashes[slot] = oldHashes[i];
            firstRows[slot] = oldRows[i];
        }
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (UniqueState) later;
        overflowed |= other.overflowed;
        notEvaluated += other.notEvaluated;
        var known = new ArrayList<>(firstRepeats);
        other.firstRepeats.forEach(r -> known.add(new Repeat(r.row() + rowsBefore, r.hash())));
        for (int i = 0; i < other.hashes.length; i++) {
            if (other.firstRows[i] == 0) continue;
            firstRepeats.clear();
            put(other.hashes[i], other.firstRows[i] + rowsBefore);
            known.addAll(firstRepeats);
            if (known.size() > 1000) keepFirst(known);
        }
        other.repeats.forEach(row -> repeats.addLong(row + rowsBefore));
        keepFirst(known);
        firstRepeats.clear();
        firstRepeats.addAll(known);
    }

    private static void keepFirst(List<Repeat> repeats) {
        repeats.sort(Comparator.comparingLong(Repeat::row));
        if (repeats.size() > RuleResult.EXAMPLES)
            repeats.subList(RuleResult.EXAMPLES, repeats.size()).clear();
    }

    @Override
    public RuleResult result(Rule rule) {
        if (overflowed) {
            var why = "more than " + maximumKeys + " different keys: not measured";
            return new RuleResult(
                    rule, 0, 0, notEvaluated, RuleResult.Element.ROW, RowSet.of(), List.of(), Optional.of(why));
        }
        var examples = firstRepeats.stream()
                .map(r -> new RuleExample(r.row(), "has the same values as row " + firstRows[slot(r.hash())]))
                .toList();
        long evaluated = keys + repeats.getLongCardinality();
        return new RuleResult(
                rule,
                keys,
                evaluated,
                notEvaluated,
                RuleResult.Element.ROW,
                new RowSet(repeats),
                examples,
                Optional.empty());
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public String toString() {
        return keys + " keys of columns " + Arrays.toString(columns);
    }
}
