package org.dataassay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dataassay.valuation.error.Problem;
import org.junit.jupiter.api.Test;

class QualityErrorTest {

    @Test
    void everyMessageHasAChineseOneWithTheSameParts() throws IOException {
        var bundle = new Properties();
        try (var in = Objects.requireNonNull(QualityError.class.getResourceAsStream("messages_zh.properties"))) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(bundle.stringPropertyNames())
                .isEqualTo(Arrays.stream(QualityError.values())
                        .map(QualityError::name)
                        .collect(Collectors.toSet()));
        for (var error : QualityError.values()) {
            assertThat(parts(bundle.getProperty(error.name()))).as(error.name()).isEqualTo(parts(error.pattern()));
        }
    }

    @Test
    void messagesSpeakTheReadersLanguage() {
        var problem = Problem.of(QualityError.FILE_IS_DIRECTORY, "数据");
        assertThat(problem.message(Locale.CHINESE)).isEqualTo("数据 必须是文件，但它是文件夹。请指定其中的一个 CSV 文件。");
        assertThat(problem.message(Locale.FRENCH)).isEqualTo(problem.message());
    }

    private static TreeSet<String> parts(String pattern) {
        return Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(r -> r.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
