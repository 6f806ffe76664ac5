package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes {@code target/demo-en.html} and {@code target/demo-zh.html} for a person to look at, and checks what a machine can see. */
class DemoPageTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_stands_alone(Language language) throws IOException {
        var html = DemoPage.of(language).html();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "demo-" + language.code() + ".html"), html, StandardCharsets.UTF_8);
        assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">");
        assertThat(html)
                .doesNotContain("<script", " style=", " src=", "@import", "<link", "NaN", "Infinity", "E-", "null");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
        var withoutPattern = Pattern.compile("url\\(#[a-z-]+\\)").matcher(html).replaceAll("");
        assertThat(withoutPattern).doesNotContain("url(");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_id_is_used_once_and_every_reference_is_met(Language language) {
        var html = DemoPage.of(language).html();
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (var pattern : new String[] {"href=\"#([^\"]+)\"", "url\\(#([^)]+)\\)"}) {
            assertThat(Pattern.compile(pattern)
                            .matcher(html)
                            .results()
                            .map(m -> m.group(1))
                            .toList())
                    .isNotEmpty()
                    .allMatch(ids::contains);
        }
        Pattern.compile("aria-labelledby=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .forEach(m -> assertThat(ids).contains(m.group(1).split(" ")));
    }

    @Test
    void the_platform_locale_takes_no_part() {
        var before = Locale.getDefault();
        var expected = DemoPage.of(Language.ENGLISH).html();
        try {
            for (var tag : new String[] {"tr", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-ca-buddhist"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(DemoPage.of(Language.ENGLISH).html()).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
