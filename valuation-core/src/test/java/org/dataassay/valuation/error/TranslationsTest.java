package org.dataassay.valuation.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dataassay.valuation.asset.GateRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error has a Chinese text with the same numbered parts. */
class TranslationsTest {

    private static final Pattern PART = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @MethodSource("enums")
    void every_code_is_translated_with_the_same_parts(Class<? extends Enum<?>> type) throws IOException {
        var bundle = new Properties();
        try (var in = type.getResourceAsStream("messages_zh.properties")) {
            assertThat(in).isNotNull();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var names = new TreeSet<String>();
        for (var constant : type.getEnumConstants()) {
            var code = (ErrorCode) constant;
            names.add(code.name());
            assertThat(bundle.getProperty(code.name())).as(code.name()).isNotBlank();
            assertThat(parts(bundle.getProperty(code.name()))).as(code.name()).isEqualTo(parts(code.pattern()));
            var problem = Problem.of(code, "field", "one", "two", "three", "four");
            assertThat(problem.message(Locale.CHINA)).contains("field").isNotEqualTo(problem.message());
            assertThat(problem.message(Locale.ROOT))
                    .isEqualTo(problem.message(Locale.UK))
                    .isEqualTo(problem.message());
        }
        assertThat(bundle.stringPropertyNames()).isEqualTo(names);
    }

    private static List<String> parts(String pattern) {
        return PART.matcher(pattern)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .toList();
    }

    static Stream<Class<? extends Enum<?>>> enums() {
        return Stream.of(ValuationError.class, GateRule.class);
    }
}
