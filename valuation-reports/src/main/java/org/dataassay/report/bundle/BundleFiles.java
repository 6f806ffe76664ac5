package org.dataassay.report.bundle;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;

/** Reading stored files, never more than expected. */
final class BundleFiles {

    private BundleFiles() {}

    /** The bytes of a file that may have at most so many. */
    static byte[] read(Path file, int most) {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(most);
            if (in.read() >= 0)
                throw InvalidInputException.of(
                        ReportError.FILE_TOO_LARGE, name, most, Files.size(file), "This is no file of ours.");
            return bytes;
        } catch (NoSuchFileException e) {
            throw InvalidInputException.of(ReportError.FILE_MISSING, name, file);
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, name, reason(e));
        }
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) return "no permission";
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
