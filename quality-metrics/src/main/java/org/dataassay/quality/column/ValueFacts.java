package org.dataassay.quality.column;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.jspecify.annotations.Nullable;

/** What is known of the values of a column besides their counts. Every part depends on the multiset of values only, not on their order. */
final class ValueFacts {

    private static final ValueKind[] KINDS = ValueKind.values();

    private long count;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private long totalLength;
    private @Nullable Utf8 smallest;
    private @Nullable Utf8 largest;
    private final long[] kinds = new long[KINDS.length];

    private long numberCount;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private final NumberCounts numbers = new NumberCounts();

    void add(Utf8 value, long times) {
        count += times;
        int length = value.codePoints();
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        totalLength += length * times;
        if (smallest == null || value.compareBytes(smallest) < 0) smallest = value.copy();
        if (largest == null || value.compareBytes(largest) > 0) largest = value.copy();
        var kind = value.kind();
        kinds[place(kind)] += times;
        if (kind == ValueKind.INTEGER || kind == ValueKind.DECIMAL) {
            var number = value.number();
            if (number.isPresent()) addNumber(number.getAsDouble(), times);
        }
    }

    private void addNumber(double x, long times) {
        numberCount += times;
        minimum = Math.min(minimum, x);
        maximum = Math.max(maximum, x);
        sum.add(x, times);
        squares.addSquare(x, times);
        numbers.add(x, times);
    }

    void merge(ValueFacts other) {
        count += other.count;
        shortest = Math.min(shortest, other.shortest);
        longest = Math.max(longest, other.longest);
        totalLength += other.totalLength;
        if (other.smallest != null && (smallest == null || other.smallest.compareBytes(smallest) < 0))
            smallest = other.smallest;
        if (other.largest != null && (largest == null || other.largest.compareBytes(largest) > 0))
            largest = other.largest;
        for (int i = 0; i < kinds.length; i++) kinds[i] += other.kinds[i];
        numberCount += other.numberCount;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
        sum.merge(other.sum);
        squares.merge(other.squares);
        numbers.merge(other.numbers);
    }

    @SuppressWarnings("EnumOrdinal") // an index into a private array, once per cell
    private static int place(ValueKind kind) {
        return kind.ordinal();
    }

    Optional<String> smallest() {
        return Optional.ofNullable(smallest).map(Utf8::toString);
    }

    Optional<String> largest() {
        return Optional.ofNullable(largest).map(Utf8::toString);
    }

    Optional<ColumnProfile.Lengths> lengths() {
        return count == 0
                ? Optional.empty()
                : Optional.of(new ColumnProfile.Lengths(shortest, longest, (double) totalLength / count));
    }

    Map<ValueKind, Long> kinds() {
        var map = new EnumMap<ValueKind, Long>(ValueKind.class);
        for (var kind : KINDS) {
            if (kinds[place(kind)] > 0) map.put(kind, kinds[place(kind)]);
        }
        return map;
    }

    Optional<ColumnProfile.InferredType> type() {
        if (count == 0) return Optional.empty();
        for (var kind : KINDS) {
            long alike = kinds[place(kind)];
            if (kind == ValueKind.DECIMAL) alike += kinds[place(ValueKind.INTEGER)];
            if (kind == ValueKind.TIMESTAMP) alike += kinds[place(ValueKind.DATE)];
            if (kind == ValueKind.TEXT) alike = count;
            double share = (double) alike / count;
            if (share >= ColumnProfile.TYPE_SHARE) return Optional.of(new ColumnProfile.InferredType(kind, share));
        }
        throw new IllegalStateException("every value is text");
    }

    Optional<NumberSummary> numbers() {
        if (numberCount == 0) return Optional.empty();
        return Optional.of(NumberSummary.of(numberCount, minimum, maximum, sum, squares, numbers));
    }
}
