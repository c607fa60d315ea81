package dev.galleria.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Gives the application its database and the login that owns it. The login may create the tenants'
 * roles but is no superuser, and nobody else may connect. Repeating is safe.
 */
final class DatabaseSetup {
    static final String DATABASE = "galleria";
    static final String OWNER = "galleria";
    private static final String INVALID_PASSWORD = "28P01";

    private final PostgresServer server;

    DatabaseSetup(PostgresServer server) {
        this.server = server;
    }

    void run() {
        try {
            try (Connection connection = connect("postgres")) {
                createRole(connection);
                createDatabase(connection);
            }
            try (Connection connection = connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            }
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                throw new StartFailure(
                        "The passwords in .galleria/secrets are not those of the database; restore the file or use"
                                + " --reset.",
                        e);
            }
            throw new StartFailure("The database could not be prepared: " + e.getMessage(), e);
        }
    }

    private void createRole(Connection connection) throws SQLException {
        if (exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", OWNER)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE ROLE " + OWNER + " LOGIN CREATEROLE NOSUPERUSER NOCREATEDB NOREPLICATION PASSWORD "
                            + statement.enquoteLiteral(server.owner().password()));
        }
    }

    private void createDatabase(Connection connection) throws SQLException {
        boolean exists = exists(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE);
        try (Statement statement = connection.createStatement()) {
            if (!exists) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Credentials login = server.superuser();
        return DriverManager.getConnection(server.jdbcUrl(database), login.user(), login.password());
    }
}
