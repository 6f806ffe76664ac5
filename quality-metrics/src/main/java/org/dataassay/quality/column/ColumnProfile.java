package org.dataassay.quality.column;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.quality.source.ValueKind;

/**
 * What one column holds. A cell is empty, blank, disguised (a word that stands for no value) or a value, and exactly one of them.
 *
 * @param name the column
 * @param rows how many cells there are
 * @param empty cells without a character
 * @param blank cells with nothing but blanks
 * @param disguised cells whose text stands for no value, by the word
 * @param distinct how many different values there are, blanks and case included
 * @param distinctExact whether that is a count; otherwise an estimate with a standard error of 0.6 %, never above the number of values
 * @param smallest the value that comes first in the order of code points; empty without values
 * @param largest the value that comes last
 * @param lengths lengths of the values in code points; empty without values
 * @param kinds how many values look like what
 * @param type the narrowest kind that nearly all values have; empty without values
 * @param numbers the values that are numbers; empty when none is
 * @param frequent the most frequent values, most frequent first, equal ones in the order of code points; where there are too many different ones, those that
 *     certainly occur more than once
 * @param masks what the values look like, most frequent first
 */
public record ColumnProfile(
        String name,
        long rows,
        long empty,
        long blank,
        Map<String, Long> disguised,
        long distinct,
        boolean distinctExact,
        Optional<String> smallest,
        Optional<String> largest,
        Optional<Lengths> lengths,
        Map<ValueKind, Long> kinds,
        Optional<InferredType> type,
        Optional<NumberSummary> numbers,
        List<FrequentValue> frequent,
        List<Mask> masks) {

    /** The share of values that must look alike for a type to be inferred. */
    public static final double TYPE_SHARE = 0.95;

    /** Lengths in code points. */
    public record Lengths(int minimum, int maximum, double mean) {}

    /**
     * The narrowest kind that at least {@link #TYPE_SHARE} of the values have, the share that has it, and how many values contradict it; an integer is a decimal too,
     * a date a timestamp.
     */
    public record InferredType(ValueKind kind, double share, long contradicting) {}

    /** A value, how often it occurs at least, and at most. */
    public record FrequentValue(String value, long count, long atMost) {

        /** A value that occurs so many times. */
        public FrequentValue(String value, long count) {
            this(value, count, count);
        }

        /** Whether {@link #count} is a count. */
        public boolean isExact() {
            return count == atMost;
        }
    }

    /** A look of values, {@code 9999-99-99} of dates: digits as 9, runs of letters as a or A, how many values have it at least, and at most. */
    public record Mask(String mask, long count, long atMost) {}

    public ColumnProfile {
        disguised = Collections.unmodifiableMap(new TreeMap<>(disguised));
        var ordered = new EnumMap<ValueKind, Long>(ValueKind.class);
        ordered.putAll(kinds);
        kinds = Collections.unmodifiableMap(ordered);
        frequent = List.copyOf(frequent);
        masks = List.copyOf(masks);
    }

    /** Cells that say that there is no value. */
    public long disguisedCount() {
        return disguised.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Cells without a value: empty, blank or disguised. */
    public long missing() {
        return empty + blank + disguisedCount();
    }

    /** Cells with a value. */
    public long valued() {
        return rows - missing();
    }
}
