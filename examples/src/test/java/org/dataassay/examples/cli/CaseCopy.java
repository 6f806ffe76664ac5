package org.dataassay.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the sample case in a folder of its own, to be spoiled. Draws are few, so that tests are quick. */
final class CaseCopy {

    static final Path SAMPLE = Path.of("cases", "bird-strikes");

    private final Path folder;
    private String text;

    private CaseCopy(Path folder, String text) {
        this.folder = folder;
        this.text = text;
    }

    static CaseCopy in(Path folder) {
        return in(folder, "case.json");
    }

    /** A copy of one of the cases of the sample. */
    static CaseCopy in(Path folder, String name) {
        try {
            for (var file : List.of("birdstrikes.csv", "rules.json"))
                Files.copy(SAMPLE.resolve(file), folder.resolve(file));
            return new CaseCopy(folder, Files.readString(SAMPLE.resolve(name)))
                    .with("\"draws\": 100000", "\"draws\": 2048");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Replaces what stands in the case exactly once or more. */
    CaseCopy with(String old, String now) {
        assertThat(text).as("the sample case holds what the test spoils").contains(old);
        text = text.replace(old, now);
        return this;
    }

    /** Measures a table of these bytes, without rules. */
    CaseCopy withData(byte[] bytes) {
        try {
            Files.write(folder.resolve("data.csv"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return with("\"file\": \"birdstrikes.csv\"", "\"file\": \"data.csv\"");
    }

    CaseCopy withData(String csv) {
        return withData(csv.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return text;
    }

    Path folder() {
        return folder;
    }

    Path out() {
        return folder.resolve("papers").resolve("out");
    }

    Terminal appraise(String... more) {
        return appraiseInto(out(), more);
    }

    Terminal appraiseInto(Path out, String... more) {
        try {
            Files.writeString(folder.resolve("case.json"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var args = new java.util.ArrayList<>(
                List.of("appraise", folder.resolve("case.json").toString(), "--out", out.toString()));
        args.addAll(List.of(more));
        return Terminal.assay(args.toArray(String[]::new));
    }

    /** Appraises and asserts that it ended so and left nothing behind, not even the folder around. */
    Terminal fails(int code) {
        var terminal = appraise();
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(code);
        assertThat(terminal.out()).isEmpty();
        assertThat(out().getParent()).doesNotExist();
        return terminal;
    }
}
