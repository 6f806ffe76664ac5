package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dataassay.quality.source.CsvOptions.RaggedRows;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Bytes that nobody would write, read by us and by FastCSV, a reader written by others.
 *
 * <p>Where the two dialects differ, the difference is said here and nowhere else:
 *
 * <ul>
 *   <li>Bytes that are no UTF-8, and NUL, are errors for us. FastCSV replaces them.
 *   <li>A header must name every column, each once; blank lines before it are passed over.
 *   <li>A row of another width than the header is left out and counted, or refused; FastCSV hands it out.
 *   <li>A blank line is a row only in a table of one column, and is counted elsewhere.
 *   <li>Fields, rows and columns have limits that the caller sets.
 * </ul>
 *
 * <p>Each file is read row by row, in parts, and through a compression and an encoding, with buffers cut at random places. A longer run of {@code
 * -Dassay.fuzz.seconds=600}: {@code ./mvnw -Pquick,fuzz -pl quality-metrics -am -Dtest=CsvFuzzTest -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
class CsvFuzzTest {

    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        " ",
        "\t",
        ",",
        ",",
        ",",
        ";",
        "|",
        "\"",
        "\"\"",
        "\"\"",
        "\"\"\"",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\n\r",
        "é",
        "数据",
        "😀",
        "\uFEFF",
        "x,y\n",
        "1,2\n",
        "3,4\r\n",
        "\"q,\n\",5\n",
        "\"a\"\"b\",6\r",
        "\n\n",
        "\r\r\n",
        ",\"\",",
        "\"\"\n",
        "\",\"",
        "\"\n\"",
        "long text without anything special in it",
        "\u2028",
        "\u0085",
        "#c",
        "'"
    };
    private static final String DELIMITERS = ",,,;\t|";

    /** What a table comes to, or that it is refused. */
    private record Seen(
            boolean refused,
            List<String> columns,
            List<String> rows,
            long ragged,
            long blankLines,
            List<RejectedRows.Ragged> first) {
        static final Seen REFUSED = new Seen(true, List.of(), List.of(), 0, 0, List.of());

        /** Rows in parts have no line of their own. */
        Seen withoutLines() {
            var plain = rows.stream().map(r -> r.replaceFirst(":[0-9]+", ":")).toList();
            return new Seen(refused, columns, plain, ragged, blankLines, first);
        }
    }

    @Test
    void readsWhatAnotherReaderReads() {
        for (long seed = 0; seed < 1_500; seed++) compare(seed);
    }

    @Test
    @EnabledIfSystemProperty(named = "assay.fuzz.seconds", matches = "[0-9]+")
    void readsWhatAnotherReaderReadsForALongTime() {
        long until = System.nanoTime() + Long.getLong("assay.fuzz.seconds") * 1_000_000_000L;
        long first = Long.getLong("assay.fuzz.seed", 1_000_000);
        long seed = first;
        long refused = 0;
        for (; System.nanoTime() < until; seed++) {
            if (compare(seed)) refused++;
        }
        System.out.println("fuzz: " + (seed - first) + " files compared, seeds " + first + " to " + (seed - 1) + ", "
                + refused + " of them refused by both, no difference");
        assertThat(refused).isLessThan(seed - first);
    }

    /** Whether both refuse the file of this seed. */
    private static boolean compare(long seed) {
        var random = new SplittableRandom(seed);
        char delimiter = DELIMITERS.charAt(random.nextInt(DELIMITERS.length()));
        var bytes = bytes(random, delimiter);
        var options = options(random).withDelimiter(delimiter);
        var expected = expected(bytes, options);
        int chunk = 4 + random.nextInt(random.nextBoolean() ? 12 : 300);
        int part = 1 + random.nextInt(random.nextBoolean() ? 16 : 300);
        check(
                seed,
                "row by row",
                bytes,
                expected,
                () -> rowByRow(CsvSource.read(pieces(bytes, random), "t", options, chunk)));
        var withoutLines = expected.withoutLines();
        check(
                seed,
                "in parts",
                bytes,
                withoutLines,
                () -> inParts(CsvSource.read(pieces(bytes, random), "t", options, chunk), part));
        if (!expected.refused() || strict(bytes).isPresent()) {
            check(seed, "as a file", bytes, withoutLines, () -> {
                var file = file(bytes, random);
                return random.nextBoolean()
                        ? rowByRow(CsvSource.read(file, "t", options, chunk)).withoutLines()
                        : inParts(CsvSource.read(file, "t", options, chunk), part);
            });
        }
        return expected.refused();
    }

    private static void check(
            long seed, String how, byte[] bytes, Seen expected, java.util.function.Supplier<Seen> read) {
        Seen found;
        try {
            found = read.get();
        } catch (InvalidInputException e) {
            found = Seen.REFUSED;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + how + ": " + show(bytes), e);
        }
        if (!found.equals(expected)) {
            assertThat(found)
                    .as(() -> "seed " + seed + ", " + how + ": " + show(bytes))
                    .isEqualTo(expected);
        }
    }

    // ---- the other reader, and what differs ----

    private static Seen expected(byte[] bytes, CsvOptions options) {
        var text = strict(bytes);
        if (text.isEmpty() || text.get().indexOf(0) >= 0) return Seen.REFUSED;
        List<CsvRecord> all;
        List<CsvRecord> filled;
        try {
            all = records(text.get(), options, false);
            filled = records(text.get(), options, true);
        } catch (CsvParseException e) {
            return Seen.REFUSED;
        }
        if (filled.isEmpty()) return Seen.REFUSED;
        var header = filled.get(0);
        var columns = header.getFields().stream().map(String::strip).toList();
        if (columns.contains("") || new HashSet<>(columns).size() < columns.size()) return Seen.REFUSED;
        for (var record : all) {
            if (tooLong(record, options)) return Seen.REFUSED;
        }
        boolean blankIsRow = columns.size() == 1;
        var body = blankIsRow
                ? all.subList(all.indexOf(find(all, header)) + 1, all.size())
                : filled.subList(1, filled.size());
        var rows = new ArrayList<String>();
        var first = new ArrayList<RejectedRows.Ragged>();
        long number = 0;
        long ragged = 0;
        for (var record : body) {
            number++;
            if (record.getFieldCount() == columns.size()) {
                rows.add(number + ":" + record.getStartingLineNumber() + record.getFields());
            } else {
                if (options.raggedRows() == RaggedRows.REFUSE) return Seen.REFUSED;
                ragged++;
                if (first.size() < RejectedRows.EXAMPLES) {
                    first.add(new RejectedRows.Ragged(number, record.getStartingLineNumber(), record.getFieldCount()));
                }
            }
        }
        long blank = blankIsRow ? all.size() - body.size() - 1 : all.size() - filled.size();
        return new Seen(false, columns, rows, ragged, blank, first);
    }

    private static CsvRecord find(List<CsvRecord> records, CsvRecord like) {
        return records.stream()
                .filter(r -> r.getStartingLineNumber() == like.getStartingLineNumber())
                .findFirst()
                .orElseThrow();
    }

    private static boolean tooLong(CsvRecord record, CsvOptions options) {
        int sum = 0;
        for (var field : record.getFields()) {
            int length = field.getBytes(StandardCharsets.UTF_8).length;
            sum += length;
            if (length > options.maximumFieldBytes() || sum > options.maximumRowBytes()) return true;
        }
        return record.getFieldCount() > options.maximumColumns();
    }

    private static List<CsvRecord> records(String text, CsvOptions options, boolean skipEmptyLines) {
        return CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .skipEmptyLines(skipEmptyLines)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .stream()
                .toList();
    }

    private static Optional<String> strict(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    // ---- ours ----

    private static Seen rowByRow(CsvSource source) {
        var rows = new ArrayList<String>();
        while (source.advance())
            rows.add(text(source.row(), source.row().number(), source.row().line()));
        return seen(source, rows);
    }

    private static Seen inParts(CsvSource source, int partBytes) {
        var rows = new ArrayList<String>();
        var parts = source.parts(partBytes);
        var ahead = new ArrayDeque<TablePart>();
        var block = new RowBlock();
        long before = 0;
        for (var next = parts.next(); next.isPresent() || !ahead.isEmpty(); next = parts.next()) {
            next.ifPresent(ahead::add);
            if (ahead.size() < 2 && next.isPresent()) continue;
            var part = ahead.remove();
            while (part.read(block)) {
                for (int i = 0; i < block.rows(); i++) rows.add(text(block.row(i), before + block.number(i), -1));
            }
            before += part.numbered();
            parts.done(part);
        }
        parts.end();
        return seen(source, rows);
    }

    private static String text(Row row, long number, long line) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.width(); i++) cells.add(row.cell(i).toString());
        return number + ":" + (line < 0 ? "" : line) + cells;
    }

    private static Seen seen(CsvSource source, List<String> rows) {
        var rejected = source.rejected();
        return new Seen(false, source.columns(), rows, rejected.ragged(), rejected.blankLines(), rejected.first());
    }

    // ---- bytes ----

    private static CsvOptions options(SplittableRandom random) {
        var options = CsvOptions.standard().withMaximumRejectedShare(1);
        if (random.nextInt(12) == 0) options = options.withRaggedRows(RaggedRows.REFUSE);
        if (random.nextInt(12) == 0) {
            int field = 1 + random.nextInt(40);
            options = options.withLimits(field, field + random.nextInt(60), 1 + random.nextInt(6));
        }
        return options;
    }

    private static byte[] bytes(SplittableRandom random, char delimiter) {
        var text = new StringBuilder();
        int width = 1 + random.nextInt(4);
        if (random.nextInt(16) > 0) {
            for (int i = 0; i < width; i++)
                text.append(i == 0 ? "" : delimiter).append('c').append(i);
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        if (random.nextInt(3) > 0) { // rows that are sound
            for (int r = random.nextInt(12); r > 0; r--) row(text, width, delimiter, random);
        } else {
            for (int n = random.nextInt(60); n > 0; n--)
                text.append(PIECES[random.nextInt(PIECES.length)].replace(',', delimiter));
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextInt(3) == 0 ? mutated(bytes, delimiter, random) : bytes;
    }

    private static void row(StringBuilder text, int width, char delimiter, SplittableRandom random) {
        int cells = random.nextInt(12) == 0 ? 1 + random.nextInt(5) : width;
        for (int i = 0; i < cells; i++) {
            if (i > 0) text.append(delimiter);
            var cell = new StringBuilder();
            for (int n = random.nextInt(4); n > 0; n--) cell.append(PIECES[random.nextInt(PIECES.length)]);
            boolean special = cell.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
            if (special || random.nextInt(4) == 0) {
                text.append('"').append(cell.toString().replace("\"", "\"\"")).append('"');
            } else {
                text.append(cell);
            }
        }
        text.append(new String[] {"\n", "\r\n", "\r", "\n\n"}[random.nextInt(4)]);
    }

    private static byte[] mutated(byte[] bytes, char delimiter, SplittableRandom random) {
        var b = bytes;
        for (int n = 1 + random.nextInt(3); n > 0 && b.length > 0; n--) {
            int at = random.nextInt(b.length);
            int to = Math.min(b.length, at + random.nextInt(20));
            var out = new ByteArrayOutputStream();
            out.write(b, 0, at);
            switch (random.nextInt(5)) {
                case 0 -> out.write(b, to, b.length - to); // taken out
                case 1 -> { // twice
                    out.write(b, at, to - at);
                    out.write(b, at, b.length - at);
                }
                case 2 -> { // another byte
                    out.write(random.nextInt(256));
                    out.write(b, at + 1, b.length - at - 1);
                }
                case 3 -> { // a special byte more
                    out.write("\"\r\n\0"
                            .getBytes(StandardCharsets.US_ASCII)[random.nextInt(20) == 0 ? 3 : random.nextInt(3)]);
                    out.write(b, at, b.length - at);
                }
                default -> out.write(delimiter); // cut off
            }
            b = out.toByteArray();
        }
        return b;
    }

    /** The bytes cut at random places, by a stream that hands out what it has. */
    private static InputStream pieces(byte[] bytes, SplittableRandom random) {
        var own = random.split();
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + own.nextInt(64)));
            }
        };
    }

    /** The text in another encoding where it can be, compressed or not. */
    private static InputStream file(byte[] bytes, SplittableRandom random) {
        var stored = bytes;
        var encoding = TextEncoding.UTF_8;
        var text = strict(bytes);
        if (text.isPresent() && text.get().indexOf('\uFEFF') < 0) {
            encoding = TextEncoding.values()[random.nextInt(4)];
            stored = text.get().getBytes(encoding.charset());
        }
        int how = random.nextInt(4);
        if (how == 0) stored = TextStreamTest.gzip(stored);
        if (how == 1) stored = TextStreamTest.zstd(stored);
        return TextStream.of(pieces(stored, random), "t", ByteOptions.standard().withEncoding(encoding));
    }

    private static String show(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\0", "\\0");
    }
}
