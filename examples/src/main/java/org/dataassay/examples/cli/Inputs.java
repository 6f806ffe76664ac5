package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;

/** Opens the files that a command names. */
final class Inputs {

    private Inputs() {}

    /** A stream that reads a file. */
    static InputStream open(Path file) {
        try {
            if (Files.isDirectory(file))
                throw InvalidInputException.of(ReportError.FILE_UNREADABLE, file.toString(), "it is a folder");
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw InvalidInputException.of(ReportError.FILE_MISSING, file.toString(), file.toAbsolutePath());
        } catch (IOException e) {
            throw InvalidInputException.of(
                    ReportError.FILE_UNREADABLE, file.toString(), String.valueOf(e.getMessage()));
        }
    }
}
