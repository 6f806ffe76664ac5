package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.source.JsonLinesOptions.BrokenLines;
import org.dataassay.quality.source.SourceFact.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesSourceTest {

    private static final JsonLinesOptions LENIENT = JsonLinesOptions.standard().withMaximumRejectedShare(1);

    @Test
    void columnsAreTheKeysOfTheFirstRows() {
        var source = open(
                "{\"id\": 1, \"name\": \"数据\"}\r\n\n{\"name\": \"x\", \"city\": null, \"ok\": true}\n{\"id\": 1.50e1}",
                LENIENT);
        assertThat(source.columns()).containsExactly("id", "name", "city", "ok");
        assertThat(CsvSourceTest.read(source))
                .containsExactly(
                        List.of("1", "数据", "", ""), List.of("", "x", "", "true"), List.of("1.50e1", "", "", ""));
        assertThat(source.rejected().blankLines()).isEqualTo(1);
        assertThat(source.row().number()).isEqualTo(3);
        assertThat(source.row().line()).isEqualTo(4);
    }

    @Test
    void nestedValuesAreTheirJson() {
        assertThat(CsvSourceTest.read(
                        open("{\"a\": {\"b\": [1, {\"c\": \"}\"}], \"d\": null}, \"e\": [ ], \"f\":{}}", LENIENT)))
                .containsExactly(List.of("{\"b\": [1, {\"c\": \"}\"}], \"d\": null}", "[ ]", "{}"));
    }

    @Test
    void escapesAreText() {
        assertThat(CsvSourceTest.read(open(
                        "{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\", \"\\u0062\": \"é😀\"}", LENIENT)))
                .containsExactly(List.of("\"\\/\b\f\n\r\té😀", "é😀"));
    }

    @Test
    void keysThatAreNoColumnAreNamed() {
        var source = open("{\"a\": 1}\n{\"a\": 2, \"b\": 3}\n{\"c\": 4, \"b\": 5}\n", LENIENT.withSampleRows(1));
        assertThat(CsvSourceTest.read(source)).containsExactly(List.of("1"), List.of("2"), List.of(""));
        assertThat(source.facts())
                .containsExactly(
                        new SourceFact("format", "jsonl", Basis.DECLARED),
                        new SourceFact("keys-left-out", "b, c (2 rows)", Basis.DETECTED));
    }

    @Test
    void declaredColumns() {
        var source = open("{\"a\": 1}\n", LENIENT.withColumns(List.of("z", "a")));
        assertThat(CsvSourceTest.read(source)).containsExactly(List.of("", "1"));
    }

    @Test
    void brokenLinesAreCountedAndShownOrRefused() {
        var text = "{\"a\": 1}\n{\"a\": \n{\"a\": 2}\n[1]\n";
        var source = open(text, LENIENT);
        assertThat(CsvSourceTest.read(source)).containsExactly(List.of("1"), List.of("2"));
        assertThat(source.rejected())
                .isEqualTo(new RejectedRows(
                        0,
                        0,
                        List.of(),
                        2,
                        List.of(
                                new RejectedRows.Broken(2, 2, "a value is expected at byte 7, where the line ends"),
                                new RejectedRows.Broken(4, 4, "an object must begin at byte 1"))));
        assertThatThrownBy(() -> CsvSourceTest.read(open(text, LENIENT.withBrokenLines(BrokenLines.REFUSE))))
                .hasMessage(
                        "t must have a JSON object on each line, but line 2 is none: a value is expected at byte 7, where the line ends. "
                                + "Correct the line, or let such lines be rejected and counted.");
        assertThatThrownBy(() -> CsvSourceTest.read(open(text, JsonLinesOptions.standard())))
                .hasMessage(
                        "t must have at most 5% of its lines rejected, but 2 of 4 are no JSON objects (first: line 2: a value is expected at byte 7, where the line ends). "
                                + "Check that each line holds one whole object.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":NaN}",
                "{\"a\":\"x}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\"}",
                "{\"a\":\"\\ud800\\u0041\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":[1,]}",
                "{\"a\":{\"b\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":[1}}",
                "1",
                "\"x\"",
                "null",
                "\uFEFF{}"
            })
    void linesThatAreNoObjects(String line) {
        var source = open("{\"a\": 1}\n" + line + "\n", LENIENT);
        assertThat(CsvSourceTest.read(source)).containsExactly(List.of("1"));
        assertThat(source.rejected().broken()).isEqualTo(1);
        assertThat(source.rejected().firstBroken().get(0).reason()).contains(" at byte ");
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** Jackson, strict about keys that come twice, is the other reader. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void acceptsWhatAnotherReaderAccepts(int seed) {
        var random = new SplittableRandom(seed);
        var mapper = new ObjectMapper()
                .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        var pieces =
                "{ } [ ] , : \" \\ 1 0 -1 1.5 2e3 true false null \"a\" \"b\" \"a\": \"\\u0041\" \\n é".split(" ", -1);
        for (int i = 0; i < 500; i++) {
            var line = new StringBuilder(random.nextInt(3) == 0 ? "" : "{\"k\":");
            for (int n = random.nextInt(9); n > 0; n--) line.append(pieces[random.nextInt(pieces.length)]);
            if (random.nextBoolean()) line.append('}');
            boolean sound;
            String expected = null;
            try {
                var tree = mapper.readTree(line.toString());
                sound = tree != null && tree.isObject();
                if (sound)
                    expected = tree.path("k").isTextual() ? tree.path("k").textValue() : null;
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                sound = false;
            }
            boolean ours;
            var bytes = line.toString().getBytes(StandardCharsets.UTF_8);
            try {
                var members = JsonObject.parse(bytes, 0, bytes.length);
                ours = true;
                if (expected != null) {
                    assertThat(new String(members.get("k"), StandardCharsets.UTF_8))
                            .isEqualTo(expected);
                }
            } catch (JsonObject.Broken e) {
                ours = false;
            }
            assertThat(ours).as(line.toString()).isEqualTo(sound);
        }
    }

    @Test
    void nestingIsBounded() {
        var source = open("{\"a\": 1}\n{\"a\": " + "[".repeat(100_000) + "\n", LENIENT);
        assertThat(CsvSourceTest.read(source)).hasSize(1);
        assertThat(source.rejected().firstBroken().get(0).reason()).startsWith("values are nested more than 200 deep");
    }

    @Test
    void filesThatHaveNoObjects() {
        assertThatThrownBy(() -> open("", LENIENT))
                .hasMessage(
                        "t must have a JSON object on each line, but there is none on its first 0 lines. The file is empty.");
        assertThatThrownBy(() -> CsvSourceTest.read(open("[\n {\"a\": 1}\n]\n", JsonLinesOptions.standard())))
                .hasMessageContaining("but 2 of 3 are no JSON objects (first: line 1: an object must begin at byte 1)");
        assertThatThrownBy(() -> open("[1]\n", LENIENT))
                .hasMessageEndingWith(
                        "Line 1: an object must begin at byte 1. Write one object per line; of an array, jq -c '.[]' makes that.");
        assertThatThrownBy(() -> open("{}\n", LENIENT)).hasMessageEndingWith("Objects without keys are no rows.");
        assertThatThrownBy(() -> open("{\"\": 1, \"a\": 2, \"a \": 3}\n", LENIENT))
                .hasMessageContaining("must name every column")
                .hasMessageContaining("the header repeats 'a'");
    }

    @Test
    void limits() {
        var options = LENIENT.withLimits(5, 40, 2);
        assertThatThrownBy(() -> open("{\"a\": \"" + "x".repeat(50) + "\"}", options))
                .hasMessageContaining("must have rows of at most 40 bytes, but one is longer (line 1)");
        assertThatThrownBy(() -> CsvSourceTest.read(open("{\"a\": 1}\n{\"a\": \"123456\"}", options)))
                .hasMessage(
                        "t must have fields of at most 5 bytes, but one is longer (line 2, column 'a'). Leave the key out of the columns, or raise maximumFieldBytes.");
        assertThatThrownBy(() -> open("{\"a\": 1, \"b\": 2, \"c\": 3}", options))
                .hasMessageContaining("at most 2 columns");
        assertThatThrownBy(() -> LENIENT.withLimits(0, -1, 0))
                .hasMessageContaining("maximumFieldBytes must be at least 1");
    }

    @Test
    void bytesThatAreNoText() {
        assertThatThrownBy(() -> CsvSourceTest.read(open("{\"a\": 1}\n{\"a\": \"\0\"}", LENIENT)))
                .hasMessageContaining("has a NUL byte (byte offset 16, line 2)");
        var bytes = TextStreamTest.join(TextStreamTest.utf8("{\"a\": 1}\n{\"a\": \"é"), new byte[] {(byte) 0xC3});
        assertThatThrownBy(() -> JsonLinesSource.read(
                                TextStream.of(new ByteArrayInputStream(bytes), "t", ByteOptions.standard()),
                                "t",
                                LENIENT)
                        .advance())
                .hasMessageContaining("t was read as UTF-8, but the text ends inside a character (byte offset 19");
    }

    @Test
    void otherEncodingsAndCompressions() {
        var text = "{\"名称\": \"数据资产\"}\n".repeat(10);
        for (var encoding : TextEncoding.values()) {
            var in = TextStream.of(
                    new ByteArrayInputStream(TextStreamTest.gzip(text.getBytes(encoding.charset()))),
                    "t",
                    ByteOptions.standard());
            var source = JsonLinesSource.read(in, "t", LENIENT);
            assertThat(CsvSourceTest.read(source)).hasSize(10).contains(List.of("数据资产"));
            assertThat(source.facts()).hasSize(3);
        }
    }

    @Test
    void linesLongerThanTheBuffer() {
        var rows = new ArrayList<List<String>>();
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            var value = "x".repeat(9000 * i);
            text.append("{\"a\": \"").append(value).append("\"}\n");
            rows.add(List.of(value));
        }
        assertThat(CsvSourceTest.read(open(text.toString(), LENIENT))).isEqualTo(rows);
    }

    private static JsonLinesSource open(String text, JsonLinesOptions options) {
        return JsonLinesSource.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t", options);
    }
}
