package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.Utf8;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;

/**
 * The different keys of another table, held in memory byte by byte: a code list, or the rows that this table refers to.
 *
 * <p>Bounded: {@link #MAXIMUM_KEYS} keys and {@link #MAXIMUM_BYTES} bytes of text. A key without one of its values is none. Immutable and thread-safe; two are equal
 * when they come from tables of the same digest.
 */
public final class ReferenceKeys {

    /** Most different keys. */
    public static final int MAXIMUM_KEYS = 1 << 22;

    /** Most bytes of text, 256 MiB. */
    public static final int MAXIMUM_BYTES = 1 << 28;

    /**
     * Which keys a rule wants.
     *
     * @param table name of the other table, as the rule file says it: for a file, its path from the rule file's folder
     * @param columns of that table
     */
    public record Name(String table, List<String> columns) {
        public Name {
            columns = List.copyOf(columns);
            new Check()
                    .that(!table.isBlank(), "table", "named", "blank", "Name the other table.")
                    .that(
                            !columns.isEmpty(),
                            "columns",
                            "a list of at least one column",
                            "an empty list",
                            "Name the columns.")
                    .done();
        }

        /** The columns of the other table: those named, or else those of the same names. */
        static List<String> checked(List<String> columns, List<String> tableColumns) {
            new Check()
                    .that(
                            !columns.isEmpty(),
                            "columns",
                            "a list of at least one column",
                            "an empty list",
                            "Name the columns.")
                    .that(
                            tableColumns.isEmpty() || tableColumns.size() == columns.size(),
                            "tableColumns",
                            "as many as columns (" + columns.size() + ")",
                            tableColumns.size(),
                            "Name one column of the other table for each.")
                    .done();
            return tableColumns.isEmpty() ? columns : List.copyOf(tableColumns);
        }

        @Override
        public String toString() {
            return table + " " + columns;
        }
    }

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Name name;
    private final String digest;
    private final int parts;
    private byte[] text = new byte[1024];
    private int length;

    /** Where each part of each key ends in the text; a key begins where the one before it ends. */
    private int[] ends = new int[64];

    private int keys;

    /** Open addressing: hashes, and the number of the key plus 1. */
    private long[] hashes = new long[64];

    private int[] slots = new int[64];

    private ReferenceKeys(TableSource source, Name name, MissingValues missing) {
        this.name = name;
        this.parts = name.columns().size();
        var places = places(source, name);
        var matcher = missing.matcher();
        while (source.advance()) {
            var row = source.row();
            if (Arrays.stream(places).noneMatch(place -> matcher.isMissing(row.cell(place)))) add(row, places);
        }
        this.digest = source.digest();
    }

    /**
     * Reads a table to its end; it is not closed.
     *
     * @throws InvalidInputException when it lacks a column, or has more keys than are kept
     */
    public static ReferenceKeys read(TableSource source, Name name, MissingValues missing) {
        return new ReferenceKeys(source, name, missing);
    }

    private ReferenceKeys(StateBytes.Reader in) {
        var table = in.text(MAXIMUM_BYTES);
        var columns = new ArrayList<String>();
        for (int left = in.length(MAXIMUM_BYTES, Integer.BYTES); left > 0; left--) columns.add(in.text(MAXIMUM_BYTES));
        in.require(!table.isBlank() && !columns.isEmpty(), "it has no name");
        name = new Name(table, columns);
        parts = columns.size();
        digest = in.text(MAXIMUM_BYTES);
        int count = in.length(MAXIMUM_KEYS, Integer.BYTES);
        ends = new int[in.length(count * parts, Integer.BYTES)];
        in.require(ends.length == (long) count * parts, "keys and their parts do not add up");
        for (int i = 0; i < ends.length; i++) {
            ends[i] = in.anInt();
            in.require(ends[i] >= (i == 0 ? 0 : ends[i - 1]), "the parts of keys are not in order");
        }
        length = in.length(MAXIMUM_BYTES, 1);
        in.require((ends.length == 0 ? 0 : ends[ends.length - 1]) == length, "keys and their text do not add up");
        text = in.bytes(length);
        in.end();
        for (keys = 0; keys < count; ) {
            long hash = 0;
            for (var part : key(keys)) hash = hash * FACTOR + part.hash();
            if ((keys + 1) * 2 > slots.length) grow();
            int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
            while (slots[slot] != 0) slot = (slot + 1) & slots.length - 1;
            hashes[slot] = hash;
            slots[slot] = ++keys;
        }
    }

