package org.dataassay.report.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;

/** The folder of a case; nothing outside it is opened, not even by way of a link. */
record CaseFolder(Path folder) {

    private static final int LONGEST = 1000;

    static CaseFolder of(Path caseFile) {
        var parent = caseFile.toAbsolutePath().normalize().getParent();
        if (parent == null)
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, caseFile.toString(), "it is no file");
        return new CaseFolder(parent);
    }

    /**
     * A file named in the case.
     *
     * @param field that names it
     * @throws InvalidInputException where it is missing or outside
     */
    Path file(String field, String name) {
        Path path;
        try {
            if (name.length() > LONGEST) throw new InvalidPathException("", "too long");
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, field, "it is no name of a file");
        }
        var resolved = folder.resolve(path).normalize();
        if (path.isAbsolute() || !resolved.startsWith(folder))
            throw InvalidInputException.of(ReportError.OUTSIDE_FOLDER, field, name);
        if (!Files.exists(resolved)) throw InvalidInputException.of(ReportError.FILE_MISSING, field, name);
        try {
            var real = resolved.toRealPath();
            if (!real.startsWith(folder.toRealPath()))
                throw InvalidInputException.of(ReportError.OUTSIDE_FOLDER, field, name + ", a link to elsewhere");
            if (!Files.isRegularFile(real))
                throw InvalidInputException.of(ReportError.FILE_UNREADABLE, field, name + " is no file");
            return real;
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, field, String.valueOf(e.getMessage()));
        }
    }
}
