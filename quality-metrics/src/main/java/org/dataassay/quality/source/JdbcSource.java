package org.dataassay.quality.source;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.ErrorCode;
import org.dataassay.valuation.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, through any JDBC driver, as they come: no more of them in memory than the driver fetches at a time.
 *
 * <p><b>Texts</b>  each value has one text, whatever driver, locale or zone: plain decimals, {@code yyyy-MM-dd}, {@code yyyy-MM-ddTHH:mm:ss}, moments in UTC with
 * {@code Z}, bytes in hexadecimal digits, null as an empty cell. Types without such a text (arrays, documents, intervals) are as the driver writes them.
 *
 * <p><b>Reading only</b>  the connection is set to read-only where its driver allows that. Where it was in auto-commit it is taken out for the time of the query,
 * since PostgreSQL streams only then, and rolled back and put back when the source is closed; a transaction of the caller's is left alone.
 *
 * <p><b>Order and digest</b>  rows are in the order of the query: without ORDER BY that may change from one time to the next, and with it the digest, which is SHA-256 of
 * the CSV file that the rows would be.
 *
 * <p>DuckDB holds the whole result unless its connection was opened with {@code jdbc_stream_results=true}. Not thread-safe; the connection is the source's until it
 * is closed.
 */
public final class JdbcSource implements TableSource {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern SECRET = Pattern.compile("(?i)(user|username|password|pwd|token|secret|key)=[^&;]*");
    private static final Pattern AUTHORITY = Pattern.compile("//[^/@]*@");
    private static final int LONGEST_REASON = 200;

    private final String name;
    private final JdbcOptions options;
    private final Session session;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final List<String> columns;
    private final List<JdbcCells> cells;
    private final List<SourceFact> facts;
    private final TableDigest digest;
    private final Row row = new Row();
    private long rows;

