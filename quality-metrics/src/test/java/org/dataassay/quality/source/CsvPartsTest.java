package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvPartsTest {

    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        " ",
        ",",
        ",",
        "\"",
        "\"\"",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "é",
        "数据",
        "😀",
        "x,y\n",
        "1,2\n",
        "3,4\r\n",
        "\"q,\n\",5\n",
        "\"a\"\"b\",6\r",
        "\n\n",
        ",\"\",",
        "long text without anything special in it"
    };

    /** What a reader of the table sees, or the error it gets. */
    private record Seen(List<String> rows, RejectedRows rejected, String digest, String error) {}

    static IntStream seeds() {
        return IntStream.range(0, 1500);
    }

    static IntStream fewSeeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsHaveTheRowsAndErrorsOfTheTableReadRowByRow(int seed) {
        var random = new SplittableRandom(seed);
        var bytes = bytes(random);
        var options = options(random);
        int chunk = 4 + random.nextInt(30);
        var expected = sequential(CsvSource.read(pieces(bytes, random), "t", options, chunk));
        int partBytes = 1 + random.nextInt(random.nextBoolean() ? 12 : 200);
        var found =
                inParts(CsvSource.read(pieces(bytes, random), "t", options, 4 + random.nextInt(30)), partBytes, random);
        assertThat(found).as(() -> show(bytes)).isEqualTo(expected);
        if (expected.error().isEmpty()) {
            var again = inParts(
                    CsvSource.read(pieces(bytes, random), "t", options, 4 + random.nextInt(30)), partBytes, random);
            assertThat(again.rows()).isEqualTo(found.rows());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void rowsOfAnyTableComeInParts(int seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<List<String>>();
        for (int i = random.nextInt(3000); i > 0; i--) rows.add(List.of("r" + i, random.nextBoolean() ? "" : "数据"));
        var expected = new ArrayList<String>();
        rows.forEach(row -> expected.add((expected.size() + 1) + row.toString()));
        var table = TableSource.of("t", List.of("a", "b"), rows);
        assertThat(read(table.parts(), random)).isEqualTo(expected);
        assertThat(table.digest())
                .isEqualTo(
                        sequential(TableSource.of("t", List.of("a", "b"), rows)).digest());
    }

    @Test
    void aRowLongerThanAPartIsReadWhole() {
        var text = "a,b\n1," + "x".repeat(5000) + "\n\"" + "y\n".repeat(4000) + "\",2\n";
        var source = CsvSource.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t", CsvOptions.standard());
        assertThat(inParts(source, 16, new SplittableRandom(1)).rows()).hasSize(2);
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
        var endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < 6 ? "a\n\"x\ny".charAt(at++) : 'z';
            }
        };
        var options = CsvOptions.standard().withLimits(1 << 16, 1 << 16, 10);
        var parts = CsvSource.read(endless, "t", options).parts(1 << 12);
        assertThatThrownBy(() -> read(parts, new SplittableRandom(1)))
                .hasMessageContaining("The quote that opens there may never be closed");
    }

    @Test
    void aReadThatFailsIsSaidAfterTheRowsBeforeIt() {
        var broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 12) throw new IOException("the disk is gone");
                return "a\n1\n2\n\"x\"y\n3\n".charAt(at++);
            }
        };
        var parts = CsvSource.read(broken, "t", CsvOptions.standard()).parts(100);
        assertThatThrownBy(() -> read(parts, new SplittableRandom(1))).hasMessageContaining("row 3 (line 4)");
    }

    private static Seen sequential(TableSource source) {
        var rows = new ArrayList<String>();
        try {
            while (source.advance()) rows.add(text(source.row().number(), source.row()));
        } catch (InvalidInputException e) {
            return new Seen(List.of(), source.rejected(), "", e.getMessage());
        }
        return new Seen(rows, source.rejected(), source.digest(), "");
    }

    private static Seen inParts(CsvSource source, int partBytes, SplittableRandom random) {
        try {
            var rows = read(source.parts(partBytes), random);
            return new Seen(rows, source.rejected(), source.digest(), "");
        } catch (InvalidInputException e) {
            return new Seen(List.of(), source.rejected(), "", e.getMessage());
        }
    }

    /** Reads several parts at a time, in any order. */
    private static List<String> read(TableParts parts, SplittableRandom random) {
        var rows = new ArrayList<String>();
        long numbered = 0;
        var block = new RowBlock();
        InvalidInputException fault = null;
        for (boolean more = true; more; ) {
            var open = new ArrayDeque<TablePart>();
            while (open.size() < 3 && fault == null) {
                try {
                    var part = parts.next();
                    if (part.isEmpty()) {
                        more = false;
                        break;
                    }
                    open.add(part.get());
                } catch (InvalidInputException e) {
                    fault = e;
                }
            }
            var read = new ArrayList<List<String>>();
            for (int i = 0; i < open.size(); i++) read.add(new ArrayList<>());
            var list = new ArrayList<>(open);
            for (int i : random.nextBoolean()
                    ? IntStream.range(0, list.size()).toArray()
                    : IntStream.range(0, list.size())
                            .map(k -> list.size() - 1 - k)
                            .toArray()) {
                while (list.get(i).read(block)) {
                    for (int r = 0; r < block.rows(); r++) read.get(i).add(text(block.number(r), block.row(r)));
                }
            }
            for (int i = 0; i < list.size(); i++) {
                for (var row : read.get(i)) {
                    int at = row.indexOf('[');
                    rows.add(numbered + Long.parseLong(row.substring(0, at)) + row.substring(at));
                }
                parts.done(list.get(i));
                numbered += list.get(i).numbered();
            }
            if (fault != null) throw fault;
        }
        parts.end();
        return rows;
    }

    private static String text(long number, Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.width(); i++) cells.add(row.cell(i).toString());
        return number + cells.toString();
    }

    private static CsvOptions options(SplittableRandom random) {
        var options = CsvOptions.standard().withMaximumRejectedShare(random.nextBoolean() ? 1 : 0.2);
        if (random.nextInt(8) == 0) options = options.withRaggedRows(CsvOptions.RaggedRows.REFUSE);
        if (random.nextInt(8) == 0) options = options.withDelimiter(';');
        if (random.nextInt(4) == 0)
            options = options.withLimits(3 + random.nextInt(20), 30 + random.nextInt(30), 2 + random.nextInt(3));
        return options;
    }

    private static byte[] bytes(SplittableRandom random) {
        var out = new ByteArrayOutputStream();
        if (random.nextInt(6) == 0) out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        out.writeBytes((random.nextInt(4) == 0 ? "p" : "p,q").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new String[] {"\n", "\r\n", "\r", "\n\r"}[random.nextInt(4)].getBytes(StandardCharsets.UTF_8));
        boolean hostile = random.nextInt(3) == 0;
        for (int i = random.nextInt(60); i > 0; i--) {
            if (hostile && random.nextInt(20) == 0) out.write(random.nextInt(3) == 0 ? 0 : random.nextInt(256));
            else out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static InputStream pieces(byte[] bytes, SplittableRandom random) {
        var own = random.split();
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int count) {
                return super.read(into, from, Math.min(count, 1 + own.nextInt(20)));
            }
        };
    }

    private static String show(byte[] bytes) {
        var text = new StringBuilder();
        for (byte b : bytes) text.append(b >= ' ' ? Character.toString(b) : "\\x" + Integer.toHexString(b & 0xFF));
        return text.toString();
    }
}
