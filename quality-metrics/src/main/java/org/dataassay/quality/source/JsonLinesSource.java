package org.dataassay.quality.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.JsonLinesOptions.BrokenLines;
import org.dataassay.quality.source.SourceFact.Basis;
import org.dataassay.valuation.error.ErrorCode;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.jspecify.annotations.Nullable;

/**
 * A file with one JSON object on each line, read as a stream.
 *
 * <p><b>Columns</b>  the keys of the first rows, or as declared. A key that is missing in a row, and null, are empty cells. A key that is no column is left out, and
 * {@link #facts()} name it: more first rows, or declared columns, take it in.
 *
 * <p><b>Texts</b>  a text is itself, a number is as it is written, and an object or array is the piece of JSON that stands there.
 *
 * <p><b>Rejected</b>  lines that are no JSON object are left out and counted with their line and the reason, or refused; empty lines are counted.
 *
 * <p><b>Encoding</b>  as {@link CsvSource} has it. Not thread-safe.
 *
 * @see <a href="https://jsonlines.org/">JSON Lines, I. Ward, 2014: UTF-8, one value per line, line feed</a>
 */
public final class JsonLinesSource implements TableSource {

    private static final int CHUNK = 1 << 16;
    private static final int SAMPLE_BYTES = 1 << 24;
    private static final int NAMED_KEYS = 10;

    private final String name;
    private final InputStream in;
    private final @Nullable TextStream file;
    private final JsonLinesOptions options;
    private final TextGuard guard = new TextGuard();
    private final Sha256 sha256 = new Sha256();
    private final Row row = new Row();

    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int limit;
    private long chunkOffset;
    private byte[] line = new byte[1024];
    private int lineLength;
    private long lines;

    /** The lines that said which columns there are. */
    private final ArrayDeque<Sampled> sample = new ArrayDeque<>();

    private List<String> columns = List.of();
    private Map<String, Integer> places = Map.of();
    private byte[][] cells = {};
    private long rows;
    private long broken;
    private long blankLines;
    private final List<RejectedRows.Broken> firstBroken = new ArrayList<>();
    private long rowsWithMore;
    private final Set<String> more = new TreeSet<>();

    private record Sampled(long line, @Nullable Map<String, byte[]> object, String reason) {}

    private JsonLinesSource(InputStream in, String name, JsonLinesOptions options) {
        this.in = in;
        this.file = in instanceof TextStream text ? text : null;
        this.name = name;
        this.options = options;
    }

    /** Opens a file with {@link JsonLinesOptions#standard()}. */
    public static JsonLinesSource open(Path file) {
        return open(file, JsonLinesOptions.standard(), ByteOptions.standard());
    }

    /**
     * Opens a file and finds its columns.
     *
     * @throws InvalidInputException when there is no such file, it is not text, or none of its first lines is a JSON object
     */
    public static JsonLinesSource open(Path file, JsonLinesOptions options, ByteOptions bytes) {
        var name = file.toString();
        return read(TextStream.open(file, name, bytes), name, options);
    }

