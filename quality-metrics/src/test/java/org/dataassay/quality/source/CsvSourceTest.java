package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dataassay.quality.source.CsvOptions.RaggedRows;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {

    @TempDir
    private Path folder;

    @Test
    void readsQuotesLineEndsAndDelimitersInsideFields() {
        assertThat(rows("a,b\n\"x,1\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\n"))
                .containsExactly(List.of("x,1", "say \"hi\""), List.of("two\r\nlines", ""));
    }

    @Test
    void acceptsEveryLineEndAndAMissingLastOne() {
        assertThat(rows("a,b\r\n1,2\n3,4\r5,6"))
                .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
    }

    @Test
    void skipsTheByteOrderMark() {
        var source = open("\uFEFFa,b\n1,2\n");
        assertThat(source.columns()).containsExactly("a", "b");
    }

    @Test
    void aQuoteInsideAPlainFieldIsACharacter() {
        assertThat(rows("a,b\n5\" pipe,x\n")).containsExactly(List.of("5\" pipe", "x"));
    }

    @Test
    void keepsChineseArabicAndEmoji() {
        assertThat(rows("名称,الاسم\n数据,😀\n")).containsExactly(List.of("数据", "😀"));
    }

    @Test
    void tellsRowsFromLines() {
        var source = open("a,b\n\"1\n\n\",2\n3,4\n");
        source.advance();
        assertThat(source.row().number()).isEqualTo(1);
        assertThat(source.row().line()).isEqualTo(2);
        source.advance();
        assertThat(source.row().number()).isEqualTo(2);
        assertThat(source.row().line()).isEqualTo(5);
    }

    @Test
    void anEmptyLineIsARowOnlyInATableOfOneColumn() {
        assertThat(rows("a\n1\n\n2\n")).containsExactly(List.of("1"), List.of(""), List.of("2"));
        var source = open("a,b\n1,2\n\n3,4\n\n");
        assertThat(read(source)).hasSize(2);
        assertThat(source.rejected().blankLines()).isEqualTo(2);
    }

    @Test
    void anEmptyQuotedFieldAloneOnItsLineIsNoBlankLine() {
        var source = open("a,b\n1,2\n\"\"\n", CsvOptions.standard().withMaximumRejectedShare(1));
        assertThat(read(source)).hasSize(1);
        assertThat(source.rejected().ragged()).isEqualTo(1);
    }

    // ---- bad input: what the message says ----

    @Test
    void aMissingFile() {
        assertThatThrownBy(() -> CsvSource.open(folder.resolve("none.csv")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith(
                        "none.csv must be an existing file, but there is nothing at that path. Check the name and the folder.");
    }

    @Test
    void aDirectory() {
        assertThatThrownBy(() -> CsvSource.open(folder))
                .hasMessageEndingWith("must be a file, but is a directory. Name one CSV file inside it.");
    }

    @Test
    void anEmptyFile() throws IOException {
        var file = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> CsvSource.open(file))
                .hasMessageContaining("must begin with a header row, but is empty");
    }

    @Test
    void aHeaderAlone() {
        var source = open("a,b\n");
        assertThat(source.advance()).isFalse();
        assertThat(source.rejected()).isEqualTo(RejectedRows.NONE);
    }

    @Test
    void duplicateAndEmptyHeadersTogether() {
        assertThatThrownBy(() -> open("id,,name,id,\n1,2,3,4,5\n"))
                .hasMessage(
                        "t.csv must name every column, but these have no name: column 2 and 5 (header: id,,name,id,). Give each column a name.\n"
                                + "t.csv must name each column once, but the header repeats 'id' (column 1 and 4). Rename the columns.");
    }

    @Test
    void anEmptyQuotedFieldAsHeaderIsNoBlankLine() {
        assertThatThrownBy(() -> open("\"\"\na\n1\n")).hasMessageContaining("must name every column");
    }

    @Test
    void raggedRowsAreCountedAndShown() {
        var source = open("a,b\n" + "1,2\n".repeat(98) + "1\n1,2,3\n");
        assertThat(read(source)).hasSize(98);
        assertThat(source.rejected())
                .isEqualTo(new RejectedRows(
                        2, 0, List.of(new RejectedRows.Ragged(99, 100, 1), new RejectedRows.Ragged(100, 101, 3))));
    }

    @Test
    void raggedRowsAreRefusedWhenAskedFor() {
        assertThatThrownBy(() ->
                        read(open("a,b\n1,2\n1,2,3\n", CsvOptions.standard().withRaggedRows(RaggedRows.REFUSE))))
                .hasMessage(
                        "t.csv must have 2 fields in every row, but row 2 (line 3) has 3. Correct the row, or let such rows be rejected and counted.");
    }

    @Test
    void tooManyRaggedRows() {
        assertThatThrownBy(() -> read(open("a,b\n1\n1,2\n")))
                .hasMessage(
                        "t.csv must have at most 5% of its rows rejected, but 1 of 2 do not have 2 fields (first: row 1 (line 2) has 1). "
                                + "Check the delimiter and the quotes.");
    }

    @Test
    void anotherEncoding() {
        var bytes = "name,city\nWang,Beijing\n王,北京\n".getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> read(open(bytes, CsvOptions.standard())))
                .hasMessage(
                        "t.csv must be UTF-8, but byte 0xF5 does not belong there (byte offset 24, row 2 (line 3), column 'name'). "
                                + "Convert it first, for instance: iconv -f GB18030 -t UTF-8.");
    }

    @Test
    void aCharacterCutOffAtTheEnd() {
        var bytes = new byte[] {'a', '\n', (byte) 0xE6, (byte) 0x95};
        assertThatThrownBy(() -> read(open(bytes, CsvOptions.standard())))
                .hasMessageContaining("the text ends inside a character (byte offset 4, row 1");
    }

    @Test
    void overlongFormsAndSurrogates() {
        for (var bad : List.of(
                new int[] {0xC0, 0x80},
                new int[] {0xE0, 0x80, 0x80},
                new int[] {0xED, 0xA0, 0x80},
                new int[] {0xF4, 0x90, 0x80, 0x80},
                new int[] {0xFF})) {
            var bytes = new byte[2 + bad.length];
            bytes[0] = 'a';
            bytes[1] = '\n';
            for (int i = 0; i < bad.length; i++) bytes[2 + i] = (byte) bad[i];
            assertThatThrownBy(() -> read(open(bytes, CsvOptions.standard()))).hasMessageContaining("must be UTF-8");
        }
    }

    @Test
    void utf16() {
        var bytes = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> open(bytes, CsvOptions.standard()))
                .hasMessage(
                        "t.csv must be CSV text, but its first bytes are those of UTF-16. Convert it first, for instance: iconv -f UTF-16 -t UTF-8.");
    }

    @Test
    void aWorkbookAndAnArchive() {
        assertThatThrownBy(() -> open(new byte[] {'P', 'K', 3, 4, 0}, CsvOptions.standard()))
                .hasMessageContaining("a zip archive or workbook");
        assertThatThrownBy(() -> open(new byte[] {0x1F, (byte) 0x8B, 8, 0}, CsvOptions.standard()))
                .hasMessageContaining("a gzip archive");
    }

    @Test
    void aNulByte() {
        assertThatThrownBy(() -> read(open("a,b\n1,2\n3,\0\n")))
                .hasMessage("t.csv must be text, but has a NUL byte (byte offset 10, row 2 (line 3), column 'b'). "
                        + "The file is binary or damaged: export it again as UTF-8 CSV.");
    }

    @Test
    void anUnclosedQuote() {
        assertThatThrownBy(() -> read(open("a,b\n1,2\n3,\"x\n4,5\n6,7\n")))
                .hasMessage("t.csv has a quote that is never closed; it opens in row 2 (line 3), column 'b'. "
                        + "Close it, or double a quote that is part of the text.");
    }

    @Test
    void textAfterAClosingQuote() {
        assertThatThrownBy(() -> read(open("a,b\n\"x\"y,2\n")))
                .hasMessage(
                        "t.csv must have a delimiter or a line end after a closing quote, but has more text (row 1 (line 2), column 'a'). "
                                + "Double a quote that is part of the text.");
    }

    @Test
    void aLineOf100MegabytesIsNotKept() {
        var source = CsvSource.read(hundredMegabytes("a,b\n1,2\n"), "t.csv", CsvOptions.standard());
        long before = Runtime.getRuntime().totalMemory();
        assertThatThrownBy(() -> read(source))
                .hasMessage(
                        "t.csv must have fields of at most 1048576 bytes, but one is longer (row 2 (line 3), column 'a'). "
                                + "Check the delimiter and the line ends, or raise maximumFieldBytes.");
        assertThat(source.bytesRead()).isLessThan(2 << 20);
        assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(64 << 20);
    }

    @Test
    void aLineOf100MegabytesInsideAQuote() {
        assertThatThrownBy(() -> read(CsvSource.read(hundredMegabytes("a,b\n1,\""), "t.csv", CsvOptions.standard())))
                .hasMessageContaining("(row 1 (line 2), column 'b'). The quote that opens there may never be closed");
    }

    @Test
    void aRowOfManyLongFields() {
        var options = CsvOptions.standard().withLimits(10, 20, 5);
        assertThatThrownBy(() -> read(open("a,b,c\n12345678,12345678,12345678\n", options)))
                .hasMessage("t.csv must have rows of at most 20 bytes, but one is longer (row 1 (line 2), column 'c'). "
                        + "Check the line ends, or raise maximumRowBytes.");
    }

    @Test
    void tooManyColumns() {
        assertThatThrownBy(() -> open("a,b,c,d,e,f\n", CsvOptions.standard().withLimits(10, 20, 5)))
                .hasMessageContaining("must have at most 5 columns, but has more (the header (line 1), column 6)");
    }

    @Test
    void fiveThousandColumns() {
        var header = String.join(
                ",",
                java.util.stream.IntStream.range(0, 5000).mapToObj(i -> "c" + i).toList());
        assertThat(rows(header + "\n" + ",".repeat(4999) + "\n").get(0)).hasSize(5000);
    }

    @Test
    void aStreamThatBreaks() {
        var broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                if (given++ > 0) throw new IOException("disk gone");
                var text = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
                System.arraycopy(text, 0, b, off, text.length);
                return text.length;
            }
        };
        assertThatThrownBy(() -> read(CsvSource.read(broken, "t.csv", CsvOptions.standard())))
                .hasMessage(
                        "t.csv cannot be read: disk gone (byte offset 8). Check that the file is complete and that you may read it.");
    }

    @Test
    void unusableOptions() {
        assertThatThrownBy(() -> CsvOptions.standard().withDelimiter('"'))
                .hasMessageContaining("delimiter must be an ASCII character");
        assertThatThrownBy(() -> CsvOptions.standard().withMaximumRejectedShare(5))
                .hasMessageContaining("Did you mean 0.05 (5%)?");
    }

    private static InputStream hundredMegabytes(String start) {
        var endless = new InputStream() {
            private long left = 100L << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] b, int off, int len) {
                if (left <= 0) return -1;
                int n = (int) Math.min(len, left);
                java.util.Arrays.fill(b, off, off + n, (byte) 'x');
                left -= n;
                return n;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), endless);
    }

    private static CsvSource open(String text) {
        return open(text, CsvOptions.standard());
    }

    private static CsvSource open(String text, CsvOptions options) {
        return open(text.getBytes(StandardCharsets.UTF_8), options);
    }

    private static CsvSource open(byte[] bytes, CsvOptions options) {
        return CsvSource.read(new ByteArrayInputStream(bytes), "t.csv", options);
    }

    private static List<List<String>> rows(String text) {
        return read(open(text));
    }

    static List<List<String>> read(TableSource source) {
        var rows = new ArrayList<List<String>>();
        while (source.advance()) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < source.row().width(); i++)
                cells.add(source.row().cell(i).toString());
            rows.add(cells);
        }
        return rows;
    }

    @Test
    void every_row_is_handed_out_and_reading_goes_on_at_a_row(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "id,text\r\n1,\"a\nb\"\r\n2\r\n\r\n3,é\r\n4,d\r\n");
        try (var source = CsvSource.open(file)) {
            assertThat(source.advanceAny()).isTrue();
            assertThat(source.advanceAny()).isTrue();
            assertThat(source.row().width()).isEqualTo(1);
            assertThat(source.before()).isEqualTo(new CsvSource.Position(18, 1, 4));
            assertThat(source.after()).isEqualTo(new CsvSource.Position(21, 2, 5));
            assertThat(source.advanceAny()).isTrue();
            assertThat(source.row().number()).isEqualTo(3);
            assertThat(source.rejected().blankLines()).isEqualTo(1);
            try (var rest = CsvSource.openAt(file, "a.csv", CsvOptions.standard(), source.columns(), source.after())) {
                assertThat(rest.advanceAny()).isTrue();
                assertThat(rest.row().number()).isEqualTo(4);
                assertThat(rest.row().line()).isEqualTo(7);
                assertThat(rest.row().cell(1)).hasToString("d");
                assertThat(rest.advanceAny()).isFalse();
            }
        }
    }
}
