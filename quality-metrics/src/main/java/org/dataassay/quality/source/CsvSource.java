package org.dataassay.quality.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.CsvOptions.RaggedRows;
import org.dataassay.valuation.error.ErrorCode;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, read as a stream in bounded memory: one chunk of 64 KiB and one row, whatever the file's size.
 *
 * <p><b>Format</b>  RFC 4180: fields separated by the delimiter, rows ended by CRLF, LF or CR, a field in quotes may hold delimiters, line ends
 * and doubled quotes; the last line end may be absent. The first row is the header. A byte order mark is skipped. Beyond the RFC, a quote inside a
 * field that does not begin with one is an ordinary character. An empty field and an empty quoted field are the same: no value.
 *
 * <p><b>Encoding</b>  a file may be in any {@link TextEncoding} and compressed by gzip or Zstandard: {@link #facts()} tell how it was read. A stream is UTF-8,
 * strictly. Each byte is checked, and the first wrong one is named with its offset, row and column.
 *
 * <p><b>Rejected</b>  Rows with a wrong number of fields are left out and counted, or refused: {@link CsvOptions#raggedRows()}. An empty line in a
 * table of several columns is no row; it is counted.
 *
 * <p>Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, Y. Shafranovich, Common Format and MIME Type for CSV Files, 2005, section 2</a>
 */
public final class CsvSource implements TableSource {

    private static final int CHUNK = 1 << 16;
    private static final byte QUOTE = '"';

    private final String name;
    private final InputStream in;
    /** What the stream is, or was cut from, where that is a file; it knows its encoding and its digest. */
    private final @Nullable TextStream file;

    private final CsvOptions options;
    private final byte delimiter;
    private final TextGuard guard = new TextGuard();
    private final Row row = new Row();
    private final byte[] chunk;
    private final Sha256 sha256 = new Sha256();

    private SourceFact.Basis delimiterBasis = SourceFact.Basis.DECLARED;
    private int position;
    private int limit;
    private long chunkOffset;
    private long rowOffset;
    private int fault = -1;
    private boolean atEnd;
    private boolean quotedRow;
    private boolean afterReturn;
    /** Whether the last row ended with a carriage return, so that a line feed that comes next belongs to it. */
    private boolean afterRowReturn;
    /** How many bytes of the chunk were read; what lies behind the limit is not text. */
    private int filled;
    /** With parts: how many bytes lie in parts that are done, and how many were read at all. */
    private long passedBytes;

    private long rawBytes;

    private List<String> columns = List.of();
    private long line = 1;
    private long rows;
    private long ragged;
    private long blankLines;
    private final List<RejectedRows.Ragged> firstRagged = new ArrayList<>();

    private CsvSource(InputStream in, String name, CsvOptions options, int chunkSize) {
        this(in, in instanceof TextStream text ? text : null, name, options, chunkSize);
    }

    private CsvSource(InputStream in, @Nullable TextStream file, String name, CsvOptions options, int chunkSize) {
        this.name = name;
        this.in = in;
        this.file = file;
        this.options = options;
        this.delimiter = (byte) options.delimiter();
        this.chunk = new byte[chunkSize];
    }

    /** Opens a file with {@link CsvOptions#standard()}. */
    public static CsvSource open(Path file) {
        return open(file, CsvOptions.standard());
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws InvalidInputException when there is no such file, it cannot be read, is not text, or its header is not usable
     */
    public static CsvSource open(Path file, CsvOptions options) {
        return open(file, options, ByteOptions.standard());
    }

    /**
     * Opens a file and reads its header.
     *
     * @param bytes its encoding, where that is not to be detected, and how far it may grow when it is compressed
     * @throws InvalidInputException when there is no such file, it cannot be read, is not text, or its header is not usable
     */
    public static CsvSource open(Path file, CsvOptions options, ByteOptions bytes) {
        var name = file.toString();
        return read(TextStream.open(file, name, bytes), name, options);
    }

    /** Reads a stream and its header; the source closes the stream. */
    public static CsvSource read(InputStream in, String name, CsvOptions options) {
        return read(in, name, options, CHUNK);
    }

    /** Reads a file whose delimiter was detected. */
    static CsvSource detected(TextStream in, String name, CsvOptions options) {
        var source = read(in, name, options);
        source.delimiterBasis = SourceFact.Basis.DETECTED;
        return source;
    }

    static CsvSource read(InputStream in, String name, CsvOptions options, int chunkSize) {
        var source = new CsvSource(in, name, options, Math.max(chunkSize, 4));
        try {
            source.readHeader();
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        return source;
    }

    /**
     * Goes on within a file whose header is known.
     *
     * @param name what the file is called in messages
     * @param columns of its header
     * @param from where a row begins, as {@link #before()} or {@link #after()} has said
     */
    public static CsvSource openAt(Path file, String name, CsvOptions options, List<String> columns, Position from) {
        try {
            var in = TextStream.open(file, name, ByteOptions.standard());
            in.skipNBytes(from.offset());
            var source = new CsvSource(in, name, options, CHUNK);
            source.chunkOffset = from.offset();
            source.columns = List.copyOf(columns);
            source.rows = from.rows();
            source.line = from.line();
            return source;
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name, reason(e));
        }
    }

    /**
     * A place between two rows.
     *
     * @param offset of the byte with which the next row begins
     * @param rows that lie before it, without the header
     * @param line of the file on which the next row begins, 1 for the first
     */
    public record Position(long offset, long rows, long line) {}

    /** Where the current row begins; after an error, the row that broke. */
    public Position before() {
        return new Position(rowOffset, Math.max(row.number() - 1, 0), row.line());
    }

    /** Where the next row begins; after an error, where reading stopped. */
    public Position after() {
        return new Position(bytesRead(), rows, line);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public RejectedRows rejected() {
        return new RejectedRows(ragged, blankLines, firstRagged);
    }

    /** How many bytes have been consumed; for progress. */
    public long bytesRead() {
        return chunkOffset + position;
    }

    /** SHA-256 of the bytes read so far; at the end, that of the file as it lies on the disk, compressed or not. */
    @Override
    public String digest() {
        return file != null ? file.digest() : sha256.hex();
    }

    @Override
    public List<SourceFact> facts() {
        var facts = new ArrayList<SourceFact>();
        facts.add(new SourceFact(SourceFact.FORMAT, "csv", SourceFact.Basis.DECLARED));
        if (file != null) facts.addAll(file.facts());
        facts.add(new SourceFact(SourceFact.DELIMITER, Delimiter.name(options.delimiter()), delimiterBasis));
        return facts;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name, reason(e));
        }
    }

    /**
     * Moves to the next row, whatever its number of fields; for whoever says of each row what is wrong with it. Only blank lines are passed over, and counted.
     *
     * @return false when there is none left
     * @throws InvalidInputException when the file breaks a rule of its format; {@link #openAt} behind the broken line goes on
     */
    public boolean advanceAny() {
        while (readRow()) {
            if (!isBlankLine()) return true;
            rows--;
            blankLines++;
        }
        return false;
    }

    private boolean isBlankLine() {
        return row.width() == 1 && row.length() == 0 && !quotedRow && columns.size() > 1;
    }

    @Override
    public boolean advance() {
        while (readRow()) {
            if (isBlankLine()) {
                rows--;
                blankLines++;
            } else if (row.width() == columns.size()) {
                return true;
            } else {
                reject();
            }
        }
        checkRejected();
        return false;
    }

    private void reject() {
        if (options.raggedRows() == RaggedRows.REFUSE) {
            throw error(QualityError.RAGGED_ROW, columns.size(), place(row.number(), row.line()), row.width());
        }
        ragged++;
        if (firstRagged.size() < RejectedRows.EXAMPLES) {
            firstRagged.add(new RejectedRows.Ragged(row.number(), row.line(), row.width()));
        }
    }

    /** The rows that follow, parsed by several threads; cut every {@link CsvParts#PART_BYTES} bytes or so. */
    @Override
    public TableParts parts() {
        return parts(CsvParts.PART_BYTES);
    }

    TableParts parts(int partBytes) {
        passedBytes = bytesRead();
        rawBytes = chunkOffset + filled;
        return new CsvParts(this, options, partBytes, afterRowReturn);
    }

    // ---- what the parts need ----

    /** Reads further bytes as they are, those of the chunk that are left first; 0 at the end. */
    int readRaw(byte[] into, int from, int count) {
        if (position < filled) {
            int n = Math.min(count, filled - position);
            System.arraycopy(chunk, position, into, from, n);
            position += n;
            limit = Math.max(limit, position);
            return n;
        }
        try {
            int n = in.read(into, from, count);
            if (n <= 0) return 0;
            if (file == null) sha256.update(into, from, n);
            rawBytes += n;
            return n;
        } catch (IOException e) {
            throw error(QualityError.FILE_UNREADABLE, reason(e) + " (byte offset " + rawBytes + ")");
        }
    }

    /** Moves on behind rows that a part has read; what it left out is numbered within it. */
    void passed(long bytes, long rowCount, long lines, long blanks, long raggedRows, List<RejectedRows.Ragged> first) {
        for (var r : first) {
            if (firstRagged.size() < RejectedRows.EXAMPLES)
                firstRagged.add(new RejectedRows.Ragged(rows + r.row(), line - 1 + r.line(), r.fields()));
        }
        ragged += raggedRows;
        rows += rowCount;
        line += lines;
        blankLines += blanks;
        passedBytes += bytes;
    }

    /** Reads bytes that begin with the row that follows; to be used where they break the format, since this says how. */
    CsvSource again(byte[] bytes, int from, int to) {
        var source =
                new CsvSource(new java.io.ByteArrayInputStream(bytes, from, to - from), file, name, options, CHUNK);
        source.chunkOffset = passedBytes;
        source.columns = columns;
        source.rows = rows;
        source.line = line;
        return source;
    }

    void checkRejected() {
        if (ragged > options.maximumRejectedShare() * rows) {
            var first = firstRagged.get(0);
            throw error(
                    QualityError.TOO_MANY_REJECTED,
                    percent(options.maximumRejectedShare()),
                    ragged,
                    rows,
                    columns.size(),
                    place(first.row(), first.line()) + " has " + first.fields());
        }
    }

    // ---- header ----

    private void readHeader() {
        rows = -1;
        do {
            if (!readRow()) throw error(QualityError.HEADER_MISSING);
            rows = 0;
        } while (row.width() == 1 && row.length() == 0 && !quotedRow && skippedBlankHeaderLine());
        var names = new ArrayList<String>(row.width());
        for (int i = 0; i < row.width(); i++) names.add(row.cell(i).toString());
        columns = Headers.checked(name, names);
    }

    private boolean skippedBlankHeaderLine() {
        rows = -1;
        blankLines++;
        return true;
    }

    // ---- one row ----

    private boolean readRow() {
        row.clear(rows + 1, line);
        rowOffset = bytesRead();
        quotedRow = false;
        if (!available()) return false;
        if (afterRowReturn) {
            afterRowReturn = false;
            if (chunk[position] == '\n') position++;
            rowOffset = bytesRead();
            if (!available()) return false;
        }
        rows++;
        do {
            if (available() && chunk[position] == QUOTE) {
                readQuoted();
            } else {
                readPlain();
            }
            if (row.width() == options.maximumColumns()) {
                throw error(QualityError.TOO_MANY_COLUMNS, options.maximumColumns(), here());
            }
            row.endField();
        } while (delimiterFollows());
        return true;
    }

    private void readPlain() {
        while (available()) {
            int i = position;
            byte b = 0;
            while (i < limit && (b = chunk[i]) != delimiter && b != '\n' && b != '\r') i++;
            take(i, false);
            if (i < limit) return;
        }
    }

    private void readQuoted() {
        quotedRow = true;
        long opened = line;
        position++;
        while (available()) {
            int i = position;
            while (i < limit && chunk[i] != QUOTE) {
                byte b = chunk[i++];
                if (b == '\n') line++;
                if (b == '\r') {
                    line++;
                    afterReturn = true;
                } else {
                    if (b == '\n' && afterReturn) line--;
                    afterReturn = false;
                }
            }
            take(i, true);
            if (i == limit) continue;
            afterReturn = false;
            position++; // the quote: the end of the field, or the first of a doubled one
            if (!available()) return;
            byte next = chunk[position];
            if (next == QUOTE) {
                take(position + 1, true);
            } else if (next == delimiter || next == '\n' || next == '\r') {
                return;
            } else {
                throw error(QualityError.QUOTE_MISPLACED, here());
            }
        }
        throw error(
                QualityError.QUOTE_UNCLOSED,
                place(row.number(), row.line()) + ", " + column() + (opened == row.line() ? "" : ", line " + opened));
    }

    /** Moves the bytes from the position to {@code end} into the row. */
    private void take(int end, boolean quoted) {
        int count = end - position;
        if (row.fieldLength() + count > options.maximumFieldBytes()) {
            var remedy = quoted
                    ? "The quote that opens there may never be closed: close it, or raise maximumFieldBytes."
                    : "Check the delimiter and the line ends, or raise maximumFieldBytes.";
            throw error(QualityError.FIELD_TOO_LONG, options.maximumFieldBytes(), here(), remedy);
        }
        if (row.length() + count > options.maximumRowBytes()) {
            throw error(QualityError.ROW_TOO_LONG, options.maximumRowBytes(), here());
        }
        row.append(chunk, position, count);
        position = end;
    }

    /** Steps over what ends a field; true when another field of the same row follows. */
    private boolean delimiterFollows() {
        if (!available()) return false;
        byte b = chunk[position++];
        if (b == delimiter) return true;
        line++;
        if (b == '\r') {
            if (position == limit) afterRowReturn = true; // what comes next is not looked at before it is asked for
            else if (chunk[position] == '\n') position++;
        }
        return false;
    }

    // ---- bytes ----

    /** Whether there is a byte at the position; reads the next chunk when needed. */
    private boolean available() {
        return position < limit || fill();
    }

    private boolean fill() {
        if (fault >= 0) throw notText();
        if (atEnd) return false;
        chunkOffset += limit;
        position = 0;
        limit = 0;
        int read = readChunk();
        filled = read;
        if (file == null) sha256.update(chunk, 0, read); // a file digests itself
        if (chunkOffset == 0) position = skipMark(read);
        if (read == 0) {
            atEnd = true;
            if (!guard.complete()) throw encodingError("the text ends inside a character", chunkOffset);
            return false;
        }
        limit = guard.check(chunk, position, read);
        if (limit < read) fault = limit;
        return position < limit || fill();
    }

    private int readChunk() {
        try { // the first chunk must be long enough to recognize a foreign format
            int read = 0;
            do {
                int n = in.read(chunk, read, chunk.length - read);
                if (n < 0) break;
                read += n;
            } while (read < 4);
            return read;
        } catch (IOException e) {
            throw error(QualityError.FILE_UNREADABLE, reason(e) + " (byte offset " + chunkOffset + ")");
        }
    }

    /** Length of the byte order mark; refuses what is known not to be UTF-8 text. */
    private int skipMark(int read) {
        if (startsWith(read, 0xEF, 0xBB, 0xBF)) return 3;
        if (startsWith(read, 0xFF, 0xFE) || startsWith(read, 0xFE, 0xFF)) {
            throw error(
                    QualityError.FILE_FORMAT, "UTF-16", "Convert it first, for instance: iconv -f UTF-16 -t UTF-8.");
        }
        if (startsWith(read, 0x1F, 0x8B))
            throw error(QualityError.FILE_FORMAT, "a gzip archive", "Decompress it first: gunzip.");
        if (startsWith(read, 0x28, 0xB5, 0x2F, 0xFD)) {
            throw error(QualityError.FILE_FORMAT, "a Zstandard archive", "Decompress it first: unzstd.");
        }
        if (startsWith(read, 'P', 'K', 3, 4)) {
            throw error(
                    QualityError.FILE_FORMAT,
                    "a zip archive or workbook",
                    "Unzip it, or save the sheet as CSV (UTF-8).");
        }
        if (startsWith(read, 'P', 'A', 'R', '1'))
            throw error(QualityError.FILE_FORMAT, "a Parquet file", "Open it with ParquetSource.");
        return 0;
    }

    private boolean startsWith(int read, int... bytes) {
        if (read < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) {
            if ((chunk[i] & 0xFF) != bytes[i]) return false;
        }
        return true;
    }

    // ---- errors ----

    private InvalidInputException notText() {
        int b = chunk[fault] & 0xFF;
        long offset = chunkOffset + fault;
        return b == 0
                ? error(QualityError.NUL_BYTE, offset, here())
                : encodingError(String.format(Locale.ROOT, "byte 0x%02X does not belong there", b), offset);
    }

    private InvalidInputException encodingError(String what, long offset) {
        if (file != null) return file.problem(what, offset, here());
        return error(QualityError.ENCODING, what, offset, here());
    }

    private String here() {
        return place(row.number(), row.line()) + ", " + column();
    }

    private String column() {
        int index = row.width();
        return index < columns.size() ? "column '" + columns.get(index) + "'" : "column " + (index + 1);
    }

    private static String place(long rowNumber, long lineNumber) {
        return (rowNumber <= 0 ? "the header" : "row " + rowNumber) + " (line " + lineNumber + ")";
    }

    private static String percent(double share) {
        return Plain.of(Math.rint(share * 1e8) / 1e6) + "%";
    }

    private static String reason(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private InvalidInputException error(ErrorCode code, Object... arguments) {
        return InvalidInputException.of(code, name, arguments);
    }
}
