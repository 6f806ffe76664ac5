package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFitTest {

    private static final List<String> BITS = List.of(
            "数", "据", "，", " ", "bird", "-", "strike", "é", "e\u0301", "👩‍🔬", "🇨🇳", "👍🏽", "بيانات", "W", "1", "。",
            "(", ")");

    @Test
    void what_a_reader_sees_as_one_character_stays_whole() {
        assertThat(TextFit.clusters("e\u0301👩‍🔬🇨🇳🇫🇷👍🏽a"))
                .containsExactly("e\u0301", "👩‍🔬", "🇨🇳", "🇫🇷", "👍🏽", "a");
    }

    @Test
    void breaks_between_words_and_between_chinese_characters() {
        assertThat(TextFit.lines("Opportunity cost of the time", 120, 13, 3))
                .containsExactly("Opportunity cost", "of the time");
        assertThat(TextFit.lines("采集与治理直接成本", 13 * 5.5, 13, 2)).containsExactly("采集与治理", "直接成本");
        assertThat(TextFit.lines("采集与治理直接成本", 13 * 5.5, 13, 1)).containsExactly("采集与治…");
    }

    @Test
    void words_from_right_to_left_are_set_apart() {
        assertThat(TextFit.lines("بيانات", 200, 13, 1)).containsExactly("\u2068بيانات\u2069");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void lines_fit_and_lose_nothing_without_an_ellipsis(long seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (int i = 0; i < random.nextInt(40); i++) text.append(BITS.get(random.nextInt(BITS.size())));
        double width = 30 + random.nextInt(200);
        int most = 1 + random.nextInt(3);
        var lines = TextFit.lines(text.toString(), width, 13, most);
        assertThat(lines.size()).isLessThanOrEqualTo(most);
        for (var line : lines) {
            var bare = line.replace("\u2068", "").replace("\u2069", "");
            if (TextFit.clusters(bare).size() > 2)
                assertThat(TextFit.width(bare, 13)).isLessThanOrEqualTo(width + 1e-9);
        }
        var joined = String.join("", lines).replace("\u2068", "").replace("\u2069", "");
        if (!joined.endsWith("…")) {
            assertThat(joined.replace(" ", "")).isEqualTo(text.toString().replace(" ", ""));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }
}