    /** Reads a stream in UTF-8; the source closes it. */
    public static JsonLinesSource read(InputStream in, String name, JsonLinesOptions options) {
        var source = new JsonLinesSource(in, name, options);
        try {
            source.findColumns();
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        return source;
    }

    // ---- columns ----

    private void findColumns() {
        var keys = new LinkedHashSet<String>(options.columns());
        if (keys.isEmpty()) sample(keys);
        if (keys.isEmpty()) throw error(QualityError.NO_OBJECTS, lines, firstReason());
        if (keys.size() > options.maximumColumns()) {
            throw error(QualityError.TOO_MANY_COLUMNS, options.maximumColumns(), "keys of the first rows");
        }
        var declared = options.columns().isEmpty() ? List.copyOf(keys) : options.columns();
        columns = Headers.checked(name, declared);
        places = new HashMap<>();
        for (int i = 0; i < declared.size(); i++) places.put(declared.get(i), i);
        cells = new byte[columns.size()][];
    }

    private void sample(Set<String> keys) {
        int objects = 0;
        long bytes = 0;
        while (objects < options.sampleRows() && bytes < SAMPLE_BYTES && keys.size() <= options.maximumColumns()) {
            var next = nextLine();
            if (next == null) return;
            if (next.object() != null) {
                keys.addAll(next.object().keySet());
                objects++;
            }
            bytes += lineLength + 64;
            sample.add(next);
        }
    }

    private String firstReason() {
        var first = sample.peek();
        if (first == null) return "The file is empty.";
        return first.reason().isEmpty()
                ? "Objects without keys are no rows."
                : "Line " + first.line() + ": " + first.reason()
                        + ". Write one object per line; of an array, jq -c '.[]' makes that.";
    }

    // ---- rows ----

    @Override
    public boolean advance() {
        while (true) {
            var next = sample.isEmpty() ? nextLine() : sample.remove();
            if (next == null) break;
            rows++;
            if (next.object() != null) {
                fill(next.line(), next.object());
                return true;
            }
            reject(next);
        }
        if (broken > options.maximumRejectedShare() * rows) {
            var first = firstBroken.get(0);
            throw error(
                    QualityError.TOO_MANY_BROKEN,
                    Plain.of(Math.rint(options.maximumRejectedShare() * 1e8) / 1e6) + "%",
                    broken,
                    rows,
                    "line " + first.line(),
                    first.reason());
        }
        return false;
    }

    private void reject(Sampled next) {
        if (options.brokenLines() == BrokenLines.REFUSE) {
            throw error(QualityError.LINE_BROKEN, "line " + next.line(), next.reason());
        }
        broken++;
        if (firstBroken.size() < RejectedRows.EXAMPLES) {
            firstBroken.add(new RejectedRows.Broken(rows, next.line(), next.reason()));
        }
    }

    private void fill(long lineNumber, Map<String, byte[]> object) {
        Arrays.fill(cells, null);
        boolean left = false;
        for (var member : object.entrySet()) {
            var place = places.get(member.getKey());
            if (place != null) {
                cells[place] = member.getValue();
            } else {
                left = true;
                if (more.size() < NAMED_KEYS) more.add(shortened(member.getKey()));
            }
        }
        if (left) rowsWithMore++;
        row.clear(rows, lineNumber);
        for (int i = 0; i < cells.length; i++) {
            var text = cells[i];
            if (text != null) {
                if (text.length > options.maximumFieldBytes()) {
                    throw error(
                            QualityError.FIELD_TOO_LONG,
                            options.maximumFieldBytes(),
                            "line " + lineNumber + ", column '" + columns.get(i) + "'",
                            "Leave the key out of the columns, or raise maximumFieldBytes.");
                }
                row.append(text, 0, text.length);
            }
            row.endField();
        }
    }

    private static String shortened(String key) {
        return key.length() <= 40 ? key : key.substring(0, key.offsetByCodePoints(0, 20)) + "…";
    }

    // ---- lines ----

    /** The line that follows, without blank ones; null at the end. */
    private @Nullable Sampled nextLine() {
        while (readLine()) {
            lines++;
            if (isBlank()) {
                blankLines++;
                continue;
            }
            try {
                return new Sampled(lines, JsonObject.parse(line, 0, lineLength), "");
            } catch (JsonObject.Broken e) {
                return new Sampled(lines, null, String.valueOf(e.getMessage()));
            }
        }
        return null;
    }

    private boolean isBlank() {
        for (int i = 0; i < lineLength; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') return false;
        }
        return true;
    }

    private boolean readLine() {
        lineLength = 0;
        boolean any = false;
        while (position < limit || fill()) {
            any = true;
            int i = position;
            while (i < limit && chunk[i] != '\n') i++;
            take(i);
            if (i < limit) {
                position++;
                return true;
            }
        }
        return any;
    }

    private void take(int end) {
        int count = end - position;
        if (lineLength + count > options.maximumRowBytes()) {
            throw error(QualityError.ROW_TOO_LONG, options.maximumRowBytes(), "line " + (lines + 1));
        }
        if (lineLength + count > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, lineLength + count));
        }
        System.arraycopy(chunk, position, line, lineLength, count);
        lineLength += count;
        position = end;
    }

    private boolean fill() {
        chunkOffset += limit;
        position = 0;
        limit = 0;
        int read;
        try {
            read = Math.max(in.read(chunk, 0, chunk.length), 0);
        } catch (IOException e) {
            throw error(QualityError.FILE_UNREADABLE, StoredBytes.reason(e) + " (byte offset " + chunkOffset + ")");
        }
        if (file == null) sha256.update(chunk, 0, read);
        if (read == 0) {
            if (!guard.complete()) throw notText("the text ends inside a character", chunkOffset);
            return false;
        }
        int fault = guard.check(chunk, 0, read);
        if (fault < read) {
            for (int i = 0; i < fault; i++) if (chunk[i] == '\n') lines++;
            long offset = chunkOffset + fault;
            if (chunk[fault] == 0) throw error(QualityError.NUL_BYTE, offset, here());
            throw notText(String.format(Locale.ROOT, "byte 0x%02X does not belong there", chunk[fault] & 0xFF), offset);
        }
        limit = read;
        if (chunkOffset == 0 && EncodingGuess.begins(chunk, 0, read, 0xEF, 0xBB, 0xBF)) position = 3;
        return position < limit || fill();
    }

    private InvalidInputException notText(String what, long offset) {
        return file != null ? file.problem(what, offset, here()) : error(QualityError.ENCODING, what, offset, here());
    }

    private String here() {
        return "line " + (lines + 1);
    }

    // ---- what is known of it ----

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
        return new RejectedRows(0, blankLines, List.of(), broken, firstBroken);
    }

    /** SHA-256 of the file as it lies on the disk, or of the stream. */
    @Override
    public String digest() {
        return file != null ? file.digest() : sha256.hex();
    }

    @Override
    public List<SourceFact> facts() {
        var facts = new ArrayList<SourceFact>();
        facts.add(new SourceFact(SourceFact.FORMAT, "jsonl", Basis.DECLARED));
        if (file != null) facts.addAll(file.facts());
        if (rowsWithMore > 0) {
            facts.add(new SourceFact(
                    SourceFact.KEYS_LEFT_OUT,
                    String.join(", ", more) + (more.size() == NAMED_KEYS ? ", …" : "") + " (" + rowsWithMore + " rows)",
                    Basis.DETECTED));
        }
        return facts;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw error(QualityError.FILE_UNREADABLE, StoredBytes.reason(e));
        }
    }

    private InvalidInputException error(ErrorCode code, Object... arguments) {
        return InvalidInputException.of(code, name, arguments);
    }
}
