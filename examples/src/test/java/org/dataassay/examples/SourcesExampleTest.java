package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesExampleTest {

    @Test
    void prints_what_the_manual_shows(@TempDir Path folder) {
        assertThat(Printed.by(out -> {
                    try {
                        SourcesExample.print(folder, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .isEqualTo(Printed.expected(SourcesExample.class));
    }
}
