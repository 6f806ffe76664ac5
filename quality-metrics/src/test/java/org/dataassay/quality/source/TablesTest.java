package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

    private static final List<List<String>> ROWS = List.of(List.of("1", "数据, \"x\""), List.of("2", ""));

    @TempDir
    private Path folder;

    @Test
    void theSameTableInEveryFormat() throws Exception {
        var csv = "id,text\n1,\"数据, \"\"x\"\"\"\n2,\n";
        var json = "{\"id\": 1, \"text\": \"数据, \\\"x\\\"\"}\n{\"id\": 2, \"text\": null}\n";
        var gb = csv.getBytes(TextEncoding.GB18030.charset());
        check("a.csv", TextStreamTest.utf8(csv), "format csv, encoding UTF-8?, delimiter comma?");
        check("b.csv.gz", TextStreamTest.gzip(gb), "format csv, compression gzip, encoding GB18030?, delimiter comma?");
        check(
                "c.zst",
                TextStreamTest.zstd(TextStreamTest.utf8(json)),
                "format jsonl, compression zstd, encoding UTF-8?");
        check("d.jsonl", TextStreamTest.utf8(json), "format jsonl, encoding UTF-8?");
        check("e", TextStreamTest.utf8(json), "format jsonl, encoding UTF-8?");
        check(
                "f.tsv",
                ("\uFEFF" + csv.replace("id,", "id\t").replace("1,", "1\t").replace("2,", "2\t"))
                        .getBytes(StandardCharsets.UTF_16LE),
                "format csv, encoding UTF-16LE, delimiter tab?");
        check(
                "g.txt",
                TextStreamTest.utf8(
                        csv.replace("id,", "id;").replace("1,", "1;").replace("2,", "2;")),
                "format csv, encoding UTF-8?, delimiter semicolon?");
        try (var table = Tables.open(parquet(), OpenOptions.standard())) {
            assertThat(CsvSourceTest.read(table)).isEqualTo(ROWS);
        }
        var url = "jdbc:duckdb:" + folder.resolve("x.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create table t as select * from read_parquet('" + parquet() + "')");
        }
        for (var options : List.of(
                OpenOptions.standard().withTable("t"),
                OpenOptions.standard().withQuery("select id, text from t order by id"))) {
            try (var table = Tables.open(url, options)) {
                assertThat(CsvSourceTest.read(table)).isEqualTo(ROWS);
            }
        }
    }

    private void check(String name, byte[] bytes, String facts) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        try (var table = Tables.open(file.toString(), OpenOptions.standard())) {
            assertThat(CsvSourceTest.read(table)).as(name).isEqualTo(ROWS);
            assertThat(table.facts().stream()
                            .map(f -> f.id() + " " + f.value() + (f.basis() == SourceFact.Basis.DETECTED ? "?" : ""))
                            .collect(Collectors.joining(", ")))
                    .isEqualTo(facts);
        }
    }

    private String parquet() throws SQLException {
        var file = folder.resolve("h.bin");
        if (Files.exists(file)) return file.toString();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select * from (values (1, '数据, \"x\"'), (2, null)) t(id, text)) to '" + file
                    + "' (format parquet)");
        }
        return file.toString();
    }

    @Test
    void whatIsDeclaredIsNotDetected() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "a;b\n1;2\n");
        try (var table = Tables.open(
                file.toString(), OpenOptions.standard().withDelimiter(',').withEncoding(TextEncoding.UTF_8))) {
            assertThat(table.columns()).containsExactly("a;b");
            assertThat(table.facts()).extracting(SourceFact::basis).containsOnly(SourceFact.Basis.DECLARED);
        }
        var json = Files.writeString(folder.resolve("b.csv"), "{\"a\": 1}\n");
        try (var table = Tables.open(json.toString(), OpenOptions.standard().withFormat(TableFormat.JSON_LINES))) {
            assertThat(table.columns()).containsExactly("a");
        }
        assertThatThrownBy(() ->
                        Tables.open(json.toString(), OpenOptions.standard().withFormat(TableFormat.PARQUET)))
                .hasMessageContaining("must be a whole Parquet file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a,b\\n1,2\\n!comma",
                "a;b\\n1,5;2,5\\n3,5;4\\n!semicolon",
                "a\\tb, c\\n1\\t2, 3\\n!tab",
                "a|b\\n1|2\\n!pipe",
                "'a,\"x;y\",c\\n1,\"2;3;4\",5\\n'!comma",
                "'\"a;b\"\"c;d\",e\\n\"1;\",2'!comma",
                "a\\n1\\n!comma",
                "'text, with commas;b\\nno comma;1\\n, two,;3\\n'!semicolon"
            })
    void theDelimiterIsTheOneThatDividesMostRowsAlike(String text, String expected) throws IOException {
        var file = Files.writeString(
                folder.resolve("x.txt"), text.replace("\\n", "\n").replace("\\t", "\t"));
        try (var table = Tables.open(file.toString(), OpenOptions.standard())) {
            assertThat(table.facts().get(2).value()).isEqualTo(expected);
        }
    }

    @Test
    void aProfileSaysHowTheTableWasRead() throws IOException {
        var file = Files.write(
                folder.resolve("a.csv.gz"),
                TextStreamTest.gzip("名称;值\n数据;1\n".getBytes(TextEncoding.GB18030.charset())));
        var context = ValuationContext.of(
                java.time.LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        try (var table = Tables.open(file.toString(), OpenOptions.standard())) {
            assertThat(QualityProfiler.standard().evaluate(table, context).notes())
                    .anySatisfy(note -> assertThat(note.text())
                            .isEqualTo(
                                    "compression gzip, encoding GB18030 (detected), delimiter semicolon (detected)"));
        }
        var lines = Files.writeString(folder.resolve("b.jsonl"), "{\"a\":1}\n".repeat(30) + "{\n{\"b\":1}\n");
        var options =
                OpenOptions.standard().withJsonLines(JsonLinesOptions.standard().withSampleRows(5));
        try (var table = Tables.open(lines.toString(), options)) {
            var profile = QualityProfiler.standard().evaluate(table, context);
            assertThat(profile.rows()).isEqualTo(31);
            assertThat(profile.notes()).anySatisfy(n -> assertThat(n.code()).isEqualTo("lines-rejected"));
            assertThat(profile.notes()).anySatisfy(n -> assertThat(n.text()).isEqualTo("b (1 rows)"));
            assertThat(org.dataassay.quality.json.QualityJson.write(profile)).contains("\"broken\": 1");
        }
    }

    @Test
    void queriesAndFilesDoNotGoTogether() {
        assertThatThrownBy(() -> Tables.open("x.csv", OpenOptions.standard().withQuery("select 1")))
                .hasMessage(
                        "x.csv is a file, so query has no meaning. Name a database, such as jdbc:postgresql://host/name.");
        assertThatThrownBy(() -> Tables.open("x.csv", OpenOptions.standard().withTable("t")))
                .hasMessageContaining("so table has no meaning");
        assertThatThrownBy(() -> Tables.open("jdbc:duckdb:", OpenOptions.standard()))
                .hasMessage(
                        "jdbc:duckdb: is a database, so exactly one of query and table must be given, but neither was. Say what to read.");
        assertThatThrownBy(() -> Tables.open(
                        "jdbc:x://a:secret@h/d?password=secret",
                        OpenOptions.standard().withTable("t").withQuery("q")))
                .hasMessageContaining("but both were")
                .hasMessageNotContaining("secret");
        assertThat(OpenOptions.standard().withCredentials("me", "hidden"))
                .asString()
                .doesNotContain("hidden");
    }

    @Test
    void whatIsNoTable() throws IOException {
        assertThatThrownBy(() -> Tables.open(folder.toString(), OpenOptions.standard()))
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> Tables.open(folder.resolve("no").toString(), OpenOptions.standard()))
                .hasMessageContaining("must be an existing file");
        var empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> Tables.open(empty.toString(), OpenOptions.standard()))
                .hasMessageContaining("must begin with a header row, but is empty");
        var workbook = Files.write(folder.resolve("x.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> Tables.open(workbook.toString(), OpenOptions.standard()))
                .hasMessageContaining("a zip archive or workbook");
        var cut = Files.write(folder.resolve("x.parquet"), TextStreamTest.utf8("PAR1 and then nothing"));
        assertThatThrownBy(() -> Tables.open(cut.toString(), OpenOptions.standard()))
                .hasMessageContaining("it does not end with PAR1");
    }
}
