package org.dataassay.report.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.dataassay.report.ReportError;
import org.dataassay.report.workbook.CaseWorkbook;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.json.AssayJson;

/**
 * Reads a case: JSON in UTF-8, in which comments may stand, or the workbook of {@link CaseWorkbook}, with the data and the rules beside it. Whatever is wrong anywhere is reported together. No file
 * outside the folder of the case is opened.
 *
 * <pre>{@code
 * var appraised = CaseFile.read(Path.of("case.json")).appraise(4, Progress.NONE);
 * }</pre>
 */
public final class CaseFile {

    private CaseFile() {}

    /**
     * Reads and checks a case and finds its files; nothing is measured yet.
     *
     * @throws InvalidInputException with everything that is wrong
     */
    public static LoadedCase read(Path file) {
        var name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file))
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, file.toString(), "it is a folder");
        try (InputStream in = Files.newInputStream(file)) {
            var text = name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? CaseWorkbook.json(name, in)
                    : AssayJson.text(name, in);
            return new CaseReader(AssayJson.standard()).read(name, text, CaseFolder.of(file));
        } catch (NoSuchFileException e) {
            throw InvalidInputException.of(ReportError.FILE_MISSING, name, file.toString());
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads and checks a case of which only the text is at hand, such as the copy in a bundle; its data cannot be measured.
     *
     * @param name what the case is called in messages
     */
    public static LoadedCase parse(String name, String text) {
        return new CaseReader(AssayJson.standard()).parse(name, text);
    }

    /** JSON Schema (2020-12) of a case. */
    public static String schema() {
        return AssayJson.schema(CaseDocument.class, "case");
    }
}
