package org.dataassay.quality.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.dataassay.quality.column.ColumnProfile;
import org.dataassay.quality.column.NumberSummary;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.source.Utf8;
import org.dataassay.valuation.result.Note;

/** How alike two profiles of the same rows are: to the bit in what is counted, within its own stated bound in what is sketched. */
final class Likeness {

    private Likeness() {}

    /** The same in all but the table's name, its digest and what is said of it. */
    static void assertSame(QualityProfile actual, QualityProfile expected) {
        assertThat(actual.columns()).isEqualTo(expected.columns());
        assertThat(actual.correlations()).isEqualTo(expected.correlations());
        assertCounts(actual, expected);
        assertThat(found(actual)).isEqualTo(found(expected));
        assertThat(actual.notes().get(0).code()).isEqualTo("rows-in-partitions");
    }

    /** The notes without those on how the table was read, which come first and are of the kind for it. */
    private static List<Note> found(QualityProfile profile) {
        return profile.notes().stream()
                .filter(note -> note.kind() != Note.Kind.INFO)
                .toList();
    }

    /** The same where counted, and within the bounds where sketched; the rows are those of the table. */
    static void assertAlike(QualityProfile actual, QualityProfile expected, List<List<String>> rows) {
        assertCounts(actual, expected);
        assertThat(actual.correlations()).hasSameSizeAs(expected.correlations());
        for (int i = 0; i < actual.correlations().size(); i++) {
            var a = actual.correlations().get(i);
            var e = expected.correlations().get(i);
            assertThat(a.first() + a.second() + a.rows()).isEqualTo(e.first() + e.second() + e.rows());
            assertThat(a.coefficient()).isCloseTo(e.coefficient(), within(1e-12));
        }
        for (int i = 0; i < actual.columns().size(); i++) {
            int place = i;
            var texts = rows.stream().map(row -> row.get(place)).toList();
            assertAlike(actual.columns().get(i), expected.columns().get(i), texts);
        }
    }

    private static void assertCounts(QualityProfile actual, QualityProfile expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.rejected()).isEqualTo(expected.rejected());
        assertThat(actual.duplicates()).isEqualTo(expected.duplicates());
        assertThat(actual.rules()).isEqualTo(expected.rules());
    }

    private static void assertAlike(ColumnProfile actual, ColumnProfile expected, List<String> texts) {
        assertThat(counted(actual)).isEqualTo(counted(expected));
        assertThat(actual.masks()).as(actual.name()).isEqualTo(expected.masks());
        var times = new HashMap<String, Long>();
        texts.forEach(text -> times.merge(text, 1L, Long::sum));
        for (var value : actual.frequent())
            assertThat(times.get(value.value())).as(actual.name()).isBetween(value.count(), value.atMost());
        if (expected.distinctExact()) assertThat(actual.frequent()).isEqualTo(expected.frequent());
        actual.numbers().ifPresent(numbers -> assertRanks(actual.name(), numbers, texts));
    }

    /** Ranks, not values, are what the sketch promises. */
    private static void assertRanks(String column, NumberSummary numbers, List<String> texts) {
        var sorted = texts.stream()
                .map(text -> Utf8.of(text).number())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        assertThat(sorted).hasSize((int) numbers.count());
        for (var quantile : numbers.quantiles()) {
            double off = quantile.exact() ? 0 : numbers.rankError();
            assertRank(column, sorted, quantile.value(), quantile.probability(), off);
        }
        double median = numbers.median();
        var distances =
                Arrays.stream(sorted).map(x -> Math.abs(x - median)).sorted().toArray();
        assertRank(column, distances, numbers.medianAbsoluteDeviation().orElseThrow(), 0.5, 2 * numbers.rankError());
    }

    private static void assertRank(String column, double[] sorted, double value, double probability, double off) {
        long atMost = Arrays.stream(sorted).filter(x -> x <= value).count();
        long below = Arrays.stream(sorted).filter(x -> x < value).count();
        double rank = Math.max(1, Math.ceil(sorted.length * probability));
        assertThat(rank - off * sorted.length).as(column + " " + probability).isLessThanOrEqualTo(atMost);
        assertThat(rank + off * sorted.length).as(column + " " + probability).isGreaterThan(below);
    }

    /** The column without what is sketched. */
    private static ColumnProfile counted(ColumnProfile c) {
        var numbers = c.numbers()
                .map(n -> new NumberSummary(
                        n.count(),
                        n.minimum(),
                        n.maximum(),
                        n.mean(),
                        n.standardDeviation(),
                        n.skewness(),
                        n.quantiles().stream()
                                .filter(NumberSummary.Quantile::exact)
                                .toList(),
                        0,
                        OptionalDouble.empty(),
                        n.histogram()));
        return new ColumnProfile(
                c.name(),
                c.rows(),
                c.empty(),
                c.blank(),
                Map.copyOf(c.disguised()),
                c.distinct(),
                c.distinctExact(),
                c.smallest(),
                c.largest(),
                c.lengths(),
                c.kinds(),
                c.type(),
                numbers,
                List.of(),
                List.of());
    }
}
