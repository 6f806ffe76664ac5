package org.dataassay.quality.column;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.jspecify.annotations.Nullable;

/** What is known of the values of a column besides their counts. */
final class ValueFacts {

    private static final ValueKind[] KINDS = ValueKind.values();
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private long count;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private long totalLength;
    private @Nullable Utf8 smallest;
    private @Nullable Utf8 largest;
    private long smallestPrefix;
    private long largestPrefix;
    private final long[] kinds = new long[KINDS.length];
    private Masks masks = new Masks();
    private final Numbers numbers;

    ValueFacts(int column, long part) {
        this.numbers = new Numbers(column, part);
    }

    /** Takes a value into account that occurs so many times, and returns the number that it is, or NaN. */
    double add(Utf8 value, long times, NumberBatch batch) {
        count += times;
        int length = value.codePoints();
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        totalLength += length * times;
        long prefix = value.prefix();
        if (smallest == null || Long.compareUnsigned(prefix, smallestPrefix) <= 0) addSmallest(value);
        if (largest == null || Long.compareUnsigned(prefix, largestPrefix) >= 0) addLargest(value);
        masks.add(value, times);
        var kind = value.kind();
        kinds[place(kind)] += times;
        if (kind != ValueKind.INTEGER && kind != ValueKind.DECIMAL) return Double.NaN;
        double number = value.toDouble();
        if (!Double.isNaN(number)) batch.add(number, times, numbers);
        return number;
    }

    private void addSmallest(Utf8 value) {
        if (smallest != null && value.compareBytes(smallest) >= 0) return;
        smallest = value.copy();
        smallestPrefix = value.prefix();
    }

    private void addLargest(Utf8 value) {
        if (largest != null && value.compareBytes(largest) <= 0) return;
        largest = value.copy();
        largestPrefix = value.prefix();
    }

    /** The number that a value is, as {@link #add} returns it. */
    static double number(Utf8 value) {
        var kind = value.kind();
        return kind == ValueKind.INTEGER || kind == ValueKind.DECIMAL ? value.toDouble() : Double.NaN;
    }

    void endPart(NumberBatch batch) {
        batch.flush(numbers);
    }

    void merge(ValueFacts later) {
        count += later.count;
        shortest = Math.min(shortest, later.shortest);
        longest = Math.max(longest, later.longest);
        totalLength += later.totalLength;
        if (later.smallest != null) addSmallest(later.smallest);
        if (later.largest != null) addLargest(later.largest);
        for (int i = 0; i < kinds.length; i++) kinds[i] += later.kinds[i];
        masks.merge(later.masks);
        numbers.merge(later.numbers);
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
            if (share >= ColumnProfile.TYPE_SHARE)
                return Optional.of(new ColumnProfile.InferredType(kind, share, count - alike));
        }
        throw new IllegalStateException("every value is text");
    }

    Masks masks() {
        return masks;
    }

    Optional<NumberSummary> numbers() {
        return numbers.count() == 0 ? Optional.empty() : Optional.of(NumberSummary.of(numbers));
    }

    void write(StateBytes.Writer out) {
        out.put(count);
        if (smallest == null || largest == null) return;
        out.put(shortest).put(longest).put(totalLength);
        for (var end : new Utf8[] {smallest, largest}) {
            var bytes = new byte[end.length()];
            end.copyTo(bytes, 0);
            out.put(bytes);
        }
        for (long kind : kinds) out.put(kind);
        out.put(masks.toBytes());
        numbers.write(out);
    }

    void read(StateBytes.Reader in, long cells) {
        count = in.count();
        in.require(count <= cells, "it has more values than cells");
        if (count == 0) return;
        shortest = in.anInt();
        longest = in.anInt();
        totalLength = in.count();
        in.require(shortest > 0 && shortest <= longest, "its lengths contradict each other");
        var low = in.bytes(in.length(LONGEST, 1));
        var high = in.bytes(in.length(LONGEST, 1));
        addSmallest(Utf8.of(low, 0, low.length));
        addLargest(Utf8.of(high, 0, high.length));
        long seen = 0;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = in.count();
            in.require(kinds[i] <= count - seen, "its kinds do not add up");
            seen += kinds[i];
        }
        in.require(seen == count, "its kinds do not add up");
        masks = Masks.fromBytes(in.bytes());
        numbers.read(in, count);
    }
}
