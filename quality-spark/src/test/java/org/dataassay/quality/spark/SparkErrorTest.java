package org.dataassay.quality.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SparkErrorTest {

    @Test
    void every_message_has_a_chinese_one_with_the_same_parts() throws Exception {
        var bundle = new Properties();
        try (var in = SparkError.class.getResourceAsStream("messages_zh.properties")) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(bundle.stringPropertyNames())
                .isEqualTo(
                        Arrays.stream(SparkError.values()).map(SparkError::name).collect(Collectors.toSet()));
        for (var error : SparkError.values())
            assertThat(parts(bundle.getProperty(error.name()))).as(error.name()).isEqualTo(parts(error.pattern()));
    }

    private static TreeSet<String> parts(String pattern) {
        return Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
