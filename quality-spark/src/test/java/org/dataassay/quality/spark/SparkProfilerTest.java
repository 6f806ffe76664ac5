package org.dataassay.quality.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.ProfileRun;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.RejectedRows;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkProfilerTest {

    private static final Pattern QUOTED = Pattern.compile("[,\"\r\n]");

    @TempDir
    private static Path folder;

    private static List<String> columns;
    private static List<List<String>> rows;
    private static QualityProfile oneMachine;
    private static String digest;

    @BeforeAll
    static void profileOnOneMachine() {
        var file = PlantedTable.write(folder);
        rows = PlantedTable.rows(file);
        try (var table = CsvSource.open(file)) {
            columns = table.columns();
            oneMachine = QualityProfiler.with(PlantedTable.options()).evaluate(table, PlantedTable.CONTEXT);
        }
        digest = digest(rows);
    }

    private static QualityProfile profile(Dataset<Row> data) {
        return profile(data, ProfileOptions.standard());
    }

    private static QualityProfile profile(Dataset<Row> data, ProfileOptions options) {
        return SparkProfiler.profile("t", data, options, PlantedTable.CONTEXT);
    }

    // ---- equal to one machine ----

    @Test
    void one_partition_is_the_run_on_one_machine_to_the_bit() {
        Likeness.assertSame(profile(LocalSpark.rows(columns, rows, 1), PlantedTable.options()), oneMachine);
    }

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {3, 9})
    void any_partitions_count_the_same(int partitions) {
        var found = profile(LocalSpark.rows(columns, rows, partitions), PlantedTable.options());
        Likeness.assertAlike(found, oneMachine, rows);
        assertThat(found.provenance().inputDigest()).isEqualTo(digest);
    }

    @Test
    void the_states_of_neighbors_merge_from_left_to_right() {
        int partitions = 3;
        var options = PlantedTable.options();
        var whole = run(options, 0, partitions);
        for (int part = 1; part < partitions; part++) whole.merge(run(options, part, partitions));
        var expected = whole.profile("t", digest, RejectedRows.NONE, List.of(), PlantedTable.CONTEXT.seed());
        Likeness.assertSame(profile(LocalSpark.rows(columns, rows, partitions), options), expected);
    }

    private static ProfileRun run(ProfileOptions options, int part, int partitions) {
        int from = (int) ((long) part * rows.size() / partitions); // as SparkContext.parallelize cuts
        int to = (int) ((part + 1L) * rows.size() / partitions);
        var run = ProfileRun.startPart(options, columns, PlantedTable.DAY, part);
        try (var table = TableSource.of("t", columns, rows.subList(from, to))) {
            while (table.advance()) run.add(table.row());
        }
        return run;
    }

    @Test
    void two_levels_of_merging_count_the_same() {
        var few = rows.subList(0, 1000);
        var found = profile(LocalSpark.rows(columns, few, 17));
        Likeness.assertAlike(found, profile(LocalSpark.rows(columns, few, 1)), few);
    }

    @Test
    void the_same_partitions_give_the_same_bits() {
        var data = LocalSpark.rows(columns, rows.subList(0, 3000), 10);
        assertThat(QualityJson.write(profile(data, PlantedTable.options())))
                .isEqualTo(QualityJson.write(profile(data, PlantedTable.options())));
    }

    @Test
    void parquet_is_the_csv_it_was_made_of() {
        var path = folder.resolve("planted.parquet").toString();
        LocalSpark.rows(columns, rows, 1).write().parquet(path);
        Likeness.assertSame(profile(LocalSpark.SESSION.read().parquet(path), PlantedTable.options()), oneMachine);
    }

    // ---- the digest ----

    @Test
    void the_digest_knows_neither_partitions_nor_order() {
        var data = LocalSpark.rows(columns, rows.subList(0, 500), 3);
        var few = profile(data).provenance().inputDigest();
        assertThat(few).isEqualTo(digest(rows.subList(0, 500)));
        assertThat(profile(data.orderBy("phone")).provenance().inputDigest()).isEqualTo(few);
        assertThat(profile(data.limit(499)).provenance().inputDigest()).isNotEqualTo(few);
    }

    /** As the documentation says, and slowly. */
    private static String digest(List<List<String>> of) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var sum = BigInteger.ZERO;
            for (var row : of)
                sum = sum.add(new BigInteger(1, sha256.digest(line(row).getBytes(StandardCharsets.UTF_8))));
            var lines = String.format("%s%n%d%n%064x%n", line(columns), of.size(), sum.mod(BigInteger.TWO.pow(256)));
            return HexFormat.of()
                    .formatHex(sha256.digest(lines.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(List<String> row) {
        return String.join(
                ",",
                row.stream()
                        .map(cell -> QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .toList());
    }

    // ---- little and nothing ----

    @Test
    void partitions_without_rows_change_nothing() {
        var few = List.of(List.of("1", "a"), List.of("2", ""), List.of("2", "b"));
        var found = profile(LocalSpark.rows(List.of("n", "t"), few, 10));
        assertThat(found.columns())
                .isEqualTo(profile(LocalSpark.rows(List.of("n", "t"), few, 1)).columns());
        assertThat(found.rows()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {1, 12})
    void no_rows_are_a_profile_without_measures(int partitions) {
        var found = profile(LocalSpark.rows(columns, List.of(), partitions), PlantedTable.options());
        assertThat(found.isEmpty()).isTrue();
        assertThat(found.columns()).hasSize(12).allMatch(column -> column.rows() == 0);
        assertThat(found.provenance().inputDigest()).isEqualTo(digest(List.of()));
    }

    @Test
    void no_partitions_are_no_rows() {
        var none = LocalSpark.rows(columns, rows.subList(0, 9), 2).filter(functions.lit(false));
        assertThat(profile(none, PlantedTable.options()).isEmpty()).isTrue();
    }

    @Test
    void a_null_is_an_empty_cell() {
        var schema = new StructType().add("t", DataTypes.StringType).add("n", DataTypes.LongType);
        var data = LocalSpark.SESSION.createDataFrame(
                List.of(
                        org.apache.spark.sql.RowFactory.create("", 1L),
                        org.apache.spark.sql.RowFactory.create(null, null),
                        org.apache.spark.sql.RowFactory.create(" ", 3L)),
                schema);
        var found = profile(data).columns();
        assertThat(found.get(0).empty()).isEqualTo(2);
        assertThat(found.get(0).blank()).isEqualTo(1);
        assertThat(found.get(1).empty()).isEqualTo(1);
        assertThat(found.get(1).valued()).isEqualTo(2);
    }

    // ---- what is refused ----

    @Test
    void columns_whose_values_are_no_cells_are_refused_together() {
        var data = LocalSpark.SESSION.sql("select 1 as n, array(1, 2) as list, named_struct('a', 1) as pair");
        assertThatThrownBy(() -> profile(data))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "t must have columns of texts, numbers, booleans, dates, times or bytes, but 'list' is of type array<int>. "
                                + "Leave it out, or make a text of it, for instance with to_json.\n"
                                + "t must have columns of texts, numbers, booleans, dates, times or bytes, but 'pair' is of type struct<a:int>. "
                                + "Leave it out, or make a text of it, for instance with to_json.");
        assertThat(profile(data.select("n")).rows()).isEqualTo(1);
    }

    @Test
    void a_data_set_without_columns_is_refused() {
        assertThatThrownBy(() -> profile(LocalSpark.SESSION.range(3).select()))
                .hasMessage("t must have at least one column, but has none. Select the columns to be profiled.");
    }

    @Test
    void two_columns_of_one_name_are_refused_and_dots_are_not() {
        assertThatThrownBy(() -> profile(LocalSpark.SESSION.sql("select 1 as a, 2 as a")))
                .hasMessageContaining("t must name each column once, but the header repeats 'a'");
        assertThat(profile(LocalSpark.SESSION.sql("select 1 as `a.b`"))
                        .columns()
                        .get(0)
                        .name())
                .isEqualTo("a.b");
    }

    @Test
    void a_rule_for_no_column_is_refused_before_anything_is_read() {
        assertThatThrownBy(() -> profile(failing(), PlantedTable.options()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rules.name-given names column 'name', which the table does not have");
    }

    @Test
    void a_text_that_is_not_utf8_is_named_by_its_place_the_first_of_several() {
        var data = LocalSpark.SESSION
                .range(0, 40, 1, 4)
                .select(functions
                        .when(functions.col("id").isin(17, 35), functions.expr("cast(x'C328' as string)"))
                        .otherwise(functions.lit("good"))
                        .as("word"));
        assertThatThrownBy(() -> profile(data))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("t must have texts in UTF-8, but one is not (column 'word', row 8 of partition 1). "
                        + "Repair the column first, for instance with make_valid_utf8.");
        assertThat(profile(data.select(functions.make_valid_utf8(functions.col("word"))))
                        .rows())
                .isEqualTo(40);
    }

    @Test
    void a_task_that_fails_fails_the_profile_without_showing_data() {
        assertThatThrownBy(() -> profile(failing()))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageStartingWith("t could not be read to its end by Spark: ")
                .hasMessageContaining("the log of its executor has more")
                .hasMessageNotContaining("secret")
                .hasCauseInstanceOf(org.apache.spark.SparkException.class);
    }

    private static Dataset<Row> failing() {
        return LocalSpark.SESSION
                .range(0, 10, 1, 3)
                .map((MapFunction<Long, Integer>) SparkProfilerTest::fail, Encoders.INT())
                .toDF("n");
    }

    private static Integer fail(Long id) {
        if (id == 7) throw new IllegalStateException("secret 13912345678");
        return id.intValue();
    }
}
