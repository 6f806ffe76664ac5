package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dataassay.quality.column.DriftReport.Level;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftComparisonTest {

    private static final ValuationContext TERMS =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static TableSummary summary(String column, int rows, IntFunction<String> cell) {
        var cells =
                IntStream.range(0, rows).mapToObj(i -> List.of(cell.apply(i))).toList();
        return summary(List.of(column), cells);
    }

    private static TableSummary summary(List<String> columns, List<List<String>> rows) {
        return TableSummary.read(TableSource.of("t", columns, rows), MissingValues.standard(), 7);
    }

    private static DriftReport compare(TableSummary earlier, TableSummary later) {
        return DriftComparison.standard().evaluate(new DriftFacts(earlier, later), TERMS);
    }

    private static DriftReport.Change change(DriftReport report, DriftMeasure measure) {
        return report.change("x", measure).orElseThrow();
    }

    @Test
    void the_index_and_the_distance_of_two_classes_are_those_of_the_pocket_calculator() {
        // half and half, then 60 to 40: (0.6 − 0.5)·ln(0.6/0.5) + (0.4 − 0.5)·ln(0.4/0.5) = 0.018232 + 0.022314
        var report = compare(
                summary("x", 1000, i -> i % 2 == 0 ? "a" : "b"), summary("x", 1000, i -> i % 5 < 3 ? "a" : "b"));
        var index = change(report, DriftMeasure.STABILITY_INDEX);
        assertThat(index.amount()).isEqualTo(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8), within(1e-15));
        assertThat(index.amount()).isEqualTo(0.040547, within(5e-7));
        assertThat(index.level()).isEqualTo(Level.NONE);
        // ½·(0.5·log₂(0.5/0.55) + 0.5·log₂(0.5/0.45)) + ½·(0.6·log₂(0.6/0.55) + 0.4·log₂(0.4/0.45)) = 0.0072997
        var js = change(report, DriftMeasure.JENSEN_SHANNON);
        double divergence = (0.5 * Math.log(0.5 / 0.55)
                        + 0.5 * Math.log(0.5 / 0.45)
                        + 0.6 * Math.log(0.6 / 0.55)
                        + 0.4 * Math.log(0.4 / 0.45))
                / 2
                / Math.log(2);
        assertThat(js.amount()).isEqualTo(Math.sqrt(divergence), within(1e-12));
        // 500/500 against 600/400: χ² = 2000·(500·400 − 500·600)²/(1000·1000·1100·900) = 20.2020, one degree of freedom
        assertThat(js.odds().orElseThrow()).isEqualTo(6.972e-6, within(2e-8));
    }

    @Test
    void classes_that_do_not_overlap_are_at_distance_one() {
        var report =
                compare(summary("x", 500, i -> i % 2 == 0 ? "a" : "b"), summary("x", 500, i -> i % 2 == 0 ? "c" : "d"));
        assertThat(change(report, DriftMeasure.JENSEN_SHANNON).amount()).isEqualTo(1, within(1e-12));
        assertThat(change(report, DriftMeasure.JENSEN_SHANNON).level()).isEqualTo(Level.MAJOR);
        assertThat(change(report, DriftMeasure.NEW_VALUES).amount()).isEqualTo(1);
        assertThat(change(report, DriftMeasure.NEW_VALUES).explanation())
                .isEqualTo("500 of 500 values did not occur before");
        // half a row where there is none: p = 250/501 and 0.5/501, twice each way
        double p = 250.0 / 501;
        double q = 0.5 / 501;
        assertThat(change(report, DriftMeasure.STABILITY_INDEX).amount())
                .isEqualTo(4 * (p - q) * Math.log(p / q), within(1e-12));
    }

    @Test
    void the_distance_of_two_uniform_distributions_is_the_shift() {
        var earlier = summary("x", 10_000, i -> String.valueOf(i));
        var report = compare(earlier, summary("x", 10_000, i -> String.valueOf(i + 3_000)));
        var distance = change(report, DriftMeasure.KOLMOGOROV_SMIRNOV);
        assertThat(distance.amount()).isEqualTo(0.3, within(distance.error()));
        assertThat(distance.error()).isBetween(0.005, 0.03);
        assertThat(distance.level()).isEqualTo(Level.MAJOR);
        var shift = change(report, DriftMeasure.MEAN_SHIFT);
        // s² of 0 … n − 1 is n(n + 1)/12
        assertThat(shift.amount()).isEqualTo(3_000 / Math.sqrt(10_000.0 * 10_001 / 12), within(1e-12));
        assertThat(shift.explanation()).isEqualTo("means 5000 and 8000");
    }

    @Test
    void a_table_does_not_differ_from_itself() {
        var table = new PlantedTable(3_000, 5);
        var summary = TableSummary.read(table.open(), MissingValues.standard(), 1);
        var report = compare(summary, summary);
        assertThat(report.worst()).isEqualTo(Level.NONE);
        assertThat(report.changes()).allSatisfy(c -> assertThat(c.amount()).isEqualTo(0, within(1e-7)));
        assertThat(report.changes()).extracting(DriftReport.Change::measure).contains(DriftMeasure.KOLMOGOROV_SMIRNOV);
    }

    @Test
    void columns_types_and_missing_values() {
        var earlier = summary(
                List.of("x", "gone"),
                IntStream.range(0, 200)
                        .mapToObj(i -> List.of(String.valueOf(i), "1"))
                        .toList());
        var later = summary(
                List.of("new", "x"),
                IntStream.range(0, 400)
                        .mapToObj(i -> List.of("1", i % 4 == 0 ? "" : i % 4 == 1 ? "ten" : "2024-01-01"))
                        .toList());
        var report = compare(earlier, later);
        assertThat(report.change("", DriftMeasure.ROWS).orElseThrow().amount()).isEqualTo(1);
        assertThat(report.change("gone", DriftMeasure.VANISHED_COLUMN)
                        .orElseThrow()
                        .level())
                .isEqualTo(Level.MAJOR);
        assertThat(report.change("new", DriftMeasure.NEW_COLUMN).orElseThrow().level())
                .isEqualTo(Level.MODERATE);
        assertThat(change(report, DriftMeasure.TYPE).explanation()).isEqualTo("integer, now text");
        var missing = change(report, DriftMeasure.MISSING_SHARE);
        assertThat(missing.amount()).isEqualTo(0.25);
        assertThat(missing.explanation()).isEqualTo("missing 0 %, now 25 %");
        assertThat(missing.level()).isEqualTo(Level.MAJOR);
        assertThat(report.changes()).extracting(DriftReport.Change::level).isSorted();
    }

    @Test
    void looks_of_texts_are_compared_where_values_are_too_many() {
        var report =
                compare(summary("x", 5_000, i -> "A" + (10_000 + i)), summary("x", 5_000, i -> (10_000 + i) + "-A"));
        assertThat(change(report, DriftMeasure.JENSEN_SHANNON).amount()).isEqualTo(1, within(1e-12));
        assertThat(change(report, DriftMeasure.JENSEN_SHANNON).explanation()).isEqualTo("over 2 classes of looks");
    }

    @Test
    void empty_tables_are_compared_by_their_columns() {
        var report = compare(summary(List.of("x"), List.of()), summary("y", 10, i -> "1"));
        assertThat(report.changes())
                .extracting(DriftReport.Change::measure)
                .containsExactlyInAnyOrder(DriftMeasure.VANISHED_COLUMN, DriftMeasure.NEW_COLUMN);
        assertThat(compare(summary(List.of("x"), List.of()), summary(List.of("x"), List.of()))
                        .changes())
                .isEmpty();
    }

    @Test
    void few_rows_are_not_significant() {
        var report = compare(summary("x", 10, i -> i % 2 == 0 ? "a" : "b"), summary("x", 10, i -> i < 8 ? "a" : "b"));
        assertThat(change(report, DriftMeasure.STABILITY_INDEX).amount()).isGreaterThan(0.25);
        assertThat(change(report, DriftMeasure.STABILITY_INDEX).level()).isEqualTo(Level.NOT_SIGNIFICANT);
    }

    @Test
    void sampling_alone_seldom_raises_an_alarm() {
        // thresholds of 0, so that only the odds decide; 200 pairs of samples of one population, at odds of 0.05 for
        // any of the tests of a pair:
        // 10 expected, more than 22 with odds below 1e-3
        int alarms = 0;
        var none = new DriftOptions.Threshold(0, 0);
        var options = new DriftOptions(
                java.util.Map.of(
                        DriftMeasure.STABILITY_INDEX, none,
                        DriftMeasure.KOLMOGOROV_SMIRNOV, none,
                        DriftMeasure.MEAN_SHIFT, none,
                        DriftMeasure.MISSING_SHARE, none),
                0.05);
        for (int seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var samples = new ArrayList<TableSummary>();
            for (int k = 0; k < 2; k++)
                samples.add(summary(
                        List.of("x", "y"),
                        IntStream.range(0, 400 + 200 * k)
                                .mapToObj(i -> List.of(
                                        random.nextInt(20) == 0 ? "" : String.valueOf(random.nextInt(100_000)),
                                        String.valueOf((char) ('a' + random.nextInt(5)))))
                                .toList()));
            var report = DriftComparison.with(options).evaluate(new DriftFacts(samples.get(0), samples.get(1)), TERMS);
            if (report.worst() == Level.MAJOR) alarms++;
        }
        assertThat(alarms).isLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50, 3_000})
    void summaries_are_written_and_read_back_the_same(int rows) {
        var summary = TableSummary.read(new PlantedTable(rows, 3).open(), MissingValues.standard(), 1);
        assertThat(QualityJson.readSummary(QualityJson.write(summary))).isEqualTo(summary);
        assertThat(QualityJson.write(QualityJson.readSummary(QualityJson.write(summary))))
                .isEqualTo(QualityJson.write(summary));
    }

    @Test
    void damaged_summaries_are_refused() {
        var json = QualityJson.write(summary("x", 100, i -> "v" + i % 7));
        assertThatThrownBy(() -> QualityJson.readSummary("[")).hasMessageStartingWith("summary is not JSON: ");
        assertThatThrownBy(() -> QualityJson.readSummary("{}"))
                .hasMessageContaining("summary is not a stored state: schemaVersion is not 1");
        assertThatThrownBy(() -> QualityJson.readSummary(json.replace("\"rows\": 100", "\"rows\": -1")))
                .hasMessageContaining("rows is not a whole number from 0 on");
        assertThatThrownBy(() -> QualityJson.readSummary(json.replace("\"missing\": 0", "\"missing\": 101")))
                .hasMessageContaining("columns[0].missing is above rows");
        assertThatThrownBy(() -> QualityJson.readSummary(json.replace("table-summary", "profile")))
                .hasMessageContaining("kind is not table-summary");
        var numbers = QualityJson.write(summary("x", 3, i -> String.valueOf(i)));
        assertThatThrownBy(() -> QualityJson.readSummary(numbers.replace("\"quantiles\": [0,", "\"quantiles\": [9,")))
                .hasMessageContaining("columns[0].numbers.quantiles must be finite and ascending");
    }

    @Test
    void reports_are_written_worst_first() {
        var report = compare(summary("x", 500, i -> i % 2 == 0 ? "a" : "b"), summary("x", 500, i -> "a"));
        assertThat(QualityJson.write(report))
                .contains(
                        "\"worst\": \"major\"",
                        "\"measure\": \"stability-index\"",
                        "\"odds\": ",
                        "\"method\": \"quality.drift\"");
    }

    @Test
    void broken_options_are_refused() {
        assertThatThrownBy(() -> new DriftOptions(java.util.Map.of(), 0))
                .hasMessageContaining("falseAlarm must be in (0, 0.5], but was 0");
        assertThatThrownBy(() -> new DriftOptions.Threshold(0.2, 0.1))
                .hasMessageContaining("major must be at least moderate (0.2), but was 0.1");
        for (var measure : DriftMeasure.values())
            assertThat(DriftMeasure.ofId(measure.id())).contains(measure);
        for (var level : Level.values()) assertThat(Level.ofId(level.id())).contains(level);
    }
}
