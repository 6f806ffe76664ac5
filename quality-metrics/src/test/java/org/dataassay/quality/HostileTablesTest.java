package org.dataassay.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.source.ByteOptions;
import org.dataassay.quality.source.OpenOptions;
import org.dataassay.quality.source.Tables;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are meant to hurt, opened and profiled as a user does it. */
class HostileTablesTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    @TempDir
    private Path folder;

    @Test
    void aColumnThatChangesItsTypeAtTheEnd() throws IOException {
        var text = new StringBuilder("id,n\n");
        for (int i = 0; i < 60_000; i++)
            text.append(i).append(',').append(i % 90).append('\n');
        var profile = profile(write("late.csv", text.append("60000,ninety\n").toString()));
        var kinds = profile.column("n").orElseThrow().kinds();
        assertThat(kinds.get(ValueKind.INTEGER)).isEqualTo(60_000);
        assertThat(kinds.get(ValueKind.TEXT)).isEqualTo(1);
    }

    @Test
    void fiveThousandColumns() throws IOException {
        var header = IntStream.range(0, 5000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        var row = IntStream.range(0, 5000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        var profile = profile(write("wide.csv", header + "\n" + (row + "\n").repeat(20)));
        assertThat(profile.columns()).hasSize(5000);
        assertThat(profile.rows()).isEqualTo(20);
    }

    @Test
    void aCellOfAHundredMegabytesIsRefusedWithoutBeingKept() throws IOException {
        var file = folder.resolve("cell.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n1,\"".getBytes(StandardCharsets.UTF_8));
            var mebibyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) out.write(mebibyte);
        }
        var trusted = OpenOptions.standard().withBytes(ByteOptions.standard().withLimits(1L << 30, 10_000));
        assertThatThrownBy(() -> profile(file, trusted))
                .hasMessageContaining(
                        "must have fields of at most 1048576 bytes, but one is longer (row 1 (line 2), column 'b')");
    }

    @Test
    void aFileThatIsCutOffWhileItIsReadInParts() throws IOException {
        var text = "id,名称\n" + "1,数据资产评估\n".repeat(300_000);
        var whole = folder.resolve("whole.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(profile(whole).rows()).isEqualTo(300_000);
        var bytes = Files.readAllBytes(whole);
        var cut = Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 9));
        assertThatThrownBy(() -> profile(cut))
                .hasMessageContaining("must be a whole gzip archive, but ends after " + (bytes.length - 9) + " bytes");
    }

    @Test
    void encodingsThatChangeFarInsideTheFile() throws IOException {
        var gb = java.nio.charset.Charset.forName("GB18030");
        var file = folder.resolve("mixed.csv");
        try (var out = Files.newOutputStream(file)) {
            out.write("id,名称\n".getBytes(gb));
            out.write("1,数据资产\n".repeat(200_000).getBytes(gb));
            out.write("2,数据资产\n".repeat(10).getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> profile(file))
                .hasMessageContaining(
                        "was read as GB18030, but from there on it is UTF-8 (byte offset 2200010, row 200001 (line 200002), column '名称')")
                .hasMessageContaining("The file mixes encodings");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static QualityProfile profile(Path file) {
        return profile(file, OpenOptions.standard());
    }

    private static QualityProfile profile(Path file, OpenOptions options) {
        try (var table = Tables.open(file.toString(), options)) {
            return QualityProfiler.standard().evaluate(table, CONTEXT);
        }
    }
}
