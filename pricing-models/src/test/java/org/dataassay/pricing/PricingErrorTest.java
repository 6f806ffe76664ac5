package org.dataassay.pricing;

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

class PricingErrorTest {

    @Test
    void every_message_has_a_chinese_one_with_the_same_parts() throws IOException {
        var bundle = new Properties();
        try (var in = Objects.requireNonNull(PricingError.class.getResourceAsStream("messages_zh.properties"))) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(bundle.stringPropertyNames())
                .isEqualTo(Arrays.stream(PricingError.values())
                        .map(PricingError::name)
                        .collect(Collectors.toSet()));
        for (var error : PricingError.values())
            assertThat(parts(bundle.getProperty(error.name()))).as(error.name()).isEqualTo(parts(error.pattern()));
    }

    @Test
    void messages_speak_the_readers_language() {
        var problem = Problem.of(PricingError.NOT_IN_FORCE, "天气接口", "2026-01-01", "请选择日期。");
        assertThat(problem.message(Locale.CHINESE)).isEqualTo("天气接口 在 2026-01-01 没有生效版本。请选择日期。");
        assertThat(problem.message(Locale.FRENCH)).isEqualTo(problem.message());
    }

    private static TreeSet<String> parts(String pattern) {
        return Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
