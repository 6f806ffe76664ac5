package org.dataassay.quality.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * Opens a table that is only named: a file, or a database and what to read in it.
 *
 * <pre>{@code
 * Tables.open("orders.csv.gz", OpenOptions.standard());
 * Tables.open("orders.parquet", OpenOptions.standard());
 * Tables.open("jdbc:postgresql://host/shop", OpenOptions.standard().withTable("public.orders"));
 * }</pre>
 *
 * <p><b>Format</b>  as declared; else Parquet by its magic number; else JSON lines where the name ends in {@code .jsonl}, {@code .ndjson} or {@code .json}, or the text
 * begins with an object and the name does not say {@code .csv} or {@code .tsv}; else CSV. An ending {@code .gz} or {@code .zst} is looked behind.
 *
 * <p><b>Delimiter</b>  as declared; else the one of comma, semicolon, tab and pipe that divides the most of the first 200 rows alike; where none divides them, a tab for
 * {@code .tsv} and a comma else.
 *
 * <p>{@link TableSource#facts()} say what was found.
 */
public final class Tables {

    private Tables() {}

    /**
     * Opens a file by its path, or a database by its address, which begins with {@code jdbc:}.
     *
     * @throws InvalidInputException when it cannot be opened or read as a table
     */
    public static TableSource open(String location, OpenOptions options) {
        return location.startsWith("jdbc:") ? database(location, options) : open(Path.of(location), location, options);
    }

    /**
     * Opens a file.
     *
     * @param name what it is called in messages and reports
     * @throws InvalidInputException when it cannot be opened or read as a table
     */
    public static TableSource open(Path file, String name, OpenOptions options) {
        refuseQuery(name, options);
        if (options.format().equals(Optional.of(TableFormat.PARQUET))) {
            return ParquetSource.open(file, name, options.parquet());
        }
        var text = TextStream.open(file, name, options.bytes());
        var ending = ending(file);
        var format = options.format().orElseGet(() -> format(text, ending));
        return switch (format) {
            case PARQUET -> {
                closed(text, name);
                yield ParquetSource.open(file, name, options.parquet());
            }
            case JSON_LINES -> JsonLinesSource.read(text, name, options.jsonLines());
            case CSV -> csv(text, name, ending, options);
        };
    }

    private static void refuseQuery(String name, OpenOptions options) {
        if (options.query().isPresent()) throw InvalidInputException.of(QualityError.QUERY_NO_DATABASE, name, "query");
        if (options.table().isPresent()) throw InvalidInputException.of(QualityError.QUERY_NO_DATABASE, name, "table");
    }

    private static TableFormat format(TextStream text, String ending) {
        var head = text.head();
        if (!text.isCompressed() && ParquetSource.begins(head)) return TableFormat.PARQUET;
        return switch (ending) {
            case "jsonl", "ndjson", "json" -> TableFormat.JSON_LINES;
            case "csv", "tsv", "tab" -> TableFormat.CSV;
            default -> beginsWithObject(head) ? TableFormat.JSON_LINES : TableFormat.CSV;
        };
    }

    private static boolean beginsWithObject(byte[] head) {
        int i = 0;
        while (i < head.length && Character.isWhitespace(head[i])) i++;
        if (i == head.length || head[i] != '{') return false;
        i++;
        while (i < head.length && (head[i] == ' ' || head[i] == '\t')) i++;
        return i < head.length && (head[i] == '"' || head[i] == '}');
    }

    private static CsvSource csv(TextStream text, String name, String ending, OpenOptions options) {
        if (options.delimiter().isPresent()) {
            return CsvSource.read(
                    text, name, options.csv().withDelimiter(options.delimiter().get()));
        }
        char otherwise = ending.equals("tsv") || ending.equals("tab") ? '\t' : ',';
        char delimiter = Delimiter.detect(text.head()).orElse(otherwise);
        return CsvSource.detected(text, name, options.csv().withDelimiter(delimiter));
    }

    /** What the file's name ends in, in lower case, behind an ending that says how it is compressed. */
    private static String ending(Path file) {
        var fileName = file.getFileName();
        var parts = (fileName == null ? "" : fileName.toString())
                .toLowerCase(Locale.ROOT)
                .split("\\.", -1);
        int last = parts.length - 1;
        if (last > 1 && (parts[last].equals("gz") || parts[last].equals("zst"))) last--;
        return last == 0 ? "" : parts[last];
    }

    private static void closed(TextStream text, String name) {
        try {
            text.close();
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name, StoredBytes.reason(e));
        }
    }

    private static TableSource database(String url, OpenOptions options) {
        if (options.query().isPresent() == options.table().isPresent()) {
            throw InvalidInputException.of(
                    QualityError.QUERY_MISSING,
                    JdbcSource.masked(url),
                    options.query().isPresent() ? "both were" : "neither was");
        }
        var properties = new Properties();
        options.user().ifPresent(user -> properties.setProperty("user", user));
        options.password().ifPresent(password -> properties.setProperty("password", password));
        return options.query().isPresent()
                ? JdbcSource.connect(url, properties, options.query().get(), options.jdbc())
                : JdbcSource.connectTable(url, properties, options.table().orElseThrow(), options.jdbc());
    }
}
