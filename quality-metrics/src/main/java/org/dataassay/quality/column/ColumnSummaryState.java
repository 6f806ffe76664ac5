package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.quality.column.ColumnProfile.FrequentValue;
import org.dataassay.quality.rule.internal.DistinctCount;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.SemanticType;
import org.dataassay.quality.source.SuspiciousValues;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.numeric.Welford;

/** A {@link ColumnSummary} in progress, in bounded memory. Not thread-safe. */
final class ColumnSummaryState {

    private final String name;
    private final MissingValues.Matcher missingValues;
    private final SuspiciousValues.Matcher suspiciousValues =
            SuspiciousValues.standard().matcher();
    private long rows;
    private long missing;
    private long suspicious;
    private long totalLength;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private final EnumMap<ValueKind, Long> kinds = new EnumMap<>(ValueKind.class);
    private final EnumMap<SemanticType, Long> meanings = new EnumMap<>(SemanticType.class);
    private final FrequentItems values = new FrequentItems();
    private final Masks masks = new Masks();
    private final DistinctCount distinct = new DistinctCount();
    private final Numbers numbers;
    private final Numbers days;

    ColumnSummaryState(String name, int column, MissingValues.Matcher missing, long seed) {
        this.name = name;
        this.missingValues = missing;
        this.numbers = new Numbers(seed, 2 * column);
        this.days = new Numbers(seed, 2 * column + 1);
    }

    void add(Utf8 cell) {
        rows++;
        if (missingValues.isMissing(cell)) {
            missing++;
            return;
        }
        int length = cell.codePoints();
        totalLength += length;
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        if (suspiciousValues.isSuspicious(cell)) suspicious++;
        long hash = cell.hash();
        distinct.add(hash);
        values.add(cell, hash, 1);
        masks.add(cell, 1);
        SemanticType.of(cell).ifPresent(meaning -> meanings.merge(meaning, 1L, Long::sum));
        var kind = cell.kind();
        kinds.merge(kind, 1L, Long::sum);
        switch (kind) {
            case INTEGER, DECIMAL -> cell.number().ifPresent(numbers::add);
            case DATE, TIMESTAMP -> cell.epochDay().ifPresent(days::add);
            case BOOLEAN, TEXT -> {}
        }
    }

    ColumnSummary summary() {
        long valued = rows - missing;
        var top = values.top(ColumnSummary.VALUES);
        boolean complete = values.isExact() && values.tooLong() == 0 && top.size() == distinct.estimate();
        Optional<ColumnProfile.Lengths> lengths = valued == 0
                ? Optional.empty()
                : Optional.of(new ColumnProfile.Lengths(shortest, longest, (double) totalLength / valued));
        return new ColumnSummary(
                name,
                rows,
                missing,
                distinct.estimate(),
                distinct.isExact(),
                kinds,
                meanings,
                suspicious,
                lengths,
                listed(top),
                complete,
                listed(masks.top(ColumnSummary.MASKS)),
                numbers.distribution(),
                days.distribution());
    }

    private static List<FrequentValue> listed(List<FrequentItems.Item> items) {
        return items.stream()
                .map(item -> new FrequentValue(item.value().toString(), item.atLeast()))
                .toList();
    }

    /** Moments and quantiles of numbers. */
    private static final class Numbers {

        /** Beyond it the square is no double; such a number is no measurement, and left out. */
        private static final double LARGEST = 1e150;

        private final Welford moments = new Welford();
        private final QuantileSketch quantiles;

        Numbers(long seed, int stream) {
            quantiles = new QuantileSketch(seed, stream, 0);
        }

        void add(double number) {
            if (Math.abs(number) > LARGEST) return;
            moments.add(number);
            quantiles.add(number);
        }

        void add(long number) {
            add((double) number);
        }

        Optional<Distribution> distribution() {
            if (moments.count() == 0) return Optional.empty();
            var probabilities = new double[Distribution.STEPS + 1];
            for (int i = 0; i < probabilities.length; i++) probabilities[i] = i / (double) Distribution.STEPS;
            var grid = new ArrayList<Double>();
            double last = Double.NEGATIVE_INFINITY;
            for (double q : quantiles.quantiles(probabilities)) {
                last = Math.max(last, q);
                grid.add(last);
            }
            return Optional.of(new Distribution(
                    moments.count(),
                    moments.mean(),
                    moments.count() > 1 ? OptionalDouble.of(moments.standardDeviation()) : OptionalDouble.empty(),
                    grid,
                    quantiles.rankError()));
        }
    }
}
