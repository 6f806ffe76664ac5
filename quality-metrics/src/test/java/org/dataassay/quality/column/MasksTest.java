package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.source.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource({
        "2023-12-31 08:05:00, 9999-99-99 99:99:99",
        "31/12/2023, 99/99/9999",
        "11010519491231002X, 99999999999999999A",
        "u9k@mail.example, a9a@a.a",
        "张伟, 汉",
        "'张伟 ', '汉 '",
        "北京Beijing2008, 汉Aa9999",
        "'1,234.50', '9,999.99'",
        "𠀋吉, 汉",
        "Ærø 😀, ※a※ ※",
        "ひらがな漢字, ※汉",
        "HELLO World, A Aa",
        "--, --",
        "'', ''"
    })
    void masks(String text, String expected) {
        assertThat(mask(Utf8.of(text))).isEqualTo(expected);
    }

    @Test
    void longMasksAreCut() {
        assertThat(mask(Utf8.of("7".repeat(64)))).isEqualTo("9".repeat(64));
        assertThat(mask(Utf8.of("7".repeat(500)))).isEqualTo("9".repeat(64) + "…");
        assertThat(mask(Utf8.of("7".repeat(63) + "汉"))).isEqualTo("9".repeat(63) + "…");
        assertThat(mask(Utf8.of("x".repeat(500)))).isEqualTo("a");
    }

    @Test
    void bytesThatAreNoTextHaveAMaskToo() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 5_000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            var mask = mask(Utf8.of(bytes, 0, bytes.length));
            assertThat(mask.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(Masks.MAXIMUM_BYTES + 3);
            assertThat(mask).doesNotContain("\uFFFD");
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyCutGivesTheSameBytes(int seed) {
        var random = new SplittableRandom(seed);
        var whole = new Masks();
        var parts = List.of(new Masks(), new Masks());
        for (int i = 0; i < 3_000; i++) {
            var text = Utf8.of(Long.toString(random.nextLong(1L << random.nextInt(1, 40)), 2 + random.nextInt(9)));
            whole.add(text, 2);
            parts.get(random.nextInt(2)).add(text, 2);
        }
        var merged = new Masks();
        parts.forEach(merged::merge);
        assertThat(merged.toBytes()).isEqualTo(whole.toBytes());
        assertThat(merged.error()).isZero();
        assertThat(Masks.fromBytes(whole.toBytes()).top(9))
                .hasToString(whole.top(9).toString());
    }

    private static String mask(Utf8 text) {
        var masks = new Masks();
        masks.add(text, 1);
        return masks.top(1).get(0).value().toString();
    }
}
