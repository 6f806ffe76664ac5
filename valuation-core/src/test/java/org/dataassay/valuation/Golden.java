package org.dataassay.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text compared with a committed file, byte for byte. With {@code -Dassay.regenerate=true} the file is written instead; the difference is then read by a person before
 * it is committed.
 */
public final class Golden {

    private static final boolean REGENERATE = Boolean.getBoolean("assay.regenerate");

    private Golden() {}

    /**
     * Compares.
     *
     * @param file path within the module, such as {@code src/test/resources/golden/sample.json}
     */
    public static void assertMatches(String file, String actual) {
        var path = Path.of(file);
        try {
            if (REGENERATE) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, actual);
            }
            assertThat(path)
                    .as("the committed file; -Dassay.regenerate=true writes it")
                    .exists();
            assertThat(actual).as(file).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
