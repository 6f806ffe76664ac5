package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dataassay.valuation.appraisal.CoreMethods;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppraisalTextsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "dataassay", "report", "page");
    private static final Path CORE = Path.of("..", "valuation-core", "src", "main", "java");

    /** Keys that are put together from a name. */
    private static final List<String> COMPOSED = List.of(
            "note.",
            "method.",
            "approach.",
            "section.",
            "step.",
            "dimension.",
            "unit.",
            "source.",
            "currency.",
            "option.",
            "rounding.",
            "said.",
            "assumptions.kind.");

    private static Texts texts(Language language) {
        return Texts.named(AppraisalPage.class, "appraisal", language);
    }

    @Test
    void every_language_has_every_key_with_the_same_parts() {
        var english = texts(Language.ENGLISH);
        var chinese = texts(Language.CHINESE);
        assertThat(chinese.keys()).isEqualTo(english.keys());
        assertThat(Texts.named(FigureLabels.class, "figures", Language.CHINESE).keys())
                .isEqualTo(Texts.named(FigureLabels.class, "figures", Language.ENGLISH)
                        .keys());
        for (var key : english.keys()) assertThat(parts(chinese, key)).as(key).isSubsetOf("{0}", "{1}", "{2}", "{3}");
        for (var key : english.keys())
            if (!key.startsWith("value.illustrative"))
                assertThat(parts(chinese, key)).as(key).isEqualTo(parts(english, key));
    }

    private static TreeSet<String> parts(Texts texts, String key) {
        var found = new TreeSet<String>();
        Pattern.compile("\\{\\d}")
                .matcher(texts.of(key, "{0}", "{1}", "{2}", "{3}"))
                .results()
                .forEach(match -> found.add(match.group()));
        return found;
    }

    @Test
    void no_key_is_left_over() throws IOException {
        var sources = new StringBuilder();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
                sources.append(Files.readString(file));
        }
        assertThat(texts(Language.ENGLISH).keys().stream()
                        .filter(key -> COMPOSED.stream().noneMatch(key::startsWith))
                        .filter(key -> sources.indexOf("\"" + key + "\"") < 0))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_note_that_the_core_can_write_is_translated(Language language) throws IOException {
        var codes = new TreeSet<String>();
        var note = Pattern.compile("Note\\.Kind\\.[A-Z]+,\\s*\"([a-z0-9-]+)\"");
        try (var files = Files.walk(CORE)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
                note.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
        }
        assertThat(codes).contains("source-not-stated", "replication-cap", "few-comparables");
        for (var code : codes)
            assertThat(texts(language).find("note." + code)).as(code).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_method_source_and_rounding_has_a_name(Language language) {
        for (var method : new CoreMethods().methods()) {
            assertThat(texts(language).find("method." + method.id()))
                    .as(method.id().toString())
                    .isPresent();
            assertThat(texts(language).find("approach." + method.id().family())).isPresent();
        }
        for (var kind : Source.Kind.values())
            assertThat(texts(language).find("source." + kind.name().toLowerCase(Locale.ROOT)))
                    .isPresent();
        for (var mode : RoundingMode.values())
            assertThat(texts(language).find("rounding." + mode.name().toLowerCase(Locale.ROOT)))
                    .isPresent();
    }
}
