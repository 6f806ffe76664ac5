package org.dataassay.report;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Programs that some tests need. Where one is absent the test is skipped and says why; with ASSAY_REQUIRE_TOOLS=1 it fails instead. */
public final class Tools {

    private Tools() {}

    /** The program's file, or the end of the test. */
    public static Path require(String name) {
        var found = find(name);
        if (found.isPresent()) return found.get();
        var reason = name + " is not on the PATH. Install it, or read this test as not run.";
        if ("1".equals(System.getenv("ASSAY_REQUIRE_TOOLS")))
            fail(reason + " ASSAY_REQUIRE_TOOLS=1 makes this a failure.");
        System.err.println("Skipped: " + reason);
        Assumptions.abort(reason);
        throw new AssertionError(reason);
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
