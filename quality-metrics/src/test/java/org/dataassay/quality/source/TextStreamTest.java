package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.dataassay.quality.source.SourceFact.Basis;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextStreamTest {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TABLE = "编号,名称\n1,数据资产\n2,评估报告\n3,王小明，北京市海淀区\n";

    // ---- encodings ----

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void everyEncodingIsDetectedAndStated(TextEncoding encoding) {
        var source = read(TABLE.repeat(20).getBytes(encoding.charset()));
        assertThat(text(source)).isEqualTo(TABLE.repeat(20));
        assertThat(source.facts()).containsExactly(new SourceFact(SourceFact.ENCODING, encoding.id(), Basis.DETECTED));
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void aByteOrderMarkStatesTheEncoding(TextEncoding encoding) {
        var source = read(("\uFEFF" + TABLE).getBytes(encoding.charset()));
        assertThat(text(source).replace("\uFEFF", "")).isEqualTo(TABLE);
        assertThat(source.facts()).containsExactly(new SourceFact(SourceFact.ENCODING, encoding.id(), Basis.MARKED));
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void aDeclaredEncodingIsTaken(TextEncoding encoding) {
        var options = ByteOptions.standard().withEncoding(encoding);
        for (var mark : List.of("", "\uFEFF")) {
            var source = TextStream.of(stream((mark + "短\n").getBytes(encoding.charset())), "t.csv", options);
            assertThat(text(source).replace("\uFEFF", "")).isEqualTo("短\n");
            assertThat(source.facts())
                    .containsExactly(new SourceFact(SourceFact.ENCODING, encoding.id(), Basis.DECLARED));
        }
    }

    @Test
    void theEncodingIsDecidedWhereTheTextLeavesAscii() {
        var ascii = "id,name\n" + "1,plain text\n".repeat(20_000);
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            var source = read((ascii + TABLE).getBytes(charset));
            assertThat(text(source)).isEqualTo(ascii + TABLE);
            assertThat(source.facts().get(0).value()).isEqualTo(charset.name());
        }
    }

    @Test
    void asciiIsUtf8() {
        var source = read("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(text(source)).isEqualTo("a,b\n1,2\n");
        assertThat(source.facts()).containsExactly(new SourceFact(SourceFact.ENCODING, "UTF-8", Basis.DETECTED));
    }

    @Test
    void strayNulsDoNotMakeUtf16() {
        assertThat(read("a,b\n1,2\n3,\0\n".getBytes(StandardCharsets.UTF_8))
                        .facts()
                        .get(0)
                        .value())
                .isEqualTo("UTF-8");
        assertThat(read("名,b\n1,2\n3,\0\n".getBytes(StandardCharsets.UTF_8))
                        .facts()
                        .get(0)
                        .value())
                .isEqualTo("UTF-8");
    }

    @Test
    void utf16OfChineseAlmostAlone() {
        var chinese = "姓名\t城市\n" + "上海市浦东新区世纪大道，外滩与陆家嘴\t上海\n".repeat(30);
        assertThat(text(read(chinese.getBytes(StandardCharsets.UTF_16LE)))).isEqualTo(chinese);
    }

    @Test
    void latinLettersAreNotTakenForChinese() {
        var source = read("name,city\nMüller,Köln\nGrün,Zürich\nJosé,Málaga\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(source.facts().get(0).value()).isEqualTo("UTF-8");
        assertThatThrownBy(
                        () -> CsvSourceTest.read(csv("name,city\nMüller,Köln\n".getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessage(
                        "t.csv was read as UTF-8, but byte 0xFC does not belong there (byte offset 11, row 1 (line 2), column 'name'). "
                                + "It is none of UTF-16LE, UTF-16BE and GB18030 either: convert it, for instance with iconv, or declare its encoding.");
    }

    @Test
    void gb18030FollowsTheEditionOf2022OnEveryJava() {
        var bytes = HexFormat.of().parseHex("a6d9a8bcfe598431823681318130" + "d6d0b9fa0a");
        var source = TextStream.of(stream(bytes), "t", ByteOptions.standard().withEncoding(TextEncoding.GB18030));
        assertThat(text(source)).isEqualTo("\uFE10\u1E3F\u9FB4\uE78D\u060A中国\n");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheTextAndTheSizesOfReadsItComesOutAsUtf8(int seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder("id,列\n");
        for (int i = random.nextInt(30_000); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0 -> ",;\n\t|".charAt(random.nextInt(5));
                        case 1 -> 0x1F600 + random.nextInt(50);
                        case 2 -> 0xE9 + random.nextInt(20);
                        case 3 -> 0x4E00 + random.nextInt(0x5000);
                        default -> ' ' + random.nextInt(90);
                    });
        }
        for (var encoding : TextEncoding.values()) {
            var bytes = text.toString().getBytes(encoding.charset());
            var options = ByteOptions.standard().withEncoding(encoding);
            var in = TextStream.of(new Trickle(bytes, random), "t", options);
            assertThat(text(in)).isEqualTo(text.toString());
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    // ---- malformed and mixed ----

    @Test
    void utf8ThatGoesOnAsGb18030() {
        var bytes =
                join(TABLE.getBytes(StandardCharsets.UTF_8), TABLE.substring(6).getBytes(GB18030));
        assertThatThrownBy(() -> CsvSourceTest.read(csv(bytes)))
                .hasMessageStartingWith(
                        "t.csv was read as UTF-8, but byte 0xFD does not belong there (byte offset 80, row 4 (line 5), column '名称')")
                .hasMessageContaining("The text before it is UTF-8: the file mixes encodings or is damaged there.");
    }

    @Test
    void gb18030ThatGoesOnAsUtf8() {
        var chinese = "名称,城市\n" + "数据,北京\n".repeat(100);
        var utf8 = "数据,北京\n".repeat(3).getBytes(StandardCharsets.UTF_8); // pairs of characters are GB 18030 too
        var bytes = join(chinese.getBytes(GB18030), utf8);
        assertThatThrownBy(() -> CsvSourceTest.read(csv(bytes)))
                .hasMessageStartingWith(
                        "t.csv was read as GB18030, but from there on it is UTF-8 (byte offset 1010, row")
                .hasMessageEndingWith("The file mixes encodings: convert its parts one by one before they are joined.");
    }

    @Test
    void aMalformedByteIsNamedByOffsetRowAndColumn() {
        var bytes = join("名称,城市\n数据,北京\n资产,上".getBytes(GB18030), new byte[] {(byte) 0xFF, '\n'});
        assertThatThrownBy(() -> CsvSourceTest.read(csv(bytes)))
                .hasMessage(
                        "t.csv was read as GB18030, but byte 0xFF is no character of it (byte offset 27, row 2 (line 3), column '城市'). "
                                + "The text before it looks like GB18030: the file mixes encodings, is damaged there, or is of a third encoding, which then has to be converted first.");
    }

    @Test
    void utf16WithALoneSurrogateAndAnOddEnd() {
        var lone = join("a,b\n1,".getBytes(StandardCharsets.UTF_16LE), new byte[] {0, (byte) 0xDC, '\n', 0});
        assertThatThrownBy(() -> CsvSourceTest.read(
                        CsvSource.read(declared(lone, TextEncoding.UTF_16LE), "t.csv", CsvOptions.standard())))
                .hasMessageContaining(
                        "bytes 0x00DC are no character of it (byte offset 12, row 1 (line 2), column 'b')")
                .hasMessageContaining("Declare the encoding it is in");
        var odd = join("\uFEFFa,b\n1,2".getBytes(StandardCharsets.UTF_16LE), new byte[] {'x'});
        assertThatThrownBy(() -> CsvSourceTest.read(csv(odd)))
                .hasMessageContaining("byte 0x78 at the end is no character of it (byte offset 16")
                .hasMessageContaining("Its byte order mark says UTF-16LE");
    }

    @Test
    void aNulInUtf16() {
        assertThatThrownBy(() -> CsvSourceTest.read(csv("\uFEFFa,b\n1,\0\n".getBytes(StandardCharsets.UTF_16BE))))
                .hasMessageContaining("there is a NUL character");
    }

    @Test
    void utf32IsRefused() {
        assertThatThrownBy(() -> read("\uFEFFa,b\n".getBytes(Charset.forName("UTF-32LE"))))
                .hasMessage(
                        "t.csv must be CSV text, but its first bytes are those of UTF-32. Convert it first, for instance: iconv -f UTF-32 -t UTF-8.");
    }

    // ---- compression ----

    @Test
    void archivesAreOpenedByTheirFirstBytes() {
        var text = TABLE.repeat(5000);
        for (var bytes : List.of(gzip(utf8(text)), zstd(utf8(text)), gzip(text.getBytes(GB18030)))) {
            var source = read(bytes);
            assertThat(text(source)).isEqualTo(text);
            assertThat(source.facts().get(0).id()).isEqualTo(SourceFact.COMPRESSION);
            assertThat(source.digest()).isEqualTo(sha256(bytes));
        }
    }

    @Test
    void membersAndFramesFollowEachOther() {
        assertThat(text(read(join(gzip(utf8("a,b\n")), gzip(utf8("")), gzip(utf8("1,2\n")), new byte[512]))))
                .isEqualTo("a,b\n1,2\n");
        var skipped = HexFormat.of().parseHex("5f2a4d1803000000616263");
        assertThat(text(read(join(skipped, zstd(utf8("a,b\n")), skipped, zstd(utf8("1,2\n"))))))
                .isEqualTo("a,b\n1,2\n");
    }

    /** Where the file ends in the middle of a read, GZIPInputStream would stop after a member. */
    @Test
    void membersAreReadThoughTheStreamComesInPieces() {
        var bytes = join(gzip(utf8("a,b\n")), gzip(utf8("1,2\n")));
        assertThat(text(TextStream.of(new Trickle(bytes, new SplittableRandom(1)), "t", ByteOptions.standard())))
                .isEqualTo("a,b\n1,2\n");
    }

    @Test
    void aHeaderWithEveryField() {
        var plain = gzip(utf8("a,b\n1,2\n"));
        var extended = join(
                HexFormat.of().parseHex("1f8b081e0000000000ff0300010203"),
                utf8("name\0"),
                utf8("comment\0"),
                new byte[2],
                Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(text(read(extended))).isEqualTo("a,b\n1,2\n");
    }

    @Test
    void anArchiveCutOffAnywhereIsRefused() {
        for (var whole : List.of(gzip(utf8(TABLE.repeat(50))), zstd(utf8(TABLE.repeat(50))))) {
            for (int length = 4; length < whole.length; length++) {
                var cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> text(read(cut)))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("archive, but ends after " + length + " bytes");
            }
        }
    }

    @Test
    void aDamagedArchiveIsRefusedWhateverTheDamage() {
        for (var whole : List.of(gzip(utf8(TABLE.repeat(50))), zstd(utf8(TABLE.repeat(50))))) {
            var random = new SplittableRandom(7);
            for (int i = 0; i < 300; i++) {
                var damaged = whole.clone();
                damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 << random.nextInt(8));
                try {
                    assertThat(text(read(damaged))).isEqualTo(TABLE.repeat(50)); // a flag or a name of the header
                } catch (InvalidInputException e) {
                    assertThat(e).hasMessageMatching("(?s)t.csv (must|was read|has|cannot).*");
                }
            }
        }
        var wrongSum = gzip(utf8(TABLE));
        wrongSum[wrongSum.length - 8] ^= 1;
        assertThatThrownBy(() -> text(read(wrongSum)))
                .hasMessage("t.csv must be a sound gzip archive, but its check sum does not fit (byte offset "
                        + (wrongSum.length - 4) + ", after " + utf8(TABLE).length
                        + " bytes of text). Fetch it again, or compress it again from its source.");
    }

    @Test
    void somethingElseBehindAnArchive() {
        assertThatThrownBy(() -> text(read(join(gzip(utf8(TABLE)), utf8("x,y\n")))))
                .hasMessageContaining("gzip archive, but something else follows behind the archive");
        assertThatThrownBy(() -> text(read(join(zstd(utf8(TABLE)), utf8("x,y\n")))))
                .hasMessageContaining("Zstandard archive, but something else follows behind the archive");
    }

    @Test
    void aBombIsRefusedByItsRatio() {
        for (var bomb : List.of(compressed(2_000, TextStreamTest::gzip), compressed(2_000, TextStreamTest::zstd))) {
            assertThatThrownBy(() -> read(bomb).transferTo(OutputStream.nullOutputStream()))
                    .hasMessageMatching(
                            "t.csv must hold at most 500 bytes of text in each of its bytes, but \\d+ came out of \\d+: it may have been made to exhaust "
                                    + "its reader. If you know what is in it, raise maximumRatio.");
        }
    }

    @Test
    void aBombIsRefusedByItsSize() {
        var options = ByteOptions.standard().withLimits(1 << 20, 1 << 20);
        assertThatThrownBy(() -> TextStream.of(stream(compressed(3, TextStreamTest::gzip)), "t.csv", options)
                        .transferTo(OutputStream.nullOutputStream()))
                .hasMessage(
                        "t.csv must hold at most 1048576 bytes of text, but holds more. If you know what is in it, raise maximumTextBytes.");
    }

    @Test
    void aWindowThatIsTooLarge() {
        // magic, no single segment, window of 128 MiB
        var frame = HexFormat.of().parseHex("28b52ffd0088010000");
        assertThatThrownBy(() -> text(read(frame)))
                .hasMessage(
                        "t.csv must be readable with a window of 8388608 bytes, but asks for 134217728. Compress it again at level 19 or lower and without --long.");
    }

    @Test
    void unusableOptions() {
        assertThatThrownBy(() -> ByteOptions.standard().withLimits(0, 0))
                .hasMessageContaining("maximumTextBytes must be at least 1, but was 0")
                .hasMessageContaining("maximumRatio must be at least 1, but was 0");
    }

    @Test
    void namesOfEncodings() {
        assertThat(TextEncoding.of("utf8")).contains(TextEncoding.UTF_8);
        assertThat(TextEncoding.of("gbk")).contains(TextEncoding.GB18030);
        assertThat(TextEncoding.of("utf_16-le")).contains(TextEncoding.UTF_16LE);
        assertThat(TextEncoding.of("latin1")).isEmpty();
    }

    // ---- helpers ----

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zstd(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(out)) {
            zstd.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Mebibytes of one letter, in members of one mebibyte each. */
    private static byte[] compressed(int mebibytes, java.util.function.UnaryOperator<byte[]> how) {
        var one = new byte[1 << 20];
        Arrays.fill(one, (byte) 'x');
        var member = how.apply(one);
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < mebibytes; i++) out.writeBytes(member);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        var sha = new Sha256();
        sha.update(bytes, 0, bytes.length);
        return sha.hex();
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static TextStream read(byte[] bytes) {
        return TextStream.of(stream(bytes), "t.csv", ByteOptions.standard());
    }

    private static TextStream declared(byte[] bytes, TextEncoding encoding) {
        return TextStream.of(stream(bytes), "t.csv", ByteOptions.standard().withEncoding(encoding));
    }

    static CsvSource csv(byte[] bytes) {
        return CsvSource.read(read(bytes), "t.csv", CsvOptions.standard());
    }

    private static String text(TextStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands out a few bytes at a time and never says that more are at hand. */
    static final class Trickle extends InputStream {
        private final byte[] bytes;
        private final SplittableRandom random;
        private int position;

        Trickle(byte[] bytes, SplittableRandom random) {
            this.bytes = bytes;
            this.random = random;
        }

        @Override
        public int read() {
            return position < bytes.length ? bytes[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == bytes.length) return -1;
            int n = Math.min(1 + random.nextInt(Math.min(length, 5000)), bytes.length - position);
            System.arraycopy(bytes, position, target, offset, n);
            position += n;
            return n;
        }
    }
}
