package org.dataassay.quality.column;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dataassay.quality.column.ColumnProfile.FrequentValue;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column so far, in bounded memory. Merging is associative and commutative, and the state of a whole equals the merged states of
 * its parts, to the last bit: every part of it depends on which values there are and how often, never on their order.
 *
 * <p>Up to {@link #EXACT_VALUES} different values are counted one by one, and what can be told from a value is worked out once per value instead of
 * once per cell. With more, the counts are given up: distincts are estimated by an UltraLogLog sketch (O. Ertl, UltraLogLog, VLDB 2024; 2^14
 * registers, standard error 0.6 %).
 *
 * <p>Not thread-safe.
 */
public final class ColumnState {

    /** Up to so many different values are counted exactly. */
    public static final int EXACT_VALUES = 4096;

    private static final int SKETCH_PRECISION = 14;

    private final String name;
    private final MissingValues.Matcher missing;
    private long rows;
    private long empty;
    private long blank;
    private final Map<String, Long> disguised = new TreeMap<>();

    /** Exactly one of counts and beyond is present. */
    private @Nullable ValueCounts counts = new ValueCounts();

    private @Nullable Beyond beyond;

    /** What is kept when there are too many different values to count each. */
    private static final class Beyond {
        final ValueFacts facts = new ValueFacts();
        final UltraLogLog sketch = UltraLogLog.create(SKETCH_PRECISION);

        void add(Utf8 value, long hash, long times) {
            facts.add(value, times);
            sketch.add(hash);
        }
    }

    public ColumnState(String name, MissingValues.Matcher missing) {
        this.name = name;
        this.missing = missing;
    }

    /** Takes one cell into account. */
    public void add(Utf8 cell) {
        rows++;
        if (cell.isEmpty()) {
            empty++;
        } else if (cell.isBlank()) {
            blank++;
        } else {
            var word = missing.disguise(cell);
            if (word.isPresent()) {
                disguised.merge(word.get(), 1L, Long::sum);
            } else {
                addValue(cell, cell.hash(), 1);
            }
        }
    }

    private void addValue(Utf8 value, long hash, long times) {
        if (counts == null) {
            beyond().add(value, hash, times);
        } else {
            counts.add(value, hash, times);
            if (counts.size() > EXACT_VALUES) beyond();
        }
    }

    /** Gives up the exact counts. */
    private Beyond beyond() {
        if (beyond == null) {
            var more = new Beyond();
            if (counts != null) counts.forEach(more::add);
            counts = null;
            beyond = more;
        }
        return beyond;
    }

    /** Adds the state of another part of the same column, which must not be used afterwards. */
    public void merge(ColumnState other) {
        rows += other.rows;
        empty += other.empty;
        blank += other.blank;
        other.disguised.forEach((word, count) -> disguised.merge(word, count, Long::sum));
        if (other.counts != null) {
            other.counts.forEach(this::addValue);
        } else {
            beyond().facts.merge(other.beyond().facts);
            beyond().sketch.add(other.beyond().sketch);
        }
    }

    /** What the column holds, with its most frequent values. */
    public ColumnProfile profile(int frequentValues) {
        var facts = new ValueFacts();
        var frequent = new ArrayList<FrequentValue>();
        long distinct;
        if (counts != null) {
            counts.forEach((value, hash, count) -> {
                facts.add(value, count);
                frequent.add(new FrequentValue(value.toString(), count));
            });
            distinct = counts.size();
        } else {
            facts.merge(beyond().facts);
            long valued = rows
                    - empty
                    - blank
                    - disguised.values().stream().mapToLong(Long::longValue).sum();
            long estimate = Math.round(beyond().sketch.getDistinctCountEstimate());
            distinct = Math.min(valued, Math.max(estimate, EXACT_VALUES + 1L));
        }
        return new ColumnProfile(
                name,
                rows,
                empty,
                blank,
                disguised,
                distinct,
                counts != null,
                facts.smallest(),
                facts.largest(),
                facts.lengths(),
                facts.kinds(),
                facts.type(),
                facts.numbers(),
                first(frequent, frequentValues));
    }

    private static List<FrequentValue> first(List<FrequentValue> values, int limit) {
        var order = Comparator.comparingLong(FrequentValue::count)
                .reversed()
                .thenComparing(v -> Utf8.of(v.value()), Utf8::compareBytes);
        return values.stream().sorted(order).limit(limit).toList();
    }
}
