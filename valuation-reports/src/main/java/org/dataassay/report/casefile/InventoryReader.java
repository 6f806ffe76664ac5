package org.dataassay.report.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.CsvSource.Position;
import org.dataassay.quality.source.Row;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;

/**
 * An inventory row by row, in which a broken line is a row with a problem and not the end: reading goes on with the line behind it. Where a row that is
 * broken covers several lines, its first quote is the likely culprit, so only its first line is left out and the others are read as rows of their own.
 */
final class InventoryReader implements AutoCloseable {

    private static final Set<QualityError> WITHIN_A_ROW = EnumSet.of(
            QualityError.QUOTE_MISPLACED,
            QualityError.QUOTE_UNCLOSED,
            QualityError.FIELD_TOO_LONG,
            QualityError.ROW_TOO_LONG,
            QualityError.TOO_MANY_COLUMNS,
            QualityError.ENCODING,
            QualityError.NUL_BYTE);

    private final Path file;
    private final String name;
    private final CsvOptions options;
    private CsvSource source;
    private Optional<Problem> problem = Optional.empty();
    private Optional<Position> goOn = Optional.empty();
    private long row;
    private long line;
    private long blankLines;

    private InventoryReader(Path file, String name, CsvOptions options, CsvSource source) {
        this.file = file;
        this.name = name;
        this.options = options;
        this.source = source;
    }

    /** Opens an inventory and reads its header. */
    static InventoryReader open(Path file, CsvOptions options) {
        var name = String.valueOf(file.getFileName());
        return new InventoryReader(file, name, options, CsvSource.read(stream(file), name, options));
    }

    private static InputStream stream(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file))
                throw InvalidInputException.of(ReportError.FILE_UNREADABLE, file.toString(), "it is a folder");
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw InvalidInputException.of(ReportError.FILE_MISSING, name, file);
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, name, String.valueOf(e.getMessage()));
        }
    }

    /** SHA-256 of all its bytes. */
    static String digest(Path file) {
        MessageDigest digest = ScreeningFolder.sha256();
        try (var in = stream(file)) {
            var chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) digest.update(chunk, 0, n);
        } catch (IOException e) {
            throw InvalidInputException.of(
                    ReportError.FILE_UNREADABLE, String.valueOf(file.getFileName()), String.valueOf(e.getMessage()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    String name() {
        return name;
    }

    List<String> columns() {
        return source.columns();
    }

    /** Goes to a place that an earlier run has reached. */
    void moveTo(Position position) {
        blankLines += source.rejected().blankLines();
        var columns = source.columns();
        source.close();
        source = CsvSource.openAt(file, name, options, columns, position);
    }

    /** Moves to the next row, sound or broken; false when there is none left. */
    boolean advance() {
        goOn.ifPresent(this::moveTo);
        goOn = Optional.empty();
        problem = Optional.empty();
        try {
            if (!source.advanceAny()) return false;
        } catch (InvalidInputException e) {
            var found = e.problems().get(0);
            if (!(found.code() instanceof QualityError code) || !WITHIN_A_ROW.contains(code)) throw e;
            broken(
                    found,
                    code == QualityError.ENCODING || code == QualityError.NUL_BYTE ? source.after() : source.before());
            return true;
        }
        row = source.row().number();
        line = source.row().line();
        if (source.row().width() != columns().size()) {
            problem = Optional.of(Problem.of(
                    ReportError.ROW_RAGGED, name, columns().size(), source.row().width()));
            if (source.after().line() > line + 1) goOn = Optional.of(behindLine(source.before()));
        }
        return true;
    }

    private void broken(Problem found, Position from) {
        row = source.row().number();
        line = source.row().line();
        problem = Optional.of(found);
        goOn = Optional.of(behindLine(from));
    }

    /** The beginning of the line behind the one in which a position lies. */
    private Position behindLine(Position from) {
        long offset = from.offset();
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(offset);
            var chunk = new byte[1 << 13];
            boolean returned = false;
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                for (int i = 0; i < n; i++) {
                    if (returned) return new Position(chunk[i] == '\n' ? offset + 1 : offset, row, from.line() + 1);
                    offset++;
                    if (chunk[i] == '\n') return new Position(offset, row, from.line() + 1);
                    returned = chunk[i] == '\r';
                }
            }
            return new Position(offset, row, from.line() + 1);
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, name, String.valueOf(e.getMessage()));
        }
    }

    /** What is wrong with the line; empty where it is a row with all its fields. */
    Optional<Problem> problem() {
        return problem;
    }

    /** The cells, where there is no problem. */
    Row cells() {
        return source.row();
    }

    /** Number of the row, 1 for the first below the header. */
    long row() {
        return row;
    }

    /** The line of the file on which it begins. */
    long line() {
        return line;
    }

    /** Where the next row begins. */
    Position position() {
        return goOn.orElseGet(source::after);
    }

    /** Lines without any text, since this reader was opened. */
    long blankLines() {
        return blankLines + source.rejected().blankLines();
    }

    @Override
    public void close() {
        source.close();
    }
}
