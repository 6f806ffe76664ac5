package org.dataassay.quality.column;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dataassay.quality.source.SemanticType;
import org.dataassay.quality.source.ValueKind;

/**
 * What a column looks like, in few enough figures to keep: what rules are suggested from, and what two states of a table are compared by.
 *
 * @param name the column
 * @param rows how many cells there are
 * @param missing cells without a value
 * @param distinct how many different values there are
 * @param distinctExact whether that is a count; otherwise an estimate
 * @param kinds how many values look like what
 * @param meanings how many values can be what, by {@link SemanticType#of}
 * @param suspicious how many values were probably typed to get past a form
 * @param lengths lengths of the values in code points; empty without values
 * @param values the most frequent values, most frequent first
 * @param valuesComplete whether those are all different values, each counted exactly
 * @param masks the most frequent looks of the values, most frequent first: {@code 9} a digit, {@code A} and {@code a} runs of letters, {@code 汉} of Han characters
 * @param numbers how the numbers are distributed, beyond 1e150 left out; empty where there are none
 * @param days how the days (of dates and timestamps) are distributed, as days since 1970-01-01; empty where there are none
 */
public record ColumnSummary(
        String name,
        long rows,
        long missing,
        long distinct,
        boolean distinctExact,
        Map<ValueKind, Long> kinds,
        Map<SemanticType, Long> meanings,
        long suspicious,
        Optional<ColumnProfile.Lengths> lengths,
        List<ColumnProfile.FrequentValue> values,
        boolean valuesComplete,
        List<ColumnProfile.FrequentValue> masks,
        Optional<Distribution> numbers,
        Optional<Distribution> days) {

    /** How many frequent values are kept at most. */
    public static final int VALUES = 200;

    /** How many masks are kept at most. */
    public static final int MASKS = 20;

    public ColumnSummary {
        kinds = ordered(ValueKind.class, kinds);
        meanings = ordered(SemanticType.class, meanings);
        values = List.copyOf(values);
        masks = List.copyOf(masks);
    }

    private static <E extends Enum<E>> Map<E, Long> ordered(Class<E> type, Map<E, Long> map) {
        var ordered = new EnumMap<E, Long>(type);
        ordered.putAll(map);
        return Collections.unmodifiableMap(ordered);
    }

    /** Cells with a value. */
    public long valued() {
        return rows - missing;
    }

    /** How many values are of a kind, or of a narrower one: an integer is a decimal too, and a date a timestamp. */
    public long count(ValueKind kind) {
        long count = kinds.getOrDefault(kind, 0L);
        if (kind == ValueKind.DECIMAL) count += kinds.getOrDefault(ValueKind.INTEGER, 0L);
        if (kind == ValueKind.TIMESTAMP) count += kinds.getOrDefault(ValueKind.DATE, 0L);
        return kind == ValueKind.TEXT ? valued() : count;
    }

    /** The narrowest kind that at least this share of the values has; empty without values. */
    public Optional<ValueKind> kind(double share) {
        for (var kind : ValueKind.values()) {
            if (valued() > 0 && count(kind) >= share * valued()) return Optional.of(kind);
        }
        return Optional.empty();
    }

    /** The meaning that most values can have, and how many. */
    public Optional<Map.Entry<SemanticType, Long>> meaning() {
        return meanings.entrySet().stream().max(Map.Entry.comparingByValue());
    }

    /** The first day; empty where there are none. */
    public Optional<LocalDate> firstDay() {
        return days.map(d -> LocalDate.ofEpochDay((long) d.minimum()));
    }

    /** How often a value occurs; empty when it is not among those kept. */
    OptionalLong countOf(String value) {
        return values.stream()
                .filter(v -> v.value().equals(value))
                .mapToLong(ColumnProfile.FrequentValue::count)
                .findFirst();
    }
}
