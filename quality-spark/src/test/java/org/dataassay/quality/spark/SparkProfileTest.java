package org.dataassay.quality.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkProfileTest {

    @TempDir
    private Path folder;

    private QualityProfile run(String input, String format, String... more) {
        var arguments = Stream.concat(
                Stream.of("--input", input, "--format", format, "--date", "2025-12-31", "--out", out().toString()),
                Stream.of(more));
        return SparkProfile.run(LocalSpark.SESSION, arguments.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("profile.json");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    @Test
    void a_csv_file_with_rules_is_profiled_as_on_one_machine() throws IOException {
        var file = PlantedTable.write(folder);
        var found = run(file.toString(), "csv", "--rules", PlantedTable.RULES.toString());
        try (var table = CsvSource.open(file)) {
            Likeness.assertSame(
                    found, QualityProfiler.with(PlantedTable.options()).evaluate(table, PlantedTable.CONTEXT));
        }
        assertThat(Files.readString(out())).isEqualTo(QualityJson.write(found));
        assertThat(found.table()).isEqualTo(file.toString());
    }

    @Test
    void readers_options_and_rules_in_yaml_are_heeded() throws IOException {
        var rules = Files.writeString(
                folder.resolve("r.yaml"),
                "schemaVersion: 1\nrules:\n  - id: given\n    indicator: 0201\n    notNull: { column: b }\n");
        var found =
                run(csv("a;b\n1;x\n2;\n").toString(), "csv", "--option", "delimiter=;", "--rules", rules.toString());
        assertThat(found.rule("given").orElseThrow().satisfied()).isEqualTo(1);
    }

    @Test
    void parquet_and_tables_are_read_by_their_types() {
        var path = folder.resolve("numbers").toString();
        LocalSpark.SESSION.range(0, 10, 1, 2).write().parquet(path);
        LocalSpark.SESSION.range(0, 10, 1, 2).createOrReplaceTempView("numbers");
        var columns = run(path, "parquet").columns();
        assertThat(columns.get(0).numbers().orElseThrow().mean()).isEqualTo(4.5);
        assertThat(run("numbers", "table").columns()).isEqualTo(columns);
    }

    @Test
    void a_row_with_another_number_of_fields_fails_the_job() throws IOException {
        var file = csv("a,b\n1,secret\n2,x,13912345678\n");
        assertThatThrownBy(() -> run(file.toString(), "csv"))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("could not be read to its end by Spark")
                .hasMessageContaining("MALFORMED_CSV_RECORD")
                .hasMessageNotContaining("13912345678");
        assertThat(out()).doesNotExist();
    }

    @Test
    void what_is_not_there_is_said() {
        assertThatThrownBy(() -> run(folder.resolve("none").toString(), "parquet"))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("PATH_NOT_FOUND");
        assertThatThrownBy(() ->
                        run("x", "csv", "--rules", folder.resolve("none.json").toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.json cannot be read: FileNotFoundException. Check the path");
    }

    @Test
    void all_mistakes_in_the_arguments_are_told_together() {
        assertThatThrownBy(() -> SparkProfile.run(
                        LocalSpark.SESSION,
                        "--input",
                        "x",
                        "--input",
                        "y",
                        "--colour",
                        "red",
                        "--option",
                        "header",
                        "--date"))
                .hasMessage(String.join(
                        "\n",
                        List.of(
                                "--input must be given once, but was given again. Leave one out.",
                                "--colour is not an argument. Arguments: --input, --format, --date, --out, --rules, --option.",
                                "--option must be of the form name=value, but was header. Write for instance delimiter=;",
                                "--date must be given a value, but was nothing. Write it behind the name.",
                                "--format must be given, but was not. Add it with its value.",
                                "--out must be given, but was not. Add it with its value.")));
        assertThatThrownBy(() -> SparkProfile.run(
                        LocalSpark.SESSION, "--input", "x", "--format", "csv", "--out", "o", "--date", "31.12.2025"))
                .hasMessage("--date must be a day, but was 31.12.2025. Write it as yyyy-MM-dd, such as 2025-12-31.");
    }
}
