package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppraisalPageTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_pages_are_written_for_a_person_to_look_at(Language language) throws IOException {
        Files.createDirectories(Path.of("target"));
        write("appraisal", language, AppraisalPage.html(BirdStrikes.concluded(language), language));
        write("appraisal-single", language, AppraisalPage.html(BirdStrikes.indicationsOnly(language), language));
        write("appraisal-open", language, AppraisalPage.html(BirdStrikes.notConcluded(language), language));
        write("appraisal-none", language, AppraisalPage.html(BirdStrikes.nothing(language), language));
    }

    private static void write(String name, Language language, String html) throws IOException {
        Files.writeString(Path.of("target", name + "-" + language.code() + ".html"), html, StandardCharsets.UTF_8);
        assertThat(html).startsWith("<!DOCTYPE html>");
    }
}
