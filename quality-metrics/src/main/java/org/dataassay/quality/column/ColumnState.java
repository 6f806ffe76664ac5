package org.dataassay.quality.column;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dataassay.quality.column.ColumnProfile.FrequentValue;
import org.dataassay.quality.column.ColumnProfile.Mask;
import org.dataassay.quality.rule.internal.DistinctCount;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.RowBlock;

/**
 * What is known of a column so far, in bounded memory: the mergeable states of its cells. Counts, lengths, ends, kinds, sums and histogram do not depend on how
 * the column was cut; the rest does not while it is exact, and is within its stated error beyond.
 *
 * <p>Not thread-safe.
 */
final class ColumnState {

    private static final int LONGEST_WORD = 1 << 16;

    private final String name;
    private final MissingValues.Matcher missing;
    private long rows;
    private long empty;
    private long blank;
    private final Map<String, Long> disguised = new TreeMap<>();
    private DistinctCount distinct = new DistinctCount();
    private FrequentItems frequent = new FrequentItems();
    private final ValueFacts facts;

    ColumnState(String name, MissingValues.Matcher missing, int column, long part) {
        this.name = name;
        this.missing = missing;
        this.facts = new ValueFacts(column, part);
    }

    void addRows(long count) {
        rows += count;
    }

    /** Takes a cell into account that holds no value. */
    void addMissing(RowBlock block, int index, int column) {
        if (block.isEmpty(index, column)) {
            empty++;
        } else if (block.isBlank(index, column)) {
            blank++;
        } else {
            var word = missing.disguise(block.cell(index, column)).orElseThrow();
            disguised.merge(word, 1L, Long::sum);
        }
    }

    DistinctCount distinct() {
        return distinct;
    }

    FrequentItems frequent() {
        return frequent;
    }

    ValueFacts facts() {
        return facts;
    }

    /** Adds the state of the rows that follow, which must not be used afterwards. */
    void merge(ColumnState later) {
        rows += later.rows;
        empty += later.empty;
        blank += later.blank;
        later.disguised.forEach((word, count) -> disguised.merge(word, count, Long::sum));
        distinct.merge(later.distinct);
        frequent.merge(later.frequent);
        facts.merge(later.facts);
    }

    /** What the column holds, with its most frequent values and masks. */
    ColumnProfile profile(int frequentValues) {
        return new ColumnProfile(
                name,
                rows,
                empty,
                blank,
                disguised,
                distinct.estimate(),
                distinct.isExact(),
                facts.smallest(),
                facts.largest(),
                facts.lengths(),
                facts.kinds(),
                facts.type(),
                facts.numbers(),
                values(frequentValues),
                facts.masks().top(frequentValues).stream()
                        .map(item -> new Mask(item.value().toString(), item.atLeast(), item.atMost()))
                        .toList());
    }

    /** Where counts are not exact, only values that are certain to occur more often than once are worth showing. */
    private List<FrequentValue> values(int limit) {
        return frequent.top(limit).stream()
                .filter(item -> frequent.isExact() || item.atLeast() > 1)
                .map(item -> new FrequentValue(item.value().toString(), item.atLeast(), item.atMost()))
                .toList();
    }

    void write(StateBytes.Writer out) {
        out.put(rows).put(empty).put(blank).put(disguised.size());
        disguised.forEach((word, count) -> out.put(word).put(count));
        out.put(distinct.toBytes()).put(frequent.toBytes());
        facts.write(out);
    }

    void read(StateBytes.Reader in, long runRows) {
        rows = in.count();
        empty = in.count();
        blank = in.count();
        in.require(rows == runRows && empty <= rows && blank <= rows - empty, "a column has another number of rows");
        long valued = rows - empty - blank;
        int words = in.length(Integer.MAX_VALUE, Integer.BYTES + Long.BYTES);
        String last = null;
        for (int i = 0; i < words; i++) {
            var word = in.text(LONGEST_WORD);
            long count = in.count();
            in.require(last == null || last.compareTo(word) < 0, "words are not in order");
            in.require(count > 0 && count <= valued, "a count is out of range");
            valued -= count;
            disguised.put(word, count);
            last = word;
        }
        distinct = DistinctCount.fromBytes(in.bytes());
        in.require(distinct.values() == valued, "its different values have another count");
        frequent = FrequentItems.fromBytes(in.bytes());
        in.require(frequent.total() == valued, "its frequent values have another count");
        facts.read(in, valued);
    }
}