    private JdbcSource(String name, Session session, Query query, JdbcOptions options) throws SQLException {
        this.name = name;
        this.options = options;
        this.session = session;
        this.facts = session.facts();
        this.statement = query.prepare(session.connection);
        statement.setFetchSize(options.fetchRows());
        this.result = statement.executeQuery();
        var metadata = result.getMetaData();
        int width = metadata.getColumnCount();
        if (width > options.maximumColumns()) {
            throw error(QualityError.TOO_MANY_COLUMNS, options.maximumColumns(), width);
        }
        var names = new ArrayList<String>(width);
        this.cells = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
            names.add(metadata.getColumnLabel(i));
            cells.add(JdbcCells.of(metadata, i, options.maximumCellBytes()));
        }
        this.columns = Headers.checked(name, names);
        this.digest = new TableDigest(columns);
    }

    /** What is asked of a connection. */
    @FunctionalInterface
    interface Query {
        PreparedStatement prepare(Connection connection) throws SQLException;

        static Query of(String sql) {
            return connection ->
                    connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        }
    }

    /** Asks a query, with {@link JdbcOptions#standard()}. */
    public static JdbcSource open(Connection connection, String query) {
        return open(connection, "query", query, JdbcOptions.standard());
    }

    /**
     * Asks a query.
     *
     * @param name what the table is called in messages and reports
     * @throws InvalidInputException when the database refuses the query, or its columns are not named each once
     */
    public static JdbcSource open(Connection connection, String name, String query, JdbcOptions options) {
        return open(new Session(connection, false), name, Query.of(query), options);
    }

    /**
     * Reads a table; dots separate a schema from it. Each part is quoted, so it is what the database calls it, in capitals where it does.
     *
     * @throws InvalidInputException when there is no such table, or its columns are not named each once
     */
    public static JdbcSource openTable(Connection connection, String table, JdbcOptions options) {
        return open(
                new Session(connection, false),
                table,
                c -> Query.of("SELECT * FROM " + quoted(c, table)).prepare(c),
                options);
    }

    /**
     * Connects and asks a query; the connection is closed with the source.
     *
     * @param url of the database, such as {@code jdbc:postgresql://host/name}; its credentials are in no message
     * @param properties user, password and whatever the driver knows
     */
    public static JdbcSource connect(String url, Properties properties, String query, JdbcOptions options) {
        return open(session(url, properties), masked(url), Query.of(query), options);
    }

    /** Connects and reads a table, as {@link #openTable} does; the connection is closed with the source. */
    public static JdbcSource connectTable(String url, Properties properties, String table, JdbcOptions options) {
        return open(
                session(url, properties),
                table,
                c -> Query.of("SELECT * FROM " + quoted(c, table)).prepare(c),
                options);
    }

    /** Takes over a connection of its own. */
    static JdbcSource own(Connection connection, String name, Query query, JdbcOptions options) {
        return open(new Session(connection, true), name, query, options);
    }

    private static JdbcSource open(Session session, String name, Query query, JdbcOptions options) {
        try {
            session.begin();
            return new JdbcSource(name, session, query, options);
        } catch (SQLException e) {
            session.end();
            throw InvalidInputException.of(QualityError.QUERY_FAILED, name, reason(e, false));
        } catch (RuntimeException e) {
            session.end();
            throw e;
        }
    }

    private static Session session(String url, Properties properties) {
        try {
            return new Session(DriverManager.getConnection(url, properties), true);
        } catch (SQLException e) {
            var masked = masked(url);
            if ("08001".equals(e.getSQLState())
                    && String.valueOf(e.getMessage()).startsWith("No suitable driver")) {
                throw InvalidInputException.of(
                        QualityError.ARTIFACT_MISSING, masked, "a JDBC driver", "of that database's driver");
            }
            throw InvalidInputException.of(QualityError.QUERY_FAILED, masked, reason(e, true));
        }
    }

    static String masked(String url) {
        var bare = AUTHORITY.matcher(SECRET.matcher(url).replaceAll("$1=…")).replaceAll("//…@");
        return bare.length() <= LONGEST_REASON ? bare : bare.substring(0, LONGEST_REASON) + "…";
    }

    private static String quoted(Connection connection, String table) throws SQLException {
        var quote = String.valueOf(connection.getMetaData().getIdentifierQuoteString())
                .strip();
        return Arrays.stream(table.split("\\.", -1))
                .map(part -> {
                    if (part.isEmpty()
                            || (quote.isEmpty() && !PLAIN_NAME.matcher(part).matches())) {
                        throw InvalidInputException.of(QualityError.TABLE_NAME, table);
                    }
                    return quote.isEmpty() ? part : quote + part.replace(quote, quote + quote) + quote;
                })
                .collect(Collectors.joining("."));
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
    public boolean advance() {
        int column = -1;
        try {
            if (!result.next()) return false;
            row.clear(rows + 1, 0);
            for (column = 0; column < cells.size(); column++) {
                var bytes = cells.get(column).read(result).getBytes(StandardCharsets.UTF_8);
                if (bytes.length > options.maximumCellBytes()) {
                    throw error(
                            QualityError.FIELD_TOO_LONG,
                            options.maximumCellBytes(),
                            place(column),
                            "Leave the column out of the query, or raise maximumCellBytes.");
                }
                row.append(bytes, 0, bytes.length);
                row.endField();
                digest.cell(bytes);
            }
            digest.endRow();
            rows++;
            return true;
        } catch (SQLException e) {
            var where = column < 0 ? "" : " (" + place(column) + ")";
            throw error(QualityError.QUERY_BROKE_OFF, rows, reason(e, false) + where);
        }
    }

    private String place(int column) {
        return "row " + (rows + 1) + ", column '" + columns.get(column) + "'";
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public RejectedRows rejected() {
        return RejectedRows.NONE;
    }

    /** SHA-256 of the CSV file that the rows would be. */
    @Override
    public String digest() {
        return digest.hex();
    }

    @Override
    public List<SourceFact> facts() {
        return facts;
    }

    @Override
    public void close() {
        try (statement;
                result) {
            session.end();
        } catch (SQLException e) {
            session.end(); // nothing was written, so nothing is lost
        }
    }

    /** The database's own words, without what stands in quotes, for that may be data. */
    private static String reason(SQLException e, boolean connecting) {
        var text = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
        text = connecting ? masked(text) : QUOTED.matcher(text).replaceAll("'…'");
        if (text.length() > LONGEST_REASON) text = text.substring(0, LONGEST_REASON) + "…";
        return e.getSQLState() == null ? text : text + " [SQLSTATE " + e.getSQLState() + "]";
    }

    private InvalidInputException error(ErrorCode code, Object... arguments) {
        return InvalidInputException.of(code, name, arguments);
    }

    /** A connection for the time of a query, and what has to be put back. */
    private static final class Session {

        private final Connection connection;
        private final boolean own;
        private boolean autoCommit;
        private @Nullable Boolean readOnly;
        private boolean ended;

        Session(Connection connection, boolean own) {
            this.connection = connection;
            this.own = own;
        }

        void begin() throws SQLException {
            if (!connection.getAutoCommit()) return;
            try {
                boolean before = connection.isReadOnly();
                connection.setReadOnly(true);
                readOnly = before;
            } catch (SQLException e) {
                readOnly = null; // a driver need not know it
            }
            connection.setAutoCommit(false);
            autoCommit = true;
        }

        List<SourceFact> facts() throws SQLException {
            var metadata = connection.getMetaData();
            return List.of(
                    new SourceFact(SourceFact.FORMAT, "jdbc", SourceFact.Basis.DECLARED),
                    new SourceFact(
                            SourceFact.DATABASE,
                            metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion(),
                            SourceFact.Basis.MARKED));
        }

        void end() {
            if (ended) return;
            ended = true;
            if (autoCommit) {
                attempt(connection::rollback);
                attempt(() -> connection.setAutoCommit(true));
            }
            var before = readOnly;
            if (before != null) attempt(() -> connection.setReadOnly(before));
            if (own) attempt(connection::close);
        }

        /** A connection that is gone cannot be put back, and need not be. */
        private static void attempt(Step step) {
            try {
                step.run();
            } catch (SQLException e) {
                return;
            }
        }

        @FunctionalInterface
        private interface Step {
            void run() throws SQLException;
        }
    }
}
