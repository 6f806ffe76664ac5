package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcSourceTest {

    static final String TYPES = """
            SELECT * FROM (VALUES
              (1::bigint, 1.50::decimal(10,2), 0.1::double precision, 0.1::real, true, '数据, "x"'::varchar, date '2024-02-29',
               timestamp '2024-01-01 00:00:00.120', timestamptz '2024-01-01 00:00:00+08', time '09:05:00'),
              (null, null, null, null, null, null, null, null, null, null),
              (-2, 1000000.00, 1e300, 16777216, false, '', date '1999-12-31', timestamp '1970-01-01 00:00:00',
               timestamptz '2024-07-01 12:00:00Z', time '23:59:59.5')
            ) t(id, amount, d, f, b, txt, day, ts, tz, tm)""";

    static final List<List<String>> TYPED_ROWS = List.of(
            List.of(
                    "1",
                    "1.50",
                    "0.1",
                    "0.1",
                    "true",
                    "数据, \"x\"",
                    "2024-02-29",
                    "2024-01-01T00:00:00.12",
                    "2023-12-31T16:00:00Z",
                    "09:05:00"),
            List.of("", "", "", "", "", "", "", "", "", ""),
            List.of(
                    "-2",
                    "1000000.00",
                    "1E+300",
                    "16777216",
                    "false",
                    "",
                    "1999-12-31",
                    "1970-01-01T00:00:00",
                    "2024-07-01T12:00:00Z",
                    "23:59:59.5"));

    static final String TYPES_DIGEST = typesDigest();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void everyTypeHasItsCanonicalText() {
        try (var source = JdbcSource.open(connection, TYPES)) {
            assertThat(source.columns()).containsExactly("id", "amount", "d", "f", "b", "txt", "day", "ts", "tz", "tm");
            assertThat(CsvSourceTest.read(source)).isEqualTo(TYPED_ROWS);
            assertThat(source.digest()).isEqualTo(TYPES_DIGEST);
            assertThat(source.facts())
                    .hasSize(2)
                    .first()
                    .hasToString("SourceFact[id=format, value=jdbc, basis=DECLARED]");
            assertThat(source.facts().get(1).value()).startsWith("DuckDB");
        }
    }

    /** The CSV file that the rows would be, counted by the CSV reader. */
    private static String typesDigest() {
        var csv = "id,amount,d,f,b,txt,day,ts,tz,tm\n"
                + "1,1.50,0.1,0.1,true,\"数据, \"\"x\"\"\",2024-02-29,2024-01-01T00:00:00.12,2023-12-31T16:00:00Z,09:05:00\n"
                + ",,,,,,,,,\n"
                + "-2,1000000.00,1E+300,16777216,false,,1999-12-31,1970-01-01T00:00:00,2024-07-01T12:00:00Z,23:59:59.5\n";
        var file = TextStreamTest.csv(TextStreamTest.utf8(csv));
        while (file.advance()) continue;
        return file.digest();
    }

    @Test
    void aTableIsNamedAndQuoted() throws SQLException {
        execute(
                "create schema s; create table s.\"odd \"\"name; drop\" (a int); insert into s.\"odd \"\"name; drop\" values (7)");
        try (var source = JdbcSource.openTable(connection, "s.odd \"name; drop", JdbcOptions.standard())) {
            assertThat(source.name()).isEqualTo("s.odd \"name; drop");
            assertThat(CsvSourceTest.read(source)).containsExactly(List.of("7"));
        }
        assertThatThrownBy(() -> JdbcSource.openTable(connection, "s..t", JdbcOptions.standard()))
                .hasMessageStartingWith("s..t must be a name of letters");
    }

    @Test
    void otherTypesAreTextToo() {
        try (var source = JdbcSource.open(
                connection,
                "select [1, 2] as list, {'k': 1} as st, 170141183460469231731687303715884105727::hugeint as h, '\\xAB'::blob as bl, interval 3 day as iv")) {
            assertThat(CsvSourceTest.read(source))
                    .containsExactly(
                            List.of("[1, 2]", "{'k': 1}", "170141183460469231731687303715884105727", "ab", "3 days"));
        }
    }

    @Test
    void nothingIsWrittenAndTheConnectionIsPutBack() throws SQLException {
        execute("create table t (a int); insert into t values (1)");
        try (var source = JdbcSource.open(connection, "select a from t")) {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(source.advance()).isTrue();
        }
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isClosed()).isFalse();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from t")) {
            result.next();
            assertThat(result.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void partsHaveTheRowsToo() {
        try (var source = JdbcSource.open(connection, "select i as id from range(100000) r(i)")) {
            var parts = source.parts();
            var block = new RowBlock();
            long rows = 0;
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                while (part.get().read(block)) rows += block.rows();
                parts.done(part.get());
            }
            parts.end();
            assertThat(rows).isEqualTo(100_000);
        }
    }

    // ---- bad input ----

    @Test
    void aQueryThatIsRefused() {
        assertThatThrownBy(() -> JdbcSource.open(connection, "select nothing from nowhere"))
                .hasMessageStartingWith(
                        "query cannot be queried: Catalog Error: Table with name nowhere does not exist!")
                .hasMessageEndingWith("Check the query, the names in it and your rights.");
        assertThatThrownBy(() -> JdbcSource.open(connection, "select 1 as a, 2 as a"))
                .hasMessageContaining("the header repeats 'a'");
    }

    @Test
    void limits() {
        assertThatThrownBy(() -> CsvSourceTest.read(JdbcSource.open(
                        connection,
                        "q",
                        "select repeat('x', 101) as a",
                        JdbcOptions.standard().withLimits(100, 5))))
                .hasMessageContaining("q must have fields of at most 100 bytes, but one is longer (row 1, column 'a')");
        assertThatThrownBy(() -> JdbcSource.open(
                        connection,
                        "q",
                        "select 1 a, 2 b, 3 c",
                        JdbcOptions.standard().withLimits(100, 2)))
                .hasMessageContaining("q must have at most 2 columns, but has more (3)");
        assertThatThrownBy(() -> new JdbcOptions(0, 0, 0))
                .hasMessageContaining("fetchRows must be at least 1")
                .hasMessageContaining("maximumCellBytes must be at least 1");
    }

    @Test
    void aValueThatCannotBeReadHalfwayShowsNoData() {
        var query = "select case when i = 2500 then cast('secret' || i as int) else i end as a from range(3000) r(i)";
        assertThatThrownBy(() -> CsvSourceTest.read(JdbcSource.open(connection, query)))
                .hasMessageNotContaining("secret")
                .hasMessageContaining("'…'");
    }

    @Test
    void aConnectionThatBreaksOff() {
        var source = JdbcSource.open(breaking(connection, 3), "select i as a from range(10) r(i)");
        assertThatThrownBy(() -> CsvSourceTest.read(source))
                .hasMessage(
                        "query broke off after row 3: connection reset by '…' [SQLSTATE 08006]. What was read is not the whole table: ask again.");
        source.close();
    }

    @Test
    void secretsOfAnAddressAreNotTold() {
        assertThatThrownBy(() -> JdbcSource.connect(
                        "jdbc:nosuch://me:hidden1@host/db?user=me&password=hidden2",
                        new Properties(),
                        "select 1",
                        JdbcOptions.standard()))
                .hasMessage(
                        "jdbc:nosuch://…@host/db?user=…&password=… needs a JDBC driver, which is not on the class path. Add the artifact of that database's driver.");
    }

    @Test
    void anAddressIsConnectedToAndLeft() {
        try (var source =
                JdbcSource.connect("jdbc:duckdb:", new Properties(), "select 1 as a", JdbcOptions.standard())) {
            assertThat(source.name()).isEqualTo("jdbc:duckdb:");
            assertThat(CsvSourceTest.read(source)).containsExactly(List.of("1"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection whose results fail after so many rows. */
    private static Connection breaking(Connection real, int rows) {
        return wrap(Connection.class, real, (proxy, method, arguments) -> {
            if (!method.getName().equals("prepareStatement")) return method.invoke(real, arguments);
            var statement = (java.sql.PreparedStatement) method.invoke(real, arguments);
            return wrap(java.sql.PreparedStatement.class, statement, (p, m, a) -> {
                if (!m.getName().equals("executeQuery")) return m.invoke(statement, a);
                var result = (ResultSet) m.invoke(statement, a);
                int[] given = {0};
                return wrap(ResultSet.class, result, (q, n, b) -> {
                    if (n.getName().equals("next") && given[0]++ == rows) {
                        throw new SQLException("connection reset by \"peer of secret\"", "08006");
                    }
                    return n.invoke(result, b);
                });
            });
        });
    }

    private static <T> T wrap(Class<T> type, T real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                JdbcSourceTest.class.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> {
                    try {
                        return handler.invoke(p, m, a);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
