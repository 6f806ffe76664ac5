package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSourceTest {

    @TempDir
    private Path folder;

    @Test
    void everyTypeHasItsCanonicalText() throws Exception {
        var file = write("it's 数据.parquet", JdbcSourceTest.TYPES);
        try (var source = ParquetSource.open(file)) {
            assertThat(CsvSourceTest.read(source)).isEqualTo(JdbcSourceTest.TYPED_ROWS);
            assertThat(source.name()).isEqualTo(file.toString());
            var stored = StoredBytes.open(file, "t");
            stored.transferTo(java.io.OutputStream.nullOutputStream());
            stored.close();
            assertThat(source.digest()).isEqualTo(stored.digest());
            assertThat(source.facts().get(0)).isEqualTo(new SourceFact("format", "parquet", SourceFact.Basis.MARKED));
        }
    }

    @Test
    void rowsComeInTheFilesOrderWhateverTheThreads() throws Exception {
        var file = write("many.parquet", "select i as id, 'text ' || i as t from range(300000) r(i)");
        for (int threads : new int[] {1, 4}) {
            try (var source = ParquetSource.open(file, ParquetOptions.standard().withMemory(256, threads))) {
                long i = 0;
                while (source.advance())
                    assertThat(source.row().cell(0).number().orElseThrow()).isEqualTo(i++);
                assertThat(i).isEqualTo(300_000);
                assertThat(source.rejected()).isEqualTo(RejectedRows.NONE);
            }
        }
    }

    @Test
    void aFileCutOffAnywhere() throws Exception {
        var whole = Files.readAllBytes(write("whole.parquet", "select 1 as a"));
        for (int length : new int[] {0, 5, 11, 12, 60, whole.length - 1}) {
            var file = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ParquetSource.open(file))
                    .hasMessageContaining("cut.parquet must be a whole Parquet file, but it ")
                    .hasMessageEndingWith("Fetch it again, or write it again from its source.");
        }
        assertThatThrownBy(() -> ParquetSource.open(
                        Files.write(folder.resolve("x"), TextStreamTest.utf8("a,b\n1,2\n3,4\n5,6\n"))))
                .hasMessageContaining("it does not begin with PAR1");
        var longFooter = whole.clone();
        longFooter[whole.length - 5] = 0x7F;
        assertThatThrownBy(() -> ParquetSource.open(Files.write(folder.resolve("x"), longFooter)))
                .hasMessageContaining("the length of its footer, ");
        var encrypted = whole.clone();
        encrypted[3] = 'E';
        assertThatThrownBy(() -> ParquetSource.open(Files.write(folder.resolve("x"), encrypted)))
                .hasMessageContaining("it is encrypted");
    }

    @Test
    void aDamagedFileIsRefusedOrReadButNeverTakesTheProcessDown() throws Exception {
        var whole = Files.readAllBytes(write("whole.parquet", "select i as a, 'x' || i as b from range(1000) r(i)"));
        var random = new SplittableRandom(3);
        for (int i = 0; i < 60; i++) {
            var damaged = whole.clone();
            for (int n = 0; n < 4; n++) damaged[4 + random.nextInt(whole.length - 12)] = (byte) random.nextInt(256);
            var file = Files.write(folder.resolve("damaged.parquet"), damaged);
            try (var source = ParquetSource.open(file)) {
                CsvSourceTest.read(source);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining("damaged.parquet ");
            }
        }
    }

    @Test
    void filesThatAreNone() throws IOException {
        assertThatThrownBy(() -> ParquetSource.open(folder)).hasMessageContaining("must be a file, but is a directory");
        assertThatThrownBy(() -> ParquetSource.open(folder.resolve("none")))
                .hasMessageContaining("must be an existing file");
        var odd = Files.createDirectory(folder.resolve("a[1]"));
        var file = Files.write(odd.resolve("x.parquet"), TextStreamTest.utf8("PAR1\0\0\0\0\0\0\0\0PAR1"));
        assertThatThrownBy(() -> ParquetSource.open(file))
                .hasMessageContaining("must have a path without any of *?[]{}");
    }

    @Test
    void unusableOptions() {
        assertThatThrownBy(() -> ParquetOptions.standard().withMemory(1, 0))
                .hasMessageContaining("memoryMebibytes must be at least 64, but was 1")
                .hasMessageContaining("threads must be in [1, 256], but was 0");
    }

    private Path write(String name, String query) throws SQLException {
        var file = folder.resolve(name);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        assertThat(List.of(file)).allMatch(Files::exists);
        return file;
    }
}
