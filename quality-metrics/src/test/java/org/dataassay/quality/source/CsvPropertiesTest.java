package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvPropertiesTest {

    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        " ",
        ",",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\r",
        "é",
        "数据",
        "😀",
        "x,y",
        "",
        "",
        "long text without anything special in it"
    };

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackWhereverTheChunksAreCut(int seed) {
        var random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(5);
        var rows = new ArrayList<List<String>>();
        var text = new StringBuilder();
        var header = IntStream.range(0, width).mapToObj(i -> "c" + i).toList();
        write(text, header, random);
        for (int r = random.nextInt(30); r > 0; r--) {
            var row = new ArrayList<String>();
            for (int c = 0; c < width; c++) row.add(field(random));
            if (width > 1 && row.stream().allMatch(String::isEmpty)) row.set(0, "x");
            rows.add(row);
            write(text, row, random);
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var source =
                CsvSource.read(pieces(bytes, random), "seed " + seed, CsvOptions.standard(), 4 + random.nextInt(40));
        assertThat(source.columns()).isEqualTo(header);
        assertThat(CsvSourceTest.read(source)).isEqualTo(rows);
        assertThat(source.bytesRead()).isEqualTo(bytes.length);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void arbitraryTextIsReadAsTheNaiveParserReadsIt(int seed) {
        var random = new SplittableRandom(seed + 1_000_000L);
        var text = new StringBuilder("p,q\n");
        for (int i = random.nextInt(40); i > 0; i--) text.append(PIECES[random.nextInt(PIECES.length)]);
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var expected = Naive.parse(text.toString());
        var options = CsvOptions.standard().withMaximumRejectedShare(1);
        List<List<String>> found = null;
        try {
            var source = CsvSource.read(pieces(bytes, random), "seed " + seed, options, 4 + random.nextInt(20));
            found = CsvSourceTest.read(source);
            assertThat(source.rejected().ragged())
                    .isEqualTo(
                            expected == null
                                    ? -1
                                    : expected.stream()
                                            .filter(r -> r.size() != 2 && !blank(r))
                                            .count());
        } catch (InvalidInputException e) {
            assertThat(e).hasMessageContaining("quote");
        }
        var kept = expected == null
                ? null
                : expected.stream().filter(r -> r.size() == 2).toList();
        assertThat(found).isEqualTo(kept);
    }

    /** A blank line is marked by the naive parser as one null-like field. */
    private static boolean blank(List<String> row) {
        return row.size() == 1 && row.get(0).equals(Naive.BLANK);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theGuardAgreesWithTheDecoderOfTheJdk(int seed) {
        var random = new SplittableRandom(seed + 2_000_000L);
        var bytes = new byte[random.nextInt(40)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(128, 256) : random.nextInt(1, 128));
        }
        if (random.nextBoolean()) bytes = "数据é😀 and plain text".getBytes(StandardCharsets.UTF_8);
        boolean valid;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            valid = true;
        } catch (java.nio.charset.CharacterCodingException e) {
            valid = false;
        }
        var guard = new TextGuard();
        boolean accepted = true;
        for (int from = 0; from < bytes.length && accepted; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(12));
            accepted = guard.check(bytes, from, to) == to;
            from = to;
        }
        assertThat(accepted && guard.complete()).isEqualTo(valid);
    }

    private static String field(SplittableRandom random) {
        var field = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) field.append(PIECES[random.nextInt(PIECES.length)]);
        return field.toString();
    }

    private static void write(StringBuilder text, List<String> row, SplittableRandom random) {
        for (int i = 0; i < row.size(); i++) {
            var field = row.get(i);
            if (i > 0) text.append(',');
            boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            if (special || random.nextInt(4) == 0) {
                text.append('"').append(field.replace("\"", "\"\"")).append('"');
            } else {
                text.append(field);
            }
        }
        text.append(random.nextBoolean() ? "\n" : "\r\n");
    }

    /** A stream that hands out a few bytes at a time. */
    private static InputStream pieces(byte[] bytes, SplittableRandom random) {
        var in = new ByteArrayInputStream(bytes);
        return new InputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] b, int off, int len) {
                return in.read(b, off, Math.min(len, 1 + random.nextInt(9)));
            }
        };
    }

    /** The slow and obvious way: a character at a time over the whole text. Null when a quote is unclosed or followed by more text. */
    private static final class Naive {

        static final String BLANK = "\u0001blank";

        static List<List<String>> parse(String text) {
            var rows = new ArrayList<List<String>>();
            int i = 0;
            while (i < text.length()) {
                var row = new ArrayList<String>();
                int start = i;
                while (true) {
                    var field = new StringBuilder();
                    if (i < text.length() && text.charAt(i) == '"') {
                        i++;
                        while (true) {
                            if (i == text.length()) return null;
                            if (text.charAt(i) == '"') {
                                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                                    field.append('"');
                                    i += 2;
                                    continue;
                                }
                                i++;
                                break;
                            }
                            field.append(text.charAt(i++));
                        }
                        if (i < text.length() && ",\r\n".indexOf(text.charAt(i)) < 0) return null;
                    } else {
                        while (i < text.length() && ",\r\n".indexOf(text.charAt(i)) < 0) field.append(text.charAt(i++));
                    }
                    row.add(field.toString());
                    if (i < text.length() && text.charAt(i) == ',') {
                        i++;
                        continue;
                    }
                    if (row.size() == 1 && i == start) row.set(0, BLANK);
                    if (i < text.length() && text.charAt(i) == '\r') i++;
                    else if (i < text.length()) {
                        i++;
                        break;
                    }
                    if (i < text.length() && text.charAt(i - 1) == '\r' && text.charAt(i) == '\n') i++;
                    break;
                }
                rows.add(row);
            }
            return rows.subList(1, rows.size());
        }
    }
}