    /** The keys as bytes, for another machine. */
    public byte[] toBytes() {
        var out = new StateBytes.Writer('K').put(name.table()).put(parts);
        for (var column : name.columns()) out.put(column);
        out.put(digest).put(keys).put(keys * parts);
        for (int i = 0; i < keys * parts; i++) out.put(ends[i]);
        return out.put(length).put(text, 0, length).bytes();
    }

    /**
     * The keys that {@link #toBytes()} wrote.
     *
     * @throws InvalidInputException when the bytes are not such keys
     */
    public static ReferenceKeys ofBytes(byte[] bytes) {
        return new ReferenceKeys(new StateBytes.Reader("reference keys", 'K', bytes));
    }

    private static int[] places(TableSource source, Name name) {
        var check = new Check();
        var columns = source.columns();
        for (var column : name.columns()) {
            if (!columns.contains(column))
                check.add(Problem.of(
                        QualityError.COLUMN_UNKNOWN,
                        "tableColumns of " + name.table(),
                        column,
                        Names.near(column, columns)));
        }
        check.done();
        return name.columns().stream().mapToInt(columns::indexOf).toArray();
    }

    /** Which keys these are. */
    public Name name() {
        return name;
    }

    /** How many different keys there are. */
    public int size() {
        return keys;
    }

    private void add(Row row, int[] places) {
        long hash = hash(row, places);
        int slot = slot(row, places, hash);
        if (slots[slot] != 0) return;
        long more = 0;
        for (int place : places) more += row.cell(place).length();
        if (keys == MAXIMUM_KEYS || length + more > MAXIMUM_BYTES)
            throw InvalidInputException.of(
                    QualityError.REFERENCE_TOO_LARGE, name.table(), MAXIMUM_KEYS, MAXIMUM_BYTES >> 20);
        if (length + more > text.length) text = Arrays.copyOf(text, (int) Math.max(text.length * 2L, length + more));
        if ((keys + 1) * parts > ends.length) ends = Arrays.copyOf(ends, Math.max(ends.length * 2, (keys + 1) * parts));
        for (int j = 0; j < parts; j++) {
            var cell = row.cell(places[j]);
            cell.copyTo(text, length);
            length += cell.length();
            ends[keys * parts + j] = length;
        }
        hashes[slot] = hash;
        slots[slot] = ++keys;
        if (keys * 2 > slots.length) grow();
    }

    /** The number of the row's key, 0 for the first; −1 when the table has no such key. */
    int indexOf(Row row, int[] places) {
        return slots[slot(row, places, hash(row, places))] - 1;
    }

    private static long hash(Row row, int[] places) {
        long hash = 0;
        for (int place : places) hash = hash * FACTOR + row.cell(place).hash();
        return hash;
    }

    private int slot(Row row, int[] places, long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (slots[slot] != 0 && !(hashes[slot] == hash && isKey(slots[slot] - 1, row, places)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private boolean isKey(int key, Row row, int[] places) {
        int start = key == 0 ? 0 : ends[key * parts - 1];
        for (int j = 0; j < parts; j++) {
            int end = ends[key * parts + j];
            if (!row.cell(places[j]).sameAs(text, start, end)) return false;
            start = end;
        }
        return true;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldSlots = slots;
        hashes = new long[oldHashes.length * 2];
        slots = new int[oldSlots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] == 0) continue;
            int slot = (int) (oldHashes[i] ^ oldHashes[i] >>> 32) & mask;
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            hashes[slot] = oldHashes[i];
            slots[slot] = oldSlots[i];
        }
    }

    /** A key as its parts. */
    List<Utf8> key(int index) {
        var key = new ArrayList<Utf8>();
        int start = index == 0 ? 0 : ends[index * parts - 1];
        for (int j = 0; j < parts; j++) {
            key.add(Utf8.of(text, start, ends[index * parts + j]));
            start = ends[index * parts + j];
        }
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceKeys keyed && name.equals(keyed.name) && digest.equals(keyed.digest);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + digest.hashCode();
    }

    @Override
    public String toString() {
        return keys + " keys of " + name + ", SHA-256 " + digest;
    }
}
