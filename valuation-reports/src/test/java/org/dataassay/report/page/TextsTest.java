package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern PART = Pattern.compile("\\{\\d}");

    @Test
    void every_language_has_every_key_with_the_same_parts() {
        var english = Texts.of(Language.ENGLISH);
        for (var language : Language.values()) {
            var texts = Texts.of(language);
            assertThat(texts.keys()).isEqualTo(english.keys());
            for (var key : english.keys()) {
                assertThat(parts(texts, key)).as(key).isEqualTo(parts(english, key));
                assertThat(texts.of(key, "", "", "", "")).as(key).isNotNull();
            }
        }
    }

    @Test
    void every_key_in_the_source_is_there_and_every_key_there_is_used() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main", "java", "org", "dataassay", "report", "page"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"((?:page|part|chart)\\.[a-zA-Z.]+[a-zA-Z])\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(m -> used.add(m.group(1)));
            }
        }
        used.remove("page.css");
        for (var tone : Parts.Tone.values()) used.add("part.tone." + tone.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(Texts.of(Language.ENGLISH).keys()).isEqualTo(used);
    }

    /** The later of two lines would win without a word: figures of two methods need names of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"texts", "figures", "appraisal", "bridge", "profile"})
    void no_key_stands_twice(String bundle) throws IOException {
        for (var language : List.of("en", "zh")) {
            var keys = new ArrayList<String>();
            for (var line : Files.readAllLines(
                    Path.of("src/main/resources/org/dataassay/report/page", bundle + "_" + language + ".properties")))
                if (!line.isBlank() && !line.startsWith("#")) keys.add(line.split("[ =]", 2)[0]);
            assertThat(keys).as(language).doesNotHaveDuplicates().hasSizeGreaterThan(10);
        }
    }

    @Test
    void a_missing_key_says_what_to_do() {
        assertThatThrownBy(() -> Texts.of(Language.ENGLISH).of("no.such.key"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("No text for no.such.key. Add it to every language's bundle.");
    }

    private static TreeSet<String> parts(Texts texts, String key) {
        var parts = new TreeSet<String>();
        PART.matcher(texts.of(key, "{0}", "{1}", "{2}", "{3}")).results().forEach(m -> parts.add(m.group()));
        return parts;
    }
}
