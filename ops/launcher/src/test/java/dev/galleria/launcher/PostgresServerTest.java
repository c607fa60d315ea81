package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    static Path dir;

    static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(dir);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesTheApplicationALoginThatMayCreateRolesButIsNoSuperuser() throws SQLException {
        assertThat(ask(
                        server.owner(),
                        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles"
                                + " WHERE rolname = current_user"))
                .containsExactly("f", "t", "f", "f");
        assertThat(ask(server.owner(), "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'galleria'"))
                .containsExactly("galleria");
    }

    @Test
    void refusesAWrongPassword() {
        for (String user : List.of("galleria", "postgres")) {
            assertThatThrownBy(() -> connect(new Credentials(user, "wrong")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void letsNoOtherRoleConnectUntilItIsGranted() throws SQLException {
        execute(server.owner(), "CREATE ROLE stranger LOGIN PASSWORD 'known'");
        var stranger = new Credentials("stranger", "known");

        assertThatThrownBy(() -> connect(stranger)).hasMessageContaining("permission denied for database");
        for (String database : List.of("postgres", "template1")) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(database), "stranger", "known"))
                    .hasMessageContaining("permission denied for database");
        }

        execute(server.owner(), "GRANT CONNECT ON DATABASE galleria TO stranger");
        assertThat(ask(stranger, "SELECT current_user")).containsExactly("stranger");
        assertThat(ask(stranger, "SELECT has_schema_privilege('public', 'USAGE')"))
                .containsExactly("f");
    }

    @Test
    void writesDurably() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(ask(server.owner(), "SHOW " + setting)).containsExactly("on");
        }
        assertThat(ask(server.owner(), "SELECT datctype FROM pg_database WHERE datname = current_database()"))
                .containsExactly("C.UTF-8");
        assertThat(ask(server.owner(), "SHOW listen_addresses")).containsExactly("127.0.0.1");
    }

    @Test
    void keepsCommittedDataThroughAPowerCut() throws SQLException {
        execute(server.owner(), "CREATE TABLE kept (id int)");
        execute(server.owner(), "INSERT INTO kept VALUES (42)");
        Credentials before = server.owner();

        server.kill();
        assertThatThrownBy(() -> connect(before)).isInstanceOf(SQLException.class);
        server = PostgresServer.start(dir);

        assertThat(server.owner()).isEqualTo(before);
        assertThat(ask(server.owner(), "SELECT id FROM kept")).containsExactly("42");
    }

    @Test
    void takesOverFromAServerThatWasLeftRunning() throws Exception {
        PostgresServer left = server;
        server = PostgresServer.start(dir);

        left.onExit().get(1, TimeUnit.SECONDS);
        assertThat(ask(server.owner(), "SELECT 1")).containsExactly("1");
    }

    @Test
    void startsThoughItsProcessIdNowBelongsToSomeoneElse() throws Exception {
        server.close();
        Files.writeString(
                dir.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        server = PostgresServer.start(dir);

        assertThat(ask(server.owner(), "SELECT 1")).containsExactly("1");
    }

    @Test
    void hidesItsPasswordsFromOtherUsers() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("secrets"))))
                .isEqualTo("rw-------");
        assertThat(server.owner().toString()).doesNotContain(server.owner().password());
    }

    private static Connection connect(Credentials login) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), login.user(), login.password());
    }

    private static void execute(Credentials login, String sql) throws SQLException {
        try (var connection = connect(login);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The columns of the first row. */
    private static List<String> ask(Credentials login, String sql) throws SQLException {
        try (var connection = connect(login);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            var columns = new ArrayList<String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getString(i));
            }
            return columns;
        }
    }
}
