package org.dataassay.quality.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.SourceFact.Basis;
import org.dataassay.valuation.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file, read by DuckDB inside the process: the artifact {@value #ARTIFACT} must be on the class path.
 *
 * <p><b>Texts</b>  those of {@link JdbcSource}; lists, structures and maps are as DuckDB writes them.
 *
 * <p><b>Shut in</b>  the database is in memory, may open this one file and nothing else, loads no extension and asks no network. The file's name is a parameter, not a
 * part of the query.
 *
 * <p><b>Order and digest</b>  rows are in the file's order; the digest is SHA-256 of the file. Not thread-safe.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Apache Parquet, File Format: magic number and footer</a>
 */
public final class ParquetSource implements TableSource {

    /** What reads the format. */
    public static final String ARTIFACT = "org.duckdb:duckdb_jdbc";

    private static final String DRIVER = "org.duckdb.DuckDBDriver";
    private static final int SHORTEST = 12;
    private static final String GLOB = "*?[]{}";

    private final Path file;
    private final JdbcSource rows;

    private ParquetSource(Path file, JdbcSource rows) {
        this.file = file;
        this.rows = rows;
    }

    /** Opens a file with {@link ParquetOptions#standard()}. */
    public static ParquetSource open(Path file) {
        return open(file, ParquetOptions.standard());
    }

    /**
     * Opens a file.
     *
     * @throws InvalidInputException when there is no such file, it is no whole Parquet file, or the artifact is missing
     */
    public static ParquetSource open(Path file, ParquetOptions options) {
        return open(file, file.toString(), options);
    }

    static ParquetSource open(Path file, String name, ParquetOptions options) {
        checkEnds(file, name);
        var absolute = file.toAbsolutePath().normalize().toString();
        if (absolute.chars().anyMatch(c -> GLOB.indexOf(c) >= 0)) {
            throw InvalidInputException.of(QualityError.FILE_NAME, name, GLOB);
        }
        var limits = JdbcOptions.standard().withLimits(options.maximumCellBytes(), options.maximumColumns());
        return new ParquetSource(
                file,
                JdbcSource.own(
                        connection(name, absolute, options),
                        name,
                        connection -> {
                            var query = JdbcSource.Query.of("SELECT * FROM read_parquet(?, hive_partitioning = false)")
                                    .prepare(connection);
                            query.setString(1, absolute);
                            return query;
                        },
                        limits));
    }

    /** Whether the bytes are those with which a Parquet file begins. */
    static boolean begins(byte[] head) {
        return EncodingGuess.begins(head, 0, head.length, 'P', 'A', 'R', '1')
                || EncodingGuess.begins(head, 0, head.length, 'P', 'A', 'R', 'E');
    }

    /** The magic number stands at both ends, and the length of what describes the columns before the last. */
    private static void checkEnds(Path file, String name) {
        if (Files.isDirectory(file)) throw InvalidInputException.of(QualityError.FILE_IS_DIRECTORY, name);
        if (!Files.exists(file)) throw InvalidInputException.of(QualityError.FILE_MISSING, name);
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long size = in.length();
            var ends = new byte[SHORTEST];
            if (size < SHORTEST) throw broken(name, "it has only " + size + " bytes");
            in.readFully(ends, 0, 4);
            in.seek(size - 8);
            in.readFully(ends, 4, 8);
            var head = new String(ends, 0, 4, StandardCharsets.ISO_8859_1);
            var tail = new String(ends, 8, 4, StandardCharsets.ISO_8859_1);
            if (head.equals("PARE") || tail.equals("PARE")) throw broken(name, "it is encrypted");
            if (!head.equals("PAR1")) throw broken(name, "it does not begin with PAR1");
            if (!tail.equals("PAR1")) {
                throw broken(name, "it does not end with PAR1: the end is missing after " + size + " bytes");
            }
            long footer = 0;
            for (int i = 0; i < 4; i++) footer |= (ends[4 + i] & 0xFFL) << 8 * i;
            if (footer > size - SHORTEST)
                throw broken(name, "the length of its footer, " + footer + ", is that of no footer");
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name, StoredBytes.reason(e));
        }
    }

    private static InvalidInputException broken(String name, String why) {
        return InvalidInputException.of(QualityError.PARQUET_BROKEN, name, why);
    }

    private static Connection connection(String name, String path, ParquetOptions options) {
        var settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("memory_limit", options.memoryMebibytes() + "MiB");
        settings.setProperty("threads", Integer.toString(options.threads()));
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        @Nullable Connection connection = null;
        try {
            var driver = Class.forName(DRIVER)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            connection = driver.connect("jdbc:duckdb:", settings);
            if (connection == null) throw missing(name);
            try (var statement = connection.createStatement()) {
                statement.execute("SET allowed_paths = ['" + path.replace("'", "''") + "']");
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            return connection;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw missing(name);
        } catch (SQLException e) {
            close(connection);
            throw InvalidInputException.of(
                    QualityError.QUERY_FAILED,
                    name,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            return; // the first problem is the one to tell
        }
    }

    private static InvalidInputException missing(String name) {
        return InvalidInputException.of(QualityError.ARTIFACT_MISSING, name, "a reader of Parquet", ARTIFACT);
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public boolean advance() {
        return rows.advance();
    }

    @Override
    public Row row() {
        return rows.row();
    }

    @Override
    public RejectedRows rejected() {
        return rows.rejected();
    }

    /** SHA-256 of the file, which is read once more for it. */
    @Override
    public String digest() {
        try (var stored = StoredBytes.open(file, name())) {
            var buffer = new byte[1 << 16];
            int n;
            do {
                n = stored.read(buffer, 0, buffer.length);
            } while (n >= 0);
            return stored.digest();
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name(), StoredBytes.reason(e));
        }
    }

    @Override
    public List<SourceFact> facts() {
        var facts = new ArrayList<SourceFact>();
        facts.add(new SourceFact(SourceFact.FORMAT, "parquet", Basis.MARKED));
        facts.addAll(rows.facts().subList(1, rows.facts().size()));
        return facts;
    }

    @Override
    public void close() {
        rows.close();
    }
}
