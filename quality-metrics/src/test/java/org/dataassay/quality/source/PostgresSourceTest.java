package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Against a PostgreSQL server that is started for it. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresSourceTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void everyTypeHasTheTextThatItHasElsewhere() throws SQLException {
        try (var connection = connection();
                var source = JdbcSource.open(connection, JdbcSourceTest.TYPES)) {
            assertThat(CsvSourceTest.read(source)).isEqualTo(JdbcSourceTest.TYPED_ROWS);
            assertThat(source.digest()).isEqualTo(JdbcSourceTest.TYPES_DIGEST);
            assertThat(source.facts().get(1).value()).startsWith("PostgreSQL 18");
        }
    }

    @Test
    void typesOfItsOwn() throws SQLException {
        try (var connection = connection();
                var source = JdbcSource.open(
                        connection,
                        "select 'NaN'::numeric a, 'infinity'::date b, '-infinity'::timestamptz c, 12.34::money d, b'101' e, '\\xab01'::bytea f, "
                                + "'{\"k\": [1]}'::jsonb g, array[1,2] h, '6f8f3c1e-0000-4000-8000-000000000000'::uuid i, b'1' j, "
                                + "1e100::numeric k, interval '3 days' l, 'x'::char(3) m, '2024-01-01 10:00+02'::timetz n")) {
            assertThat(CsvSourceTest.read(source).get(0))
                    .startsWith("NaN", "infinity", "-infinity")
                    .contains(
                            "101",
                            "ab01",
                            "{\"k\": [1]}",
                            "{1,2}",
                            "6f8f3c1e-0000-4000-8000-000000000000",
                            "10:00:00+02",
                            "x  ")
                    .contains("1" + "0".repeat(100));
        }
    }

    @Test
    void rowsAreFetchedAFewAtATimeAndNothingCanBeWritten() throws SQLException {
        try (var connection = connection();
                var source = JdbcSource.open(
                        connection,
                        "t",
                        "select i as id from generate_series(1, 300000) i",
                        JdbcOptions.standard().withFetchRows(100))) {
            assertThat(source.advance()).isTrue();
            try (var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("create table evil (a int)"))
                        .hasMessageContaining("read-only transaction");
            }
        }
    }

    @Test
    void aConnectionKilledMidway() throws SQLException {
        try (var connection = connection();
                var other = connection();
                var source = JdbcSource.open(
                        connection,
                        "t",
                        "select i as id from generate_series(1, 300000) i",
                        JdbcOptions.standard().withFetchRows(100))) {
            for (int i = 0; i < 50; i++) assertThat(source.advance()).isTrue();
            try (var statement = other.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query like '%generate_series(1, 300000)%'");
            }
            assertThatThrownBy(() -> CsvSourceTest.read(source))
                    .hasMessageMatching(
                            "t broke off after row \\d+: .*\\[SQLSTATE (57P01|08006)]\\. What was read is not the whole table: ask again\\.");
        }
    }

    @Test
    void aTransactionOfTheCallersIsLeftAlone() throws SQLException {
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("create table mine (a int)");
                statement.execute("insert into mine values (1)");
            }
            try (var source = JdbcSource.openTable(connection, "mine", JdbcOptions.standard())) {
                assertThat(CsvSourceTest.read(source)).containsExactly(List.of("1"));
            }
            assertThat(connection.getAutoCommit()).isFalse();
            try (var again = JdbcSource.openTable(connection, "public.mine", JdbcOptions.standard())) {
                assertThat(again.advance()).isTrue();
            }
            connection.rollback();
        }
    }

    @Test
    void aTableThatIsNotThere() throws SQLException {
        try (var connection = connection()) {
            assertThatThrownBy(() -> JdbcSource.openTable(connection, "x\"; drop table y; --", JdbcOptions.standard()))
                    .hasMessageContaining("does not exist")
                    .hasMessageContaining("[SQLSTATE 42P01]");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    private static Connection connection() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
