package org.dataassay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportErrorTest {

    private static final Pattern PART = Pattern.compile("\\{\\d}");

    @Test
    void every_message_is_there_in_chinese_with_the_same_parts() throws IOException {
        var chinese = new Properties();
        try (var in = ReportError.class.getResourceAsStream("messages_zh.properties")) {
            assertThat(in).isNotNull();
            chinese.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(chinese.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ReportError.values()).map(Enum::name).toList());
        for (var error : ReportError.values())
            assertThat(parts(chinese.getProperty(error.name())))
                    .as(error.name())
                    .isEqualTo(parts(error.pattern()));
    }

    private static TreeSet<String> parts(String pattern) {
        var parts = new TreeSet<String>();
        PART.matcher(pattern).results().forEach(match -> parts.add(match.group()));
        return parts;
    }
}
